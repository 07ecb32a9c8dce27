"""The tree of a plan's file: boxes that follow each other, none lost, none in a circle."""

from collections.abc import Mapping

from meddx_desktop.core.assessment.condition import Look
from meddx_desktop.core.assessment.knowledge_evidence import is_about_film
from meddx_desktop.core.assessment.knowledge_looks import look_of, words_of
from meddx_desktop.core.assessment.treatment.plan import NO, YES, NodeRule
from meddx_desktop.core.assessment.treatment.plan_fields import refused
from meddx_desktop.core.domain.assessment import Words
from meddx_desktop.core.notes.red_flag_fields import BadRules, Fields

_YES_NO: Mapping[str, Words] = {
    YES: {"en": "Yes", "zh": "是"},
    NO: {"en": "No", "zh": "否"},
}


def looks_of(file: str, table: object) -> dict[str, Look]:
    """The findings that answer boxes; none of them on a film.

    Raises
    ------
    BadRules
        What is wrong with one.
    KnowledgeRejected
        ``treatment_cycle`` where findings are made of each other.
    """
    if table is None:
        return {}
    if not isinstance(table, dict) or not all(isinstance(row, dict) for row in table.values()):
        raise BadRules(file, "findings", "is no table of findings")
    looks = {name: look_of(Fields(file, name, dict(row))) for name, row in table.items()}
    for name, look in looks.items():
        lost = [part for part in look.parts if part not in looks]
        if lost:
            raise refused("treatment_dangling", file, name, lost[0])
    for name in looks:
        _follow(file, name, {key: one.parts for key, one in looks.items()}, ())
    for name in looks:
        if is_about_film(name, looks):
            raise BadRules(file, name, "stands on a film: no film decides on a treatment")
    return looks


def node_of(fields: Fields, looks: Mapping[str, Look]) -> NodeRule:
    """One box."""
    look = fields.choice("if", ("", *looks))
    node = NodeRule(
        key=fields.name,
        title=words_of(fields, "title"),
        look=look,
        answers=_answers(fields),
        choices=fields.texts("choices"),
        refers=fields.flag("refers"),
    )
    fields.taken.add("key")
    fields.done()
    if bool(node.answers) == bool(node.choices):
        raise fields.bad("needs either answers or choices")
    if node.refers and not node.choices:
        raise fields.bad("refers where the way does not end")
    if look and {key for key, _, _ in node.answers} != {YES, NO}:
        raise fields.bad("a finding answers with yes or no")
    return node


def _answers(fields: Fields) -> tuple[tuple[str, Words, str], ...]:
    found = [(key, _YES_NO[key], fields.text(key)) for key in (YES, NO) if key in fields.row]
    fields.taken.add("answer")
    rows = fields.row.get("answer", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise fields.bad("answer is no list of tables")
    for row in rows:
        one = Fields(fields.file, f"{fields.name}.{row.get('key', '?')}", row)
        found.append((one.text("key"), words_of(one, "title"), one.text("to")))
        one.done()
    keys = [key for key, _, _ in found]
    if len(set(keys)) != len(keys) or len(keys) == 1:
        raise fields.bad("answers must be several, each with its own key")
    return tuple(found)


def check_tree(file: str, nodes: Mapping[str, NodeRule], choices: frozenset[str]) -> None:
    """Refuse a tree that leads nowhere, in a circle, or past one of its boxes.

    Raises
    ------
    KnowledgeRejected
        ``treatment_dangling`` or ``treatment_cycle``.
    """
    for node in nodes.values():
        lost = [to for _, _, to in node.answers if to not in nodes]
        lost += [choice for choice in node.choices if choice not in choices]
        if lost:
            raise refused("treatment_dangling", file, node.key, lost[0])
    root = next(iter(nodes))
    ways = {key: tuple(to for _, _, to in node.answers) for key, node in nodes.items()}
    reached = _follow(file, root, ways, ())
    alone = [key for key in nodes if key not in reached]
    used = {choice for node in nodes.values() for choice in node.choices}
    alone += sorted(choices - used)
    if alone:
        raise refused("treatment_dangling", file, alone[0], "nothing leads there")


def _follow(
    file: str, key: str, ways: Mapping[str, tuple[str, ...]], path: tuple[str, ...]
) -> set[str]:
    if key in path:
        raise refused("treatment_cycle", file, " > ".join((*path, key)))
    reached = {key}
    for to in ways[key]:
        reached |= _follow(file, to, ways, (*path, key))
    return reached
