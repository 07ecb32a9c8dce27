"""Who the open case belongs to, always in sight; a click corrects it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.operations.patients import QUESTIONS
from meddx_desktop.gui import icons, labels, theme, whose
from meddx_desktop.gui.banner.visits import VisitsButton
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.widgets import fields
from meddx_desktop.gui.widgets.flow_layout import FlowLayout


class PatientBanner(QFrame):
    """Name, ID, birth date, age, sex, allergies, on one line."""

    edit_wanted = Signal()
    compare_wanted = Signal()
    """Whether the open case is of another case's person is to be decided."""
    separate_wanted = Signal()
    """Cases that were joined shall be two persons' again."""
    vitals_wanted = Signal()
    """The vital signs, folded away for lack of room, are wanted."""

    def __init__(self, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "header")
        self._session = session
        self._name = fields.ElidedLabel("", "large")
        self._facts = fields.ElidedLabel("", "muted")
        self._compact = False
        self._demonstration = fields.text(self.tr("Demonstration"), tone="accent")
        self._demonstration_sign = fields.icon_label("play", "accent")
        self._demonstration_sign.setToolTip(self.tr("Demonstration"))
        self._demonstration_sign.setAccessibleName(self.tr("Demonstration"))
        self._allergy_icon = QLabel()
        self._allergies = fields.ElidedLabel()
        self._edit = fields.button(self.tr("Edit patient"), "quiet", "pencil")
        self._edit.clicked.connect(self.edit_wanted)
        self._edit_tool = fields.tool("pencil", self.tr("Edit patient"), "Ctrl+E")
        self._edit_tip = self._edit_tool.toolTip()
        self._edit_tool.clicked.connect(self.edit_wanted)
        self.vitals = fields.tool("thermometer", self.tr("Vital signs"), "Ctrl+4")
        self.vitals.clicked.connect(self.vitals_wanted)
        self.visits = VisitsButton(session)
        self.visits.separate_wanted.connect(self.separate_wanted)
        self.compare = fields.button(self.tr("Compare…"), "link")
        self.compare.setToolTip(self.tr("Compare with the other case and say who this is"))
        self.compare.clicked.connect(self.compare_wanted)
        facts = QWidget()
        flow = FlowLayout(facts, gap=theme.unit(2), line_gap=theme.unit(0.5))
        parts: tuple[QWidget, ...] = (
            self._name,
            self._demonstration,
            self._demonstration_sign,
            self._facts,
            self._allergy(),
            self.visits,
            self._question(),
        )
        for part in parts:
            flow.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.unit(2), theme.unit(), theme.unit(), theme.unit())
        row.setSpacing(theme.unit(2))
        row.addWidget(facts, 1)
        for button in (self.vitals, self._edit_tool, self._edit):
            row.addWidget(button)
        self._edit.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        session.case_opened.connect(self._refresh)
        session.case_changed.connect(self._refresh)
        self._refresh()

    def set_compact(self, compact: bool) -> None:
        """One row, where height is scarce: signs for words that the tooltip says again."""
        self._compact = compact
        self._refresh()

    def point(self) -> None:
        """Show where age and sex stand: the button that corrects them gets the focus."""
        (self._edit_tool if self._compact else self._edit).setFocus()

    def _allergy(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.unit(0.75))
        row.addWidget(self._allergy_icon)
        row.addWidget(self._allergies)
        return made

    def _question(self) -> QWidget:
        """Stands while it is open who the case belongs to."""
        self._unsure = QWidget()
        row = QHBoxLayout(self._unsure)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.unit(0.5))
        row.addWidget(fields.sign("triangle-alert", self.tr("Who is this?"), "danger", wrap=False))
        row.addWidget(self.compare)
        return self._unsure

    def _refresh(self) -> None:
        case = self._session.case
        asked_who = case is not None and any(a.code in QUESTIONS for a in case.alerts)
        self._unsure.setVisible(asked_who)
        self.visits.show_visits()
        for part in (self._facts, self._allergies, self._allergy_icon):
            part.setVisible(case is not None)
        self._edit.setVisible(case is not None and not self._compact)
        self._edit_tool.setVisible(case is not None and self._compact)
        self.vitals.setVisible(case is not None and self._compact)
        self._show_rights(case)
        demonstration = case is not None and case.demonstration
        self._demonstration.setVisible(demonstration and not self._compact)
        self._demonstration_sign.setVisible(demonstration and self._compact)
        if case is None:
            self._name.setText(self.tr("No case open"))
            return
        self._name.setText(labels.name_or_film(case))
        self._facts.setText(whose.facts(case, brief=self._compact))
        asked = case.patient.allergies is not None
        worrying = bool(case.patient.allergies)
        tone = "danger" if worrying else "muted" if asked else "warning"
        name = "triangle-alert" if worrying else "circle-check" if asked else "circle-help"
        self._allergy_icon.setPixmap(icons.pixmap(name, tone, theme.unit(2)))
        self._allergies.setText(labels.allergies(case.patient))
        fields.set_property(self._allergies, "tone", tone)

    def _show_rights(self, case: Case | None) -> None:
        """Who is named on a signed case stays; the lock says so."""
        fixed = case is not None and self._session.is_read_only
        signed = case is not None and case.is_signed
        why = self.tr("Signed: read only") if signed else self.tr("Your role reads here")
        for button, usual in ((self._edit, ""), (self._edit_tool, self._edit_tip)):
            button.setEnabled(not fixed)
            button.setIcon(icons.icon("lock" if fixed else "pencil"))
            button.setToolTip(why if fixed else usual)
