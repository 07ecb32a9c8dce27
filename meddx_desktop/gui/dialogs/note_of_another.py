"""Asked before a note that names another patient goes into the open case."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from meddx_desktop.core.domain.patient import Patient
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.dialogs.frame import Dialog
from meddx_desktop.gui.widgets import fields


class NoteOfAnotherDialog(Dialog):
    """Names both and what differs; Enter goes back, nothing goes in by habit.

    Parameters
    ----------
    patient, found
        Of the open case, and as the note says.
    differs
        Names of the fields, as `note_identity.differs` has them.
    """

    def __init__(
        self,
        patient: Patient,
        found: Patient,
        differs: Iterable[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("A note of another patient?"), parent)
        told = labels.together(labels.label(f"field.{field}") for field in differs)
        words = self.tr("This note may be of another patient. It differs in: {fields}.")
        self.body.addWidget(
            fields.sign("triangle-alert", words.format(fields=told), "warning", wrap=True)
        )
        case = self.tr("Open case: {name}").format(name=labels.name(patient))
        self.body.addWidget(fields.text(case, wrap=True))
        if found.name.alphabetic or found.name.ideographic:
            named = self.tr("Named in the note: {name}").format(name=labels.name(found))
            self.body.addWidget(fields.text(named, "strong", wrap=True))
        hint = self.tr("Put it in only if you know that both are the same person.")
        self.body.addWidget(fields.text(hint, "small", wrap=True))
        self.add_accept(self.tr("Put into this case"), self.tr("Back"), unsettled=True)
        self.resize(theme.unit(64), theme.unit(20))
