"""The open case as a whole: alerts above all, then conditions with what each rests on."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from meddx_desktop.core.domain.assessment import Alert, AlertKind, Assessment, RankedCondition
from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations import assessment_first
from meddx_desktop.core.operations.assessment_first import Asked
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.assessment_panel.alert_card import AlertCard
from meddx_desktop.gui.assessment_panel.case_lines import CaseLines, column
from meddx_desktop.gui.assessment_panel.case_record import CaseRecord
from meddx_desktop.gui.assessment_panel.condition_card import ConditionCard
from meddx_desktop.gui.assessment_panel.confirm_other import ConfirmOther
from meddx_desktop.gui.assessment_panel.first_beside import FirstBeside
from meddx_desktop.gui.assessment_panel.first_reading import FirstReading
from meddx_desktop.gui.assessment_panel.fold import Fold
from meddx_desktop.gui.assessment_panel.parts import padded, reason_line
from meddx_desktop.gui.assessment_panel.reader import Assessed
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.widgets import fields

_HIDDEN_WHILE_BLIND = (AlertKind.DISAGREEMENT,)
"""Danger signs, actions and films without a score are shown to everybody (SAFETY 2, 19)."""
_IN_FULL = 2
"""How many alerts say in full what to do; the others are one line that opens."""
_OTHERS, _NOT_FOR, _ANOTHER = "others", "not_for", "another"


class CasePage(QWidget):
    """Draws one assessment; what is wanted of others is announced."""

    place_wanted = Signal(object)
    site_wanted = Signal()
    confirm_wanted = Signal(str, str)
    unconfirm_wanted = Signal(str)
    treatment_wanted = Signal(str)
    lock_wanted = Signal(object, str, object)
    waive_wanted = Signal()

    def __init__(self, session: CaseSession) -> None:
        super().__init__()
        self._session = session
        self._open: set[str] = set()
        self.cards: list[ConditionCard] = []
        self.alerts: list[AlertCard] = []
        self.form: FirstReading | None = None
        self._asked: tuple[Asked, ...] = ()
        self._inside: QWidget | None = None
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(theme.unit())
        self.setAutoFillBackground(False)
        self._record, self._lines = CaseRecord(self), CaseLines(self)
        self._top: QWidget | None = None
        self._done: QWidget | None = None
        self._above: QWidget | None = None
        self.renewing = fields.text(self.tr("Working it out anew…"), "small", wrap=True)
        self.renewing.setContentsMargins(theme.unit(2), 0, theme.unit(2), 0)
        self._outer.addWidget(self.renewing)
        self.clear()

    def clear(self) -> None:
        """Nothing is known of the open case yet."""
        self._open.clear()
        self._swap([])
        self.renewing.setVisible(self._session.case is not None)

    def show_record(self, case: Case | None) -> None:
        """What is asked of the whole case above everything, what was done to it below alerts."""
        alarms = [] if case is None else [reason_line(alert, "danger") for alert in case.alerts]
        record = [] if case is None else self._record.parts(case)
        self._top = self._renewed(self._top, alarms, 0)
        # On a small screen a signature must never push a danger sign out of sight.
        at = self._outer.count() if self._inside is None else self._outer.indexOf(self._inside)
        self._done = self._renewed(self._done, record, at)

    def _renewed(self, old: QWidget | None, parts: list[QWidget], at: int) -> QWidget | None:
        made = column(*parts) if parts else None
        if made is not None:
            self._outer.insertWidget(at, made)
            made.show()
        self._drop(old)
        return made

    def _drop(self, old: QWidget | None) -> None:
        """The click that led here may come from inside: it must outlive its own handler."""
        if old is not None:
            self._outer.removeWidget(old)
            old.hide()
            old.deleteLater()

    def tell_renewing(self) -> None:
        """What stands here may be out of date."""
        self.renewing.show()

    def show_refused(self, error: MedDxError) -> None:
        """There is no assessment; the reason names the file that is broken."""
        self.renewing.hide()
        words = self.tr("No assessment")
        told = fields.sign("triangle-alert", words, "warning", role="strong")
        self._swap([padded(told), padded(fields.text(labels.error(error), wrap=True))])

    def show_read(self, found: Assessed, case: Case, *, barred: str) -> None:
        """Draw an assessment of `case`."""
        self.renewing.hide()
        is_blind = self._session.is_blind
        if is_blind and self._keeps_form(found, case):
            return
        above = self._alerts(found.assessment.alerts, case, is_blind=is_blind)
        above += self._lines.dangers(found.assessment)
        if is_blind:
            self._swap([self._form(found, case)], above)
        else:
            self._swap(self._conditions(found, case, barred), above)

    def _keeps_form(self, found: Assessed, case: Case) -> bool:
        """Whether a form that somebody writes in stays; only the alerts above it may change."""
        shown = tuple(one.alert for one in self.alerts)
        wanted = tuple(
            one for one in found.assessment.alerts if one.kind not in _HIDDEN_WHILE_BLIND
        )
        asked = assessment_first.asked(case)
        return self.form is not None and (self._asked, shown) == (asked, wanted)

    def _swap(self, parts: Iterable[QWidget], above: Iterable[QWidget] = ()) -> None:
        """Draw anew: `above` stands before what was done to the case, `parts` after it."""
        inside = QWidget()
        inside.setAutoFillBackground(False)
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 0, 0, theme.unit(2))
        inner.setSpacing(theme.unit())
        for part in parts:
            inner.addWidget(part)
        inner.addStretch(1)
        old, self._inside = self._inside, inside
        alerts = list(above)
        before = self._above
        self._above = column(*alerts) if alerts else None
        if self._above is not None:
            self._outer.insertWidget(self._outer.indexOf(self.renewing) + 1, self._above)
            self._above.show()
        self._outer.addWidget(inside, 1)
        inside.show()
        if self.form is not None and old is not None and old.isAncestorOf(self.form):
            self.form = None
        self.cards = [card for card in self.cards if inside.isAncestorOf(card)]
        shown = self._above
        self.alerts = [card for card in self.alerts if shown and shown.isAncestorOf(card)]
        self._drop(old)
        self._drop(before)

    def _alerts(self, alerts: Iterable[Alert], case: Case, *, is_blind: bool) -> list[QWidget]:
        made: list[QWidget] = []
        for alert in alerts:
            if not (is_blind and alert.kind in _HIDDEN_WHILE_BLIND):
                key = f"alert:{alert.condition}:{alert.name}"
                card = AlertCard(
                    alert, case.note, is_brief=len(made) >= _IN_FULL, is_open=key in self._open
                )
                card.turned.connect(partial(self._turned, key))
                card.place_wanted.connect(self.place_wanted)
                self.alerts.append(card)
                made.append(card)
        return made

    def _form(self, found: Assessed, case: Case) -> QWidget:
        before, self._asked = self.form, assessment_first.asked(case)
        form = FirstReading(found.known, self._asked)
        if before is not None:
            form.take_over(before)
        form.lock_wanted.connect(self.lock_wanted)
        form.waive_wanted.connect(self.waive_wanted)
        self.form = form
        return form

    def _conditions(self, found: Assessed, case: Case, barred: str) -> list[QWidget]:
        said_here = found.assessment
        parts: list[QWidget] = [self._head(found)]
        now = tuple(one.key for one in said_here.conditions)
        parts += [FirstBeside(one, found.known, now) for one in case.first_impressions]
        parts += self._lines.elsewhere(found, case)
        make = partial(self._card, found=found, case=case, barred=barred)
        if said_here.not_enough:
            parts.append(self._lines.not_enough())
        parts += [make(one) for one in said_here.conditions]
        parts += self._lines.next_tests(said_here)
        parts += self._lines.cautions(said_here)
        if said_here.others:
            words = self.tr("Little for these: %n", "", len(said_here.others))
            parts.append(self._fold(_OTHERS, words, lambda: self._others(said_here, make)))
        if said_here.not_for:
            words = self.tr("Not for this patient: %n", "", len(said_here.not_for))
            parts.append(self._fold(_NOT_FOR, words, lambda: self._lines.not_for(found)))
        words = self.tr("Confirm another condition")
        parts.append(self._fold(_ANOTHER, words, lambda: self._another(found, case, barred)))
        return parts

    def _another(self, found: Assessed, case: Case, barred: str) -> QWidget:
        confirmed = {word.condition for word in case.confirmed}
        shown = {one.key for one in (*found.assessment.conditions, *found.assessment.others)}
        left = tuple(one for one in found.known if one.key not in confirmed | shown)
        made = ConfirmOther(left, barred=barred)
        made.confirm_wanted.connect(self.confirm_wanted)
        return made

    def _head(self, found: Assessed) -> QWidget:
        """Where the patient is seen, and what the site has said: never changed silently."""
        site = found.site
        place = labels.label(f"place_of_care.{site.kind}")
        own = len(site.priors)
        if site.tests is None:
            tests = self.tr("tests here not stated")
        else:
            tests = self.tr("%n test(s) here", "", len(site.tests))
        parts = [place, tests]
        if own:
            parts.append(self.tr("%n own prior(s)", "", own))
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(theme.unit(2), 0, theme.unit(), 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.addWidget(fields.text(self.tr("Conditions"), "caption"), 1)
        tip = self.tr("What assessments rest on here: place, tests, priors")
        self.site_button = fields.tool("settings", tip)
        self.site_button.clicked.connect(lambda _on=False: self.site_wanted.emit())
        row.addWidget(self.site_button)
        column.addLayout(row)
        self.site_words = fields.text(" · ".join(parts), "small", wrap=True)
        column.addWidget(self.site_words)
        return made

    def _card(
        self, one: RankedCondition, *, found: Assessed, case: Case, barred: str
    ) -> ConditionCard:
        words = {word.condition: word for word in case.confirmed}
        card = ConditionCard(
            one,
            case.note,
            found.site,
            word=words.get(one.key),
            barred=barred,
            is_open=one.key in self._open,
        )
        card.place_wanted.connect(self.place_wanted)
        card.turned.connect(self._turned)
        card.confirm_wanted.connect(self.confirm_wanted)
        card.unconfirm_wanted.connect(self.unconfirm_wanted)
        card.treatment_wanted.connect(self.treatment_wanted)
        self.cards.append(card)
        return card

    def _others(self, found: Assessment, make: partial[ConditionCard]) -> QWidget:
        words = self.tr("Little was found for these; that is never the same as excluded.")
        return column(padded(fields.text(words, "small", wrap=True)), *map(make, found.others))

    def _fold(self, key: str, words: str, content: object) -> Fold:
        made = Fold(words, content, is_open=key in self._open)  # type: ignore[arg-type]
        made.turned.connect(lambda on: self._turned(key, on))
        return made

    def _turned(self, key: str, is_open: bool) -> None:
        (self._open.add if is_open else self._open.discard)(key)
