"""The clinician's signature under a threshold: what it says, and the own passphrase."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from meddx_desktop.core.operations import proof, site_thresholds
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.site_thresholds import SiteThreshold
from meddx_desktop.gui import theme
from meddx_desktop.gui.dialogs import check_model_words as words
from meddx_desktop.gui.dialogs.work import WorkDialog
from meddx_desktop.gui.gate.passphrase import PassphraseField
from meddx_desktop.gui.widgets import fields


class ConfirmDialog(WorkDialog):
    """Closes when the threshold holds; a wrong passphrase changes nothing and is told."""

    def __init__(
        self, app: Application, chosen: SiteThreshold, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Confirm a threshold"), parent)
        self._app, self._chosen = app, chosen
        self.confirmed: SiteThreshold | None = None
        self.passphrase = PassphraseField(self.tr("Your passphrase"))
        self.begin = fields.button(self.tr("Confirm"), "primary", "check")
        title = f"{words.finding(chosen.finding)} · {chosen.model} {chosen.version}"
        self.body.addWidget(fields.text(title, "large", wrap=True))
        self.body.addWidget(fields.text(self._what(), wrap=True))
        effect = self.tr(
            "From now on it decides which films count as found here. A model on trial no longer "
            "is, for this finding."
        )
        self.body.addWidget(fields.sign("triangle-alert", effect, "warning"))
        column = QVBoxLayout()
        column.setSpacing(theme.unit(0.5))
        asked = self.tr("Your passphrase, {who}").format(who=app.access.user)
        column.addWidget(fields.text(asked, "small"))
        column.addWidget(self.passphrase)
        self.body.addLayout(column)
        self.body.addWidget(self.work)
        self.body.addStretch(1)
        self.add_buttons(self.begin)
        self.begin.clicked.connect(self.confirm)
        self.passphrase.entered.connect(self.confirm)
        self.passphrase.changed.connect(self._enable)
        self.work.busy_changed.connect(self._enable)
        self.setMinimumWidth(theme.unit(68))
        self.passphrase.setFocus()
        self._enable()

    def confirm(self) -> None:
        """Compare the passphrase, then put the threshold into force."""
        typed = self.passphrase.text
        if not typed or self.work.busy:
            return

        def work(_context: object) -> SiteThreshold:
            proof.prove(self._app, typed)
            return site_thresholds.confirm(self._app, self._chosen)

        self.work.run(self.tr("Confirming"), work, self._done)

    def done(self, result: int) -> None:
        """What was typed leaves memory with the dialog."""
        self.passphrase.clear()
        super().done(result)

    def _done(self, confirmed: SiteThreshold) -> None:
        self.confirmed = confirmed
        self.work.ended.connect(self.accept)

    def _enable(self) -> None:
        self.begin.setEnabled(bool(self.passphrase.text) and not self.work.busy)

    def _what(self) -> str:
        one = self._chosen
        told = self.tr(
            "Threshold {threshold} instead of {shipped}, chosen by {who} on {day}. On films of "
            "{patients} patients it found {found} of {positives} with the finding ({low} to {high} "
            "%) and left {passed} of {negatives} without it. It lapses after {days} days."
        )
        return told.format(
            threshold=words.points(one.threshold),
            shipped=words.points(one.shipped),
            who=one.set_by,
            day=one.set_on,
            patients=one.patients,
            found=one.found,
            positives=one.positives,
            low=f"{one.low * 100:.1f}",
            high=f"{one.high * 100:.1f}",
            passed=one.passed,
            negatives=one.negatives,
            days=one.days,
        )
