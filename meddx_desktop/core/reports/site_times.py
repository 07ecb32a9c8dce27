"""How long films waited for their answer, from the audit trail alone.

The trail names cases, not films: an identifier of a film has no place in it. So times are taken
only where the entries of a case tell beyond doubt which answer belongs to which film, which is
where each film that was filed has one answer, in the order of the queue.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from meddx_desktop.core.domain.site_numbers import Mark

FILED = "film_added"
ANSWERED, FAILED = "film_screened", "film_not_screened"
_AGAIN = frozenset({"screening_asked", "film_corrected", "correction_undone"})
TOLD = frozenset({FILED, ANSWERED, FAILED, *_AGAIN})
"""Actions that `answer_times` looks at."""
_TOGETHER = timedelta(seconds=1)
"""Models of one film tell within one transaction, each in an entry of its own."""


def answer_times(marks: Sequence[Mark]) -> list[float]:
    """Seconds from filing to the answer, for the films of one case.

    Parameters
    ----------
    marks
        Entries about one case, oldest first.

    Returns
    -------
    list[float]
        Empty where it can't be told which answer is whose. A film that failed has no time. What
        came after somebody asked for another screening is no first answer.
    """
    filed: list[datetime] = []
    answers: list[_Answer] = []
    for mark in marks:
        if mark.action in _AGAIN:
            break
        if mark.action == FILED:
            filed.append(mark.at)
        elif mark.action in (ANSWERED, FAILED):
            if answers and answers[-1].takes(mark):
                answers[-1].models.add(mark.model)
            else:
                answers.append(_Answer(mark))
    if len(filed) != len(answers):
        return []
    return [
        (answer.at - at).total_seconds()
        for at, answer in zip(filed, answers, strict=True)
        if answer.is_score
    ]


class _Answer:
    """The entries of one film, one for each model."""

    def __init__(self, mark: Mark) -> None:
        self.at = mark.at
        self.is_score = mark.action == ANSWERED
        self.models = {mark.model}

    def takes(self, mark: Mark) -> bool:
        """Whether an entry is of the same film: another model, at the same moment."""
        both = self.is_score and mark.action == ANSWERED
        return both and mark.model not in self.models and mark.at - self.at < _TOGETHER
