"""What the user is told, as data: a queue of notices that outlives any one window."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QObject, Signal


class Severity(StrEnum):
    """How much a notice matters; each has its own icon, word and colour."""

    INFORMATION = "information"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Detail:
    """One line of a notice's list: what it is about, and what happened."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    """One plain sentence with the next step, and perhaps one thing to do about it.

    Notices of the same non-empty `group` are told as one: the details add up, and `summary`
    makes the sentence from their number.
    """

    text: str
    severity: Severity = Severity.INFORMATION
    action: str = ""
    on_action: Callable[[], None] | None = None
    details: tuple[Detail, ...] = ()
    group: str = ""
    summary: Callable[[int], str] | None = None
    urgent: bool = False
    """About what is being done this moment: it stands before everything else."""
    yields: bool = False
    """Nothing can be done about it: what can be acted on stands before it, however mild."""
    heads: tuple[str, str] | None = None
    """What the two columns of the list are called, where they tell of no files."""
    about: str = ""
    """The case that it speaks of: over another one it would mislead, and is withdrawn."""
    dismissal: str = ""
    """Words of a link that puts the notice away, where the cross alone would not say enough."""


class Notices(QObject):
    """Notices that wait to be read, the gravest first, each shown until dismissed."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Notice] = []
        self._language = ""

    @property
    def waiting(self) -> tuple[Notice, ...]:
        """All notices not yet dismissed; the first is the one to show."""
        return tuple(self._waiting)

    def tell(self, notice: Notice) -> None:
        """Add a notice, or join it to the waiting one of its group; repeats are told once."""
        for place, told in enumerate(self._waiting):
            if notice.group and told.group == notice.group:
                self._waiting[place] = _joined(told, notice)
                self.changed.emit()
                return
            if (told.text, told.severity, told.details) == (
                notice.text,
                notice.severity,
                notice.details,
            ):
                self._waiting[place] = notice
                self.changed.emit()
                return
        self._waiting.append(notice)
        order = list(Severity)
        self._waiting.sort(key=lambda one: (not one.urgent, one.yields, -order.index(one.severity)))
        self.changed.emit()

    def dismiss(self, notice: Notice) -> None:
        """Take a notice away; one that is gone already is no error."""
        if notice in self._waiting:
            self._waiting.remove(notice)
            self.changed.emit()

    def clear(self) -> None:
        """Take all of them away: who reads next is somebody else."""
        self._waiting = []
        self.changed.emit()

    def speak(self, language: str) -> None:
        """The window speaks this language now: what was told in another one goes."""
        before, self._language = self._language, language
        if before and before != language:
            self.clear()

    def leave_other_cases(self, case_id: str) -> None:
        """Another case was opened: what speaks of another one would be read of it."""
        self._keep([told for told in self._waiting if told.about in ("", case_id)])

    def withdraw(self, group: str) -> None:
        """Take a group's notice away: what it told is settled."""
        self._keep([notice for notice in self._waiting if notice.group != group])

    def _keep(self, kept: list[Notice]) -> None:
        if len(kept) != len(self._waiting):
            self._waiting = kept
            self.changed.emit()


def _joined(told: Notice, added: Notice) -> Notice:
    details = tuple(dict.fromkeys((*told.details, *added.details)))
    text = added.summary(len(details)) if added.summary else added.text
    return replace(added, text=text, details=details)
