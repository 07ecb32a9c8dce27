"""How far first readings and the program agree: counts, kappa and its interval."""

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations import assessment_first
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.assessment_first import CONDITION, SETTING, Agreement
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.widgets import fields


class AgreementPage(QScrollArea):
    """One paragraph a finding; nothing leaves this machine."""

    def __init__(self, app: Application, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, theme.unit(2), theme.unit(1.5), 0)
        column.setSpacing(theme.unit())
        state = labels.setting(app.settings.text(SETTING))
        words = f"{labels.setting(SETTING)}: {state}"
        column.addWidget(fields.sign("eye-off", words, "text"))
        hint = self.tr(
            "First readings that were locked before the program's answer was shown, of all readers "
            "here. Kappa is the agreement beyond chance: 1 is complete, 0 what chance would give. "
            "Several films of one patient make the interval too narrow."
        )
        column.addWidget(fields.text(hint, "small", wrap=True))
        try:
            found = assessment_first.agreement(app)
        except MedDxError as error:
            column.addWidget(fields.text(labels.error(error), wrap=True, tone="danger"))
            found = {}
        else:
            if not found:
                none = self.tr("No first reading was locked yet.")
                column.addWidget(fields.sign("circle-dashed", none, "muted"))
        for name, one in found.items():
            column.addWidget(self._one(name, one))
        column.addStretch(1)
        self.setWidget(page)

    def _one(self, name: str, found: Agreement) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, theme.unit())
        column.setSpacing(theme.unit(0.25))
        first = self.tr("The condition thought of first")
        title = first if name == CONDITION else labels.label(f"finding.{name}")
        column.addWidget(fields.text(title, "strong", wrap=True))
        counts = self.tr("{agreed} of {total} the same").format(
            agreed=found.agreed, total=found.total
        )
        column.addWidget(fields.text(counts, wrap=True))
        column.addWidget(fields.text(self._kappa(found), wrap=True))
        if name != CONDITION:
            for one, other, number in found.counts:
                words = self.tr("reader {answer}, model {call}: {number}").format(
                    answer=labels.label(f"first.{one}"),
                    call=labels.label(f"call.{other}"),
                    number=number,
                )
                column.addWidget(fields.text(words, "small", wrap=True))
        return made

    def _kappa(self, found: Agreement) -> str:
        if found.kappa is None or found.low is None or found.high is None:
            return self.tr("No kappa: both gave one and the same answer each time.")
        return self.tr("Kappa {value} (95 % interval {low} to {high})").format(
            value=f"{found.kappa:.2f}", low=f"{found.low:.2f}", high=f"{found.high:.2f}"
        )
