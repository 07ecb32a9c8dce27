"""The regular expressions of a package, and whether one of them could run away."""

import re
import sys
from re import _constants as op
from re import _parser as parser

MANY = 100
"""A repeat beyond this is as good as endless."""


def patterns(package):
    """All compiled patterns of the modules of a package that are loaded, each with its place."""
    for module_name, module in sorted(sys.modules.items()):
        if module_name.startswith(f"{package.__name__}."):
            for name, value in vars(module).items():
                yield from _within(value, f"{module_name}.{name}")


def _within(value, place):
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield place, value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _within(one, place)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _within(one, place)


def runs_away(pattern):
    """Whether an endless repeat lies within an endless repeat: (a+)+ tries 2 to the n ways."""
    return _nested(parser.parse(pattern.pattern, pattern.flags), within=False)


def _nested(tree, *, within):
    for kind, argument in tree:
        if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
            _, most, body = argument
            is_endless = most > MANY
            if is_endless and within:
                return True
            if _nested(body, within=within or is_endless):
                return True
        elif any(_nested(part, within=within) for part in _parts(kind, argument)):
            return True
    return False


def _parts(kind, argument):
    if kind is op.BRANCH:
        return argument[1]
    if kind is op.SUBPATTERN:
        return [argument[3]]
    if kind in (op.ASSERT, op.ASSERT_NOT):
        return [argument[1]]
    if kind is op.GROUPREF_EXISTS:
        return [part for part in argument[1:] if part is not None]
    return []
