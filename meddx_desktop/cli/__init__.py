"""`meddx`: the same operations as the window, for scripts, batches and tests."""

from collections.abc import Callable
from pathlib import Path

from meddx_desktop.cli.parser import parse

Picture = Callable[[Path], bool]
"""Draws the window into a file; handed in, because the command line knows no Qt."""


def main(arguments: list[str], *, picture: Picture | None = None) -> int:
    """Run one command.

    Returns
    -------
    int
        0 all answered (a refusal with a reason is an answer), 1 some named input failed,
        2 wrong usage, 130 stopped by Ctrl-C after writing what was done.
    """
    options = parse(arguments)
    # Each command is imported when it runs, so that `--version` loads neither Qt nor a network.
    from meddx_desktop.cli import commands

    return commands.run(options, picture=picture)
