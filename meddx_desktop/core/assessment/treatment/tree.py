"""The way of one patient through the boxes of a plan."""

from collections.abc import Mapping
from dataclasses import dataclass

from meddx_desktop.core.assessment.facts import Observed
from meddx_desktop.core.assessment.treatment.plan import NO, YES, NodeRule, Plan
from meddx_desktop.core.assessment.truth import answer
from meddx_desktop.core.domain.assessment import Truth
from meddx_desktop.core.domain.treatment import Node
from meddx_desktop.core.errors import InvalidEntry

_SAYS = {Truth.PRESENT: YES, Truth.ABSENT: NO}
"""What is doubtful or not known is asked; it is never a no."""


@dataclass(frozen=True, slots=True)
class Way:
    """All boxes with the path marked, what stands at its end, and where it waits."""

    nodes: tuple[Node, ...]
    choices: tuple[str, ...] = ()
    open_questions: tuple[str, ...] = ()
    refers: bool = False
    """The way ends where the patient is sent on."""


def walk(plan: Plan, observed: Observed, answers: Mapping[str, str]) -> Way:
    """Follow the tree from its root.

    Parameters
    ----------
    plan
        Without circles.
    observed
        What the case says.
    answers
        By box: what a person answered; it counts instead of what the case says.

    Raises
    ------
    InvalidEntry
        ``treatment_answer_unknown``: no such box, or no such answer to it.
    """
    for key, given in answers.items():
        node = plan.nodes.get(key)
        if node is None or given not in {one for one, _, _ in node.answers}:
            raise InvalidEntry("treatment_answer_unknown")
    chosen = {key: _chosen(plan, node, observed, answers) for key, node in plan.nodes.items()}
    path, end = _path(plan, chosen)
    return Way(
        tuple(
            Node(node.key, node.title, node.answers, chosen[key], key in path, node.choices)
            for key, node in plan.nodes.items()
        ),
        end.choices,
        (end.key,) if end.answers else (),
        end.refers,
    )


def _chosen(plan: Plan, node: NodeRule, observed: Observed, answers: Mapping[str, str]) -> str:
    if node.key in answers:
        return answers[node.key]
    if not node.look:
        return ""
    return _SAYS.get(answer(plan.looks[node.look], plan.looks, observed).truth, "")


def _path(plan: Plan, chosen: Mapping[str, str]) -> tuple[frozenset[str], NodeRule]:
    """The boxes that the patient comes to, and the last of them."""
    node = next(iter(plan.nodes.values()))
    path = [node.key]
    while True:
        onward = next((to for key, _, to in node.answers if key == chosen[node.key]), "")
        if not onward:
            return frozenset(path), node
        node = plan.nodes[onward]
        path.append(onward)
