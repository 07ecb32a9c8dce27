"""The mark of a corrected film beside its findings, with the way back."""

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from meddx_desktop.core.domain.correction import Correction
from meddx_desktop.gui import corrected, theme
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.widgets import fields


class CorrectedLine(QWidget):
    """What was done to the selected film, by whom and when; `undo` is told the film's UID."""

    def __init__(self, correction: Correction, session: CaseSession, undo: SignalInstance) -> None:
        super().__init__()
        barred, uid = corrected.barred(session), session.film_uid
        self.setObjectName("correctedLine")
        sign = fields.sign(corrected.icon(correction), corrected.whole(correction), "warning")
        self.button = fields.button(corrected.undo_words(), "quiet", "undo-2")
        self.button.setObjectName("undoCorrection")
        self.button.setEnabled(not barred)
        self.button.setToolTip(barred or corrected.undo_tip())
        self.button.clicked.connect(lambda: undo.emit(uid))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.unit(2), 0, theme.unit(2), 0)
        column.setSpacing(theme.unit(0.5))
        column.addWidget(sign)
        row = QHBoxLayout()
        row.addSpacing(theme.unit(1.5))
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        column.addLayout(row)
        self.setAccessibleName(corrected.whole(correction))
