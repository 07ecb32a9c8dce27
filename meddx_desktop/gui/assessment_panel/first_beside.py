"""A locked first impression, shown beside what the program says."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from meddx_desktop.core.domain.assessment_record import FirstFinding, FirstImpression
from meddx_desktop.core.operations.assessment_site import Known
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.assessment_panel import said
from meddx_desktop.gui.widgets import fields


class FirstBeside(QWidget):
    """Who read what first, and where the program says the same."""

    def __init__(
        self, one: FirstImpression, known: tuple[Known, ...], now: tuple[str, ...]
    ) -> None:
        super().__init__()
        self._titles = {each.key: said.title(each.title) for each in known}
        self._now = now
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.unit(2), 0, theme.unit(2), theme.unit(0.5))
        column.setSpacing(theme.unit(0.25))
        when = labels.when(one.at) if one.at else "–"
        if one.waived:
            words = self.tr("{who} opened the results without a first reading, {time}")
        else:
            words = self.tr("First reading of {who}, locked {time}")
        head = words.format(who=one.by, time=when)
        column.addWidget(fields.sign("eye" if one.waived else "lock", head, "muted"))
        for number, key in enumerate(one.conditions, 1):
            column.addWidget(self._condition(number, key))
        for part in one.findings:
            column.addWidget(self._finding(part))
        if one.words:
            column.addWidget(fields.text(one.words, wrap=True))

    def _condition(self, number: int, key: str) -> QWidget:
        name = self._titles.get(key, key)
        if key in self._now:
            place = self._now.index(key) + 1
            words = self.tr("{number}. {name}: the program's number {place}")
            return fields.sign("check", words.format(number=number, name=name, place=place), "good")
        words = self.tr("{number}. {name}: not among what the program supports")
        return fields.sign("equal-not", words.format(number=number, name=name), "text")

    def _finding(self, part: FirstFinding) -> QWidget:
        name = labels.label(f"finding.{part.finding}")
        answer = labels.label(f"first.{part.answer.value}")
        machine = labels.label(f"call.{part.machine}") if part.machine else "–"
        words = self.tr("{finding}: you {answer}, the model {machine}").format(
            finding=name, answer=answer, machine=machine
        )
        is_same = part.machine == part.answer.value
        return fields.sign(
            "check" if is_same else "equal-not", words, "good" if is_same else "text"
        )
