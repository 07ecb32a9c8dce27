"""What a signature covers: every finding with the model's call and the clinician's word."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from meddx_desktop.core.domain.case import Case, FilmEntry
from meddx_desktop.core.domain.finding import Finding, Screening
from meddx_desktop.core.domain.treatment_record import TreatmentWord
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.assessment_panel import word_history
from meddx_desktop.gui.assessment_panel.score_bar import points
from meddx_desktop.gui.ranking import ranked
from meddx_desktop.gui.treatment import told
from meddx_desktop.gui.widgets import fields, marks


def unread(case: Case) -> tuple[FilmEntry, ...]:
    """Films that no model judged and no clinician said a word on: nobody knows what they show.

    A model on trial counts as none, for nothing can be decided on what it says.
    """
    said = {word.sop_instance_uid for word in case.decisions}
    return tuple(
        film
        for film in case.films
        if film.instance.sop_instance_uid not in said
        and not any(
            part.gate.accepted and part.findings and not part.on_trial
            for part in film.screenings or ()
        )
    )


class WhatIsSigned(QWidget):
    """A table: what was found, what the model says, what the clinician says."""

    def __init__(self, case: Case) -> None:
        super().__init__()
        self._case = case
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.unit(3))
        self._grid.setVerticalSpacing(theme.unit())
        captions = (self.tr("Finding"), self.tr("Model"), self.tr("Clinician"))
        for column, words in enumerate(captions):
            if case.films or not case.treatments:
                self._grid.addWidget(fields.text(words, "caption"), 0, column)
            self._grid.setColumnStretch(column, 1)
        for film in case.films:
            self._add_film(film)
        if case.treatments:
            captions = (self.tr("Treatment"), self.tr("Dose that was shown"), self.tr("Clinician"))
            self._row(*(fields.text(words, "caption") for words in captions))
        for treatment in case.treatments:
            self._add_treatment(treatment)

    def _add_treatment(self, word: TreatmentWord) -> None:
        """A treatment that was chosen: its dose, who chose it, and why against a check."""
        none = self.tr("No dose was shown") if word.drug else "–"
        dose = told.dose(word.dose) if word.dose else none
        said = [told.chosen_by(word)]
        reasons = dict.fromkeys(one.reason for one in word.overrides)
        pattern = self.tr("Against a check, because: {reason}")
        said += [pattern.format(reason=labels.plain(reason)) for reason in reasons]
        tone = "warning" if reasons else "text"
        self._row(
            fields.text(told.title(word.title), "strong", wrap=True),
            fields.text(dose, wrap=True),
            fields.sign("triangle-alert" if reasons else "check", "\n".join(said), tone),
        )

    def _add_film(self, film: FilmEntry) -> None:
        """A film that nobody scored has its line too: unscored must never look negative."""
        pairs = ranked(film.screenings or ())
        for said, finding in pairs:
            self._add_finding(film, said, finding)
        if not pairs:
            refused = fields.sign("circle-alert", labels.safety("refused"), "warning")
            self._row(fields.text(labels.film(film.instance), wrap=True), refused, None)

    def _add_finding(self, film: FilmEntry, said: Screening, finding: Finding) -> None:
        name = labels.label(f"finding.{finding.name}")
        if len(self._case.films) > 1:
            name = f"{name} · {labels.film(film.instance)}"
        if said.frame > 1:
            name = self.tr("{finding}, frame {number}").format(finding=name, number=said.frame)
        mark = marks.of_call(finding.call)
        call = fields.sign(mark.icon, f"{mark.word}, {points(finding.probability)}", mark.tone)
        uid = film.instance.sop_instance_uid
        word = self._case.decision_on(uid, said.frame, finding.name)
        if said.on_trial:
            own = fields.sign("info", self.tr("On trial: nothing is decided on it"), "muted")
        elif word is None:
            own = fields.sign("eye", self.tr("No word yet"), "warning")
        else:
            kind = word_history.kind(word)
            line = f"{kind}: {word.comment}" if word.comment else kind
            own = fields.sign(word_history.icon(word), line, "text")
        self._row(fields.text(name, "strong", wrap=True), call, own)

    def _row(self, *parts: QWidget | None) -> None:
        row = self._grid.rowCount()
        for column, part in enumerate(parts):
            if part is not None:
                self._grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignTop)
