"""Signing a case: what is signed, what is still without a word, and what settles a dispute."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from meddx_desktop.core.domain.case import Case, CaseState
from meddx_desktop.core.domain.people import same_name
from meddx_desktop.core.domain.review import CriticalResult
from meddx_desktop.core.domain.treatment_record import TreatmentWord
from meddx_desktop.core.operations import review
from meddx_desktop.gui import labels, theme, whose
from meddx_desktop.gui.assessment_panel.critical_strip import call_words
from meddx_desktop.gui.dialogs.what_is_signed import WhatIsSigned, unread
from meddx_desktop.gui.dialogs.written import WrittenDialog
from meddx_desktop.gui.treatment import told
from meddx_desktop.gui.widgets import fields
from meddx_desktop.gui.widgets.short_area import ShortArea

_ROOM = 40
"""Units of height beyond which the list of findings scrolls."""


class SignDialog(WrittenDialog):
    """One last look before a case becomes read-only."""

    follow_up_wanted = Signal()
    """Somebody wants to set what is to be measured again."""

    def __init__(
        self,
        case: Case,
        user: str,
        parent: QWidget | None = None,
        *,
        outdated: tuple[TreatmentWord, ...] = (),
    ) -> None:
        super().__init__("", "reason_missing", parent)
        self.setWindowTitle(self.tr("Sign the case"))
        self._disagree = case.state is CaseState.READERS_DISAGREE
        self.body.addWidget(whose.head(case))
        films = self.tr("You sign %n film(s):", "", len(case.films))
        self.body.addWidget(fields.text(films, "caption"))
        self._list = ShortArea(WhatIsSigned(case), "signedList")
        self._list.needs_fit.connect(self._fit)
        self._list.show()
        self.body.addWidget(self._list)
        undecided = review.undecided(case)
        if undecided:
            open_ = self.tr("%n finding(s) have no clinician's word yet.", "", undecided)
            self.body.addWidget(fields.sign("eye", open_, "warning"))
        unread_ = unread(case)
        if unread_:
            words = self.tr(
                "Nobody has said what %n film(s) show: {films}. There is no score and no "
                "clinician's word. Look at them, and write what they show into the note "
                "before you sign.",
                "",
                len(unread_),
            )
            named = labels.listed(labels.film(film.instance) for film in unread_)
            self.body.addWidget(fields.sign("eye", words.format(films=named), "danger"))
        for critical in case.criticals:
            self.body.addWidget(self._critical(critical))
        for word in outdated:
            words = self.tr(
                "The case has changed since this treatment was chosen, or a new check speaks "
                "against it: {title}. Look at it again."
            )
            late = words.format(title=told.title(word.title))
            self.body.addWidget(fields.sign("triangle-alert", late, "warning"))
        hint = self.tr(
            "You sign as {who}. The case is read-only from then on; more words go into an addendum."
        )
        self.body.addWidget(fields.text(hint.format(who=user), wrap=True))
        if self._disagree:
            if any(same_name(word.by, user) for word in case.decisions):
                alone = self.tr("You are one of the two readers: you settle it alone.")
                self.body.addWidget(fields.sign("users", alone, "warning"))
            self.ask(self.tr("Two readers disagree. What settles it?"))
        unsettled = bool(
            undecided or unread_ or self._disagree or outdated or whose.open_questions(case)
        )
        self.add_accept(self.tr("Sign"), self.tr("Cancel"), unsettled=unsettled)
        self.follow_up = fields.button(self.tr("Follow-up…"), "", "clock")
        self.follow_up.clicked.connect(self.follow_up_wanted)
        self._buttons.insertWidget(0, self.follow_up)
        self.setMinimumWidth(theme.unit(80))
        self._fit()

    def _critical(self, one: CriticalResult) -> QWidget:
        """A critical result and how it was settled: nobody signs past it unseen."""
        if one.none is not None:
            pattern = self.tr("Not told as critical: {what}. {how}")
            return fields.sign("info", pattern.format(what=one.what, how=one.none.why), "warning")
        how = call_words(one.told[-1]) if one.told else self.tr("nobody was told")
        pattern = self.tr("Critical result: {what}. {how}")
        tone = "danger" if one.is_open else "text"
        return fields.sign("siren", pattern.format(what=one.what, how=how), tone)

    def _fit(self) -> None:
        self._list.fit(theme.unit(_ROOM))

    @property
    def is_needed(self) -> bool:
        """A reason is needed only where readers disagree."""
        return self._disagree
