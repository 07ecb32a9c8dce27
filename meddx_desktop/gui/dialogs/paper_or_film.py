"""A dropped picture that looks like a sheet of paper: asked before it is taken for a film."""

from PySide6.QtWidgets import QWidget

from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.dialogs.frame import Dialog
from meddx_desktop.gui.widgets import fields

REPORT, NOTE, FILM = "report", "note", "film"


class PaperOrFilmDialog(Dialog):
    """Says what it looks like; a person says what it is."""

    def __init__(
        self, name: str, more: int, *, may_read: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Film or paper?"), parent)
        self.answer = ""
        shown = labels.plain(name)
        words = self.tr("{file} looks like a sheet of paper, not like a film.").format(file=shown)
        if more:
            words += " " + self.tr("%n more picture(s) do too.", "", more)
        self.body.addWidget(fields.text(words, wrap=True))
        hint = self.tr("What is read from paper is compared by you before anything is kept.")
        if not may_read:
            hint = self.tr("To read it as paper, open the patient's case first and drop it again.")
        self.body.addWidget(fields.text(hint, "small", wrap=True))
        stop = fields.button(self.tr("Cancel"))
        stop.clicked.connect(self.reject)
        self._buttons.addWidget(stop)
        for answer, label, icon in (
            (FILM, self.tr("It is a film"), "image"),
            (NOTE, self.tr("Read as a note"), "file-text"),
            (REPORT, self.tr("Read as a laboratory report"), "flask-conical"),
        ):
            made = fields.button(label, "primary" if answer == REPORT and may_read else "", icon)
            made.setEnabled(may_read or answer == FILM)
            made.clicked.connect(lambda _on=False, answer=answer: self._say(answer))
            self._buttons.addWidget(made)
        stop.setDefault(True)
        stop.setFocus()
        self.resize(theme.unit(72), theme.unit(20))

    def _say(self, answer: str) -> None:
        self.answer = answer
        self.accept()
