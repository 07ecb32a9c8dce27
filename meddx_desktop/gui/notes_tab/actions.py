"""The buttons of the notes tab: above the page for the note, below the list for a line."""

from itertools import pairwise

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QPushButton, QWidget

from meddx_desktop.core.domain.note import Assertion, MentionKind
from meddx_desktop.core.domain.people import Action, Role, may
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.operations import notes_vitals
from meddx_desktop.core.operations.notes_vitals import Offered
from meddx_desktop.gui import icons, labels, theme
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.dialogs.labs_import import ImportDialog
from meddx_desktop.gui.dialogs.notes_deidentify import DeidentifyDialog
from meddx_desktop.gui.dialogs.notes_example import ExampleDialog
from meddx_desktop.gui.dialogs.notes_similar import SimilarDialog
from meddx_desktop.gui.dialogs.notes_vitals import NoteVitalsDialog
from meddx_desktop.gui.notes_tab.correcting import Correcting
from meddx_desktop.gui.notes_tab.page import NotePage
from meddx_desktop.gui.notes_tab.sources import Sources
from meddx_desktop.gui.widgets import fields
from meddx_desktop.gui.widgets.flow_layout import FlowLayout


class NoteActions(QObject):
    """What a role may not do is grey, and says who may."""

    def __init__(
        self, session: CaseSession, page: NotePage, correcting: Correcting, sources: Sources
    ) -> None:
        super().__init__(page)
        self._session, self._page, self._correcting = session, page, correcting
        self.open_button = fields.button(self.tr("Open a note…"), "quiet", "folder-open")
        self.open_button.setToolTip(self.tr("A text, Word or PDF file; its text comes behind this"))
        self.paper_button = fields.button(self.tr("From paper…"), "quiet", "scan")
        self.paper_button.setToolTip(
            self.tr("A photograph or scan of a note: read, and compared with the paper by you")
        )
        self.similar_button = fields.button(self.tr("Similar cases here…"), "quiet", "layers")
        self.similar_button.setToolTip(
            self.tr("Signed cases of this store whose notes say something alike")
        )
        self.export_button = fields.button(self.tr("De-identify and export…"), "quiet", "shield")
        self.example_button = fields.button(self.tr("Show an example"), "link")
        self.correct_button = fields.button(self.tr("Correct…"), "quiet", "pencil")
        self.correct_button.setToolTip(
            self.tr("Correct the chosen mention, or add the selected words (F2)")
        )
        self.seen_button = fields.button(self.tr("Seen"), "quiet", "check")
        self.labs_button = fields.button(self.tr("Offer to Labs…"), "quiet", "flask-conical")
        self.labs_button.setToolTip(
            self.tr("Look at the lab values of the note as results; nothing is taken over unasked")
        )
        self.vitals_button = fields.button(self.tr("Vital signs…"), "quiet", "thermometer")
        self.vitals_button.setToolTip(
            self.tr("Take vital signs of the note over into the strip; you tick which")
        )
        self.turn_button = fields.button("", "quiet", "list")
        self.bar = _row(
            self.turn_button,
            self.open_button,
            self.paper_button,
            self.similar_button,
            self.export_button,
        )
        below = (self.correct_button, self.seen_button, self.labs_button, self.vitals_button)
        page.column.addWidget(_row(*below))
        page.blank.column.insertWidget(
            page.blank.column.count() - 1, self.example_button, 0, Qt.AlignmentFlag.AlignHCenter
        )
        self.open_button.clicked.connect(sources.choose)
        self.paper_button.clicked.connect(sources.choose_paper)
        self.similar_button.clicked.connect(self._similar)
        self.export_button.clicked.connect(self._export)
        self.example_button.clicked.connect(lambda: ExampleDialog(session.app, page).exec())
        self.correct_button.clicked.connect(self.correct)
        self.seen_button.clicked.connect(self._see)
        self.labs_button.clicked.connect(self._offer_labs)
        self.vitals_button.clicked.connect(self._offer_vitals)
        self.turn_button.clicked.connect(page.turn)
        page.settled.connect(self.refresh)
        page.chosen.connect(lambda _row: self.refresh())
        page.editor.selectionChanged.connect(self.refresh)
        page.editor.more_menu = correcting.menu
        page.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        page.list.customContextMenuRequested.connect(self._list_menu)
        self.refresh()

    def set_tab_order(self) -> None:
        """The text first, then what was read in it, then what else can be done."""
        page = self._page
        order = [
            page.editor,
            page.list,
            self.correct_button,
            self.seen_button,
            self.labs_button,
            self.vitals_button,
            self.example_button,
            self.turn_button,
            self.open_button,
            self.paper_button,
            self.similar_button,
            self.export_button,
            *page.legend.chips.values(),
        ]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def refresh(self) -> None:
        """What can be done now."""
        allowed, row = self._correcting.is_allowed, self._page.row
        is_flag = row is not None and row.flag is not None
        selected = self._page.editor.textCursor().hasSelection()
        self.turn_button.setVisible(self._page.is_single)
        self._settle_turn()
        self.open_button.setEnabled(allowed)
        self.paper_button.setEnabled(allowed)
        has_text = not self._page.editor.document().isEmpty()
        exports = self._session.may(Action.EXPORT_DEIDENTIFIED)
        self.export_button.setEnabled(exports and has_text)
        usual = self.tr("A copy without what tells whose it is, looked over by you first")
        self.export_button.setToolTip(
            usual if exports else self._who_may(Action.EXPORT_DEIDENTIFIED)
        )
        self.similar_button.setEnabled(has_text and self._session.may(Action.OPEN_CASE))
        self.correct_button.setEnabled(
            allowed and (selected or (row is not None and bool(row.numbers)))
        )
        self.seen_button.setVisible(is_flag)
        if row is not None and is_flag:
            self.seen_button.setText(self.tr("Not seen yet") if row.is_seen else self.tr("Seen"))
            decides = allowed and self._session.may(Action.DECIDE)
            self.seen_button.setEnabled(decides)
            self.seen_button.setToolTip("" if decides else self._who_may(Action.DECIDE))
        self.labs_button.setVisible(bool(self._lab_lines()))
        self.labs_button.setEnabled(allowed)
        self.vitals_button.setVisible(bool(self._vitals()))
        self.vitals_button.setEnabled(allowed)

    def _settle_turn(self) -> None:
        """Where the list is out of sight its red flags are not: the button wears them."""
        page, button = self._page, self.turn_button
        is_loud = bool(page.unseen) and not page.shows_list
        words = self.tr("The text") if page.shows_list else self.tr("What was read")
        if is_loud:
            words = self.tr("Red flags (%n)", "", page.unseen)
        icon, tone = ("siren", "danger") if is_loud else ("list", "text")
        button.setText(words)
        button.setIcon(icons.icon(icon, tone))
        fields.set_property(button, "tone", "danger" if is_loud else "")

    def correct(self) -> None:
        """Open the menu where the hands are: at the cursor, or at the chosen line."""
        page = self._page
        if page.editor.hasFocus():
            rect = page.editor.cursorRect()
            self._correcting.open_menu(page.editor.viewport().mapToGlobal(rect.bottomLeft()))
            return
        if page.list.hasFocus():
            rect = page.list.visualRect(page.list.currentIndex())
            where = QPoint(rect.left() + theme.unit(4), rect.bottom())
            self._correcting.open_menu(page.list.viewport().mapToGlobal(where))
            return
        below = self.correct_button.rect().topLeft()
        self._correcting.open_menu(self.correct_button.mapToGlobal(below))

    def _list_menu(self, _where: QPoint) -> None:
        self._page.list.setFocus()
        self._correcting.open_menu(QCursor.pos())

    def _see(self) -> None:
        row = self._page.row
        if row is not None:
            self._correcting.see(row)

    def _lab_lines(self) -> list[str]:
        """Lab values that the note states of this patient, as they are written."""
        found = self._page.found
        return (
            []
            if found is None
            else [
                " ".join(entry.mention.text.split())
                for entry in found.note.entries
                if entry.mention.kind is MentionKind.LAB_VALUE
                and entry.mention.assertion is Assertion.PRESENT
                and not entry.is_refused
            ]
        )

    def _offer_labs(self) -> None:
        """The import of results asks for what is not clear, and keeps nothing unasked."""
        lines = self._lab_lines()
        if lines and self._correcting.is_allowed:
            ImportDialog(self._session, "\n".join(lines), self._page).exec()

    def _vitals(self) -> tuple[Offered, ...]:
        found = self._page.found
        return () if found is None else notes_vitals.offered(found)

    def _offer_vitals(self) -> None:
        """What is ticked goes into the strip as if it were typed there, for the case asked of."""
        offers, case = self._vitals(), self._session.case
        if not offers or case is None or not self._correcting.is_allowed:
            return
        dialog = NoteVitalsDialog(offers, case.vitals, self._page)
        now = self._session.case if dialog.exec() else None
        if now is not None and now.case_id == case.case_id:
            try:
                self._session.write_vitals(notes_vitals.taken(now.vitals, dialog.chosen))
            except InvalidEntry as error:
                self._correcting.tell(labels.error(error))

    def _export(self) -> None:
        case, text = self._session.case, self._page.editor.toPlainText()
        if case is None or not text.strip():
            return
        dialog = DeidentifyDialog(self._session.app, case, text, self._page)
        if dialog.exec() and dialog.written is not None:
            words = self.tr("The de-identified note was written: {file}")
            self._correcting.tell(words.format(file=dialog.written.name))

    def _who_may(self, action: Action) -> str:
        roles = (labels.label(f"role.{role.value}") for role in Role if may(role, action))
        return self.tr("Only: {who}").format(who=labels.listed(roles))

    def _similar(self) -> None:
        case = self._session.case
        if case is None:
            return
        dialog = SimilarDialog(self._session.app, case, self._page.editor.toPlainText(), self._page)
        if dialog.exec() and dialog.chosen:
            self._session.open_case(dialog.chosen)


def _row(*buttons: QPushButton) -> QWidget:
    made = QWidget()
    row = FlowLayout(made, gap=theme.unit(0.5), line_gap=theme.unit(0.5))
    for button in buttons:
        row.addWidget(button)
    return made
