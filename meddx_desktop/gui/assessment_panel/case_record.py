"""What stands in the record of a case: signatures, addenda, critical results that were told."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.review import Addendum, CriticalResult, NotCritical, Signature
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.assessment_panel import word_history
from meddx_desktop.gui.assessment_panel.critical_strip import call_words
from meddx_desktop.gui.widgets import fields


class CaseRecord(QObject):
    """Widgets for what clinicians did to the whole case, the signature first."""

    def parts(self, case: Case, shown: tuple[str, int] = ("", 1)) -> list[QWidget]:
        """One widget each; none for a case that nobody signed or raised anything of."""
        made = []
        if case.is_signed:
            made += self._words(case, shown)
        if case.signatures:
            made.append(self._signed(case, case.signatures[-1]))
        made += [self._addendum(added) for added in case.addenda]
        made += [self._told(critical) for critical in case.criticals if not critical.is_open]
        return made

    def _words(self, case: Case, shown: tuple[str, int]) -> list[QWidget]:
        """What the clinician said of the film that is looked at: the first thing to be read."""
        names = dict.fromkeys(word.finding for word in case.decisions if word.place[:2] == shown)
        said = [(name, case.decision_on(*shown, name)) for name in names]
        return [
            _column(
                fields.sign(
                    word_history.icon(word),
                    self.tr("{finding}: {word}").format(
                        finding=labels.label(f"finding.{name}"), word=word_history.sentence(word)
                    ),
                    "text",
                    role="strong",
                )
            )
            for name, word in said
            if word is not None
        ]

    def _signed(self, case: Case, signature: Signature) -> QWidget:
        who = self.tr("Signed by {who}, {time}").format(
            who=signature.by, time=labels.moment(signature.at)
        )
        if case.is_signed:
            sign = fields.sign("circle-check", labels.safety("signed"), "good", role="strong")
        else:
            sign = fields.sign("pencil", self.tr("Reopened after it was signed"), "warning")
        lines = [fields.text(who, wrap=True)]
        if signature.reason:
            settled = self.tr("Readers disagreed; settled: {reason}")
            lines.append(fields.text(settled.format(reason=signature.reason), wrap=True))
        head = self.tr("Audit trail {head}").format(head=signature.audit_head)
        line = fields.ElidedLabel(head, "small")
        return _column(sign, *lines, line)

    def _addendum(self, added: Addendum) -> QWidget:
        head = self.tr("Addendum by {who}, {time}").format(
            who=added.by, time=labels.moment(added.at)
        )
        return _column(fields.text(head, "caption", wrap=True), fields.text(added.text, wrap=True))

    def _told(self, critical: CriticalResult) -> QWidget:
        if critical.none is not None:
            return self._none(critical.what, critical.none)
        title = self.tr("Critical result, told: {what}").format(what=critical.what)
        calls = [fields.text(call_words(call), "small", wrap=True) for call in critical.told]
        return _column(fields.sign("phone", title, "text"), *calls)

    def _none(self, what: str, said: NotCritical) -> QWidget:
        title = self.tr("Not told as critical: {what}").format(what=what)
        why = self.tr("{why} ({who}, {time})").format(
            why=said.why, who=said.by, time=labels.when(said.at)
        )
        return _column(fields.sign("info", title, "text"), fields.text(why, "small", wrap=True))


def _column(*parts: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(theme.unit(2), 0, theme.unit(2), 0)
    column.setSpacing(theme.unit(0.25))
    for part in parts:
        column.addWidget(part)
    return made
