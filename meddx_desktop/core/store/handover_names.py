"""Whose site the readers of a case that came from elsewhere are of, behind their names."""

from dataclasses import replace

from meddx_desktop.core.domain.case import Case, FilmEntry
from meddx_desktop.core.domain.correction import Correction
from meddx_desktop.core.domain.review import CriticalResult
from meddx_desktop.core.store.assessment_rows import marked_assessment
from meddx_desktop.core.store.follow_up_rows import marked_follow_ups
from meddx_desktop.core.store.gene_rows import marked_genes
from meddx_desktop.core.store.lab_rows import marked_labs
from meddx_desktop.core.store.late_rows import marked_late
from meddx_desktop.core.store.note_rows import marked_note_words
from meddx_desktop.core.store.treatment_rows import marked_treatment


def marked(case: Case, mark: str) -> Case:
    """The case with the site of its readers behind their names: ``Dr Lin @ 3f2a 77c1``."""

    def named(name: str) -> str:
        return f"{name} @ {mark}" if name else ""

    def critical(one: CriticalResult) -> CriticalResult:
        told = tuple(replace(call, by=named(call.by)) for call in one.told)
        none = one.none and replace(one.none, by=named(one.none.by))
        return replace(one, by=named(one.by), told=told, none=none)

    def film(one: FilmEntry) -> FilmEntry:
        said = one.screenings and tuple(
            replace(part, correction=correction(part.correction)) for part in one.screenings
        )
        return replace(one, screenings=said, correction=correction(one.correction))

    def correction(one: Correction | None) -> Correction | None:
        return one and replace(one, by=named(one.by))

    words = (
        *(marked_labs, marked_note_words, marked_assessment, marked_genes),
        *(marked_treatment, marked_follow_ups, marked_late),
    )
    for renamed in words:
        case = renamed(case, named)
    return replace(
        case,
        films=tuple(film(one) for one in case.films),
        decisions=tuple(replace(word, by=named(word.by)) for word in case.decisions),
        signatures=tuple(replace(one, by=named(one.by)) for one in case.signatures),
        addenda=tuple(replace(one, by=named(one.by)) for one in case.addenda),
        criticals=tuple(critical(one) for one in case.criticals),
        first_reader=named(case.first_reader),
    )
