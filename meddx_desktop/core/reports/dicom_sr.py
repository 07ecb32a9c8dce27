"""A report as a DICOM Basic Text SR (PS3.3 A.35.1), to lie beside the films in an archive.

Verified means signed: an unsigned report is UNVERIFIED and says so in its words. The tree is a
container for each part of the report with its sentences as TEXT.
"""

from collections.abc import Iterator

from pydicom.dataset import Dataset

from meddx_desktop.core.domain.patient import PersonName
from meddx_desktop.core.domain.report import FilmPart, Report
from meddx_desktop.core.reports import clinical, identity
from meddx_desktop.core.reports.dicom_parts import (
    OWN_SCHEME,
    coded,
    is_uid,
    long,
    new_object,
    own_code,
    person,
    sequence,
    short,
    stamped,
    written,
)
from meddx_desktop.core.reports.narrative import lines
from meddx_desktop.core.reports.speech import Speech

BASIC_TEXT_SR = "1.2.840.10008.5.1.4.1.1.88.11"
_LANGUAGES = {"en": ("en", "English"), "zh": ("zh", "Chinese")}
_CONTAINERS = {
    "films": ("121070", "DCM", "Findings"),
    "assessment": ("121076", "DCM", "Conclusions"),
    "note": ("121060", "DCM", "History"),
}
_COMMENT = ("121106", "DCM", "Comment")
_FINDING = ("121071", "DCM", "Finding")


def render(report: Report, speech: Speech) -> bytes:
    """The report as a file."""
    film = next((one for one in report.films if is_uid(one.study_uid)), None)
    made = new_object(BASIC_TEXT_SR, report, film)
    made.Modality = "SR"
    made.SeriesDescription = short(speech.say("paper_title"))
    made.ReferencedPerformedProcedureStepSequence = sequence()
    made.InstanceNumber = 1
    stamped(made, "Content", report.made_at)
    stamped(made, "InstanceCreation", report.made_at)
    made.CompletionFlag = "COMPLETE" if report.is_signed else "PARTIAL"
    made.PreliminaryFlag = "FINAL" if report.is_signed else "PRELIMINARY"
    made.PerformedProcedureCodeSequence = sequence()
    scheme = Dataset()
    scheme.CodingSchemeDesignator = OWN_SCHEME
    scheme.CodingSchemeResponsibleOrganization = "MedDx Desktop"
    made.CodingSchemeIdentificationSequence = sequence(scheme)
    _verified(made, report)
    _evidence(made, report)
    root = _container(coded("18748-4", "LN", "Diagnostic imaging study"))
    del root.RelationshipType
    made.update(root)
    language, name = _LANGUAGES[speech.language]
    children = [_modifier(("121049", "DCM", "Language of Content Item and Descendants"),
                          (language, "RFC5646", name))]  # fmt: skip
    children += list(_parts(report, speech))
    made.ContentSequence = sequence(*children)
    return written(made)


def _verified(made: Dataset, report: Report) -> None:
    signature = report.signature
    made.VerificationFlag = "VERIFIED" if signature else "UNVERIFIED"
    if signature is None:
        return
    item = Dataset()
    item.VerifyingObserverName = person(PersonName(alphabetic=signature.by))
    item.VerifyingObserverIdentificationCodeSequence = sequence()
    item.VerifyingOrganization = "MedDx Desktop"
    item.VerificationDateTime = signature.at.astimezone().strftime("%Y%m%d%H%M%S%z")
    made.VerifyingObserverSequence = sequence(item)


def _evidence(made: Dataset, report: Report) -> None:
    """The films that the report speaks of, by study and series."""
    films = [film for film in report.films if all(map(is_uid, _uids(film)))]
    if not films:
        return
    studies = []
    for uid in dict.fromkeys(film.study_uid for film in films):
        study = Dataset()
        study.StudyInstanceUID = uid
        of_study = [film for film in films if film.study_uid == uid]
        study.ReferencedSeriesSequence = sequence(*_series(of_study))
        studies.append(study)
    made.CurrentRequestedProcedureEvidenceSequence = sequence(*studies)


def _series(films: list[FilmPart]) -> Iterator[Dataset]:
    for uid in dict.fromkeys(film.series_uid for film in films):
        series = Dataset()
        series.SeriesInstanceUID = uid
        items = []
        for film in films:
            if film.series_uid == uid:
                item = Dataset()
                item.ReferencedSOPClassUID = film.sop_class_uid
                item.ReferencedSOPInstanceUID = film.uid
                items.append(item)
        series.ReferencedSOPSequence = sequence(*items)
        yield series


def _uids(film: FilmPart) -> tuple[str, ...]:
    return film.uid, film.study_uid, film.series_uid, film.sop_class_uid


def _parts(report: Report, speech: Speech) -> Iterator[Dataset]:
    first = [speech.safety("support"), identity.stamp(report, speech)]
    if report.demonstration:
        first.append(speech.say("paper_demonstration"))
    facts = list(lines([identity.facts(report, speech)]))
    yield _part(own_code("identity", speech.say("paper_title")), [*first, *facts], _COMMENT)
    for section in clinical.sections(report, speech):
        known = _CONTAINERS.get(section.key)
        named = coded(*known) if known else own_code(section.key, section.title)
        text = _FINDING if section.key == "films" else _COMMENT
        yield _part(named, list(lines(section.blocks[1:])), text)


def _part(named: Dataset, words: list[str], concept: tuple[str, str, str]) -> Dataset:
    made = _container(named)
    made.ContentSequence = sequence(*(_text(concept, one) for one in words or ["–"]))
    return made


def _container(named: Dataset) -> Dataset:
    made = Dataset()
    made.RelationshipType = "CONTAINS"
    made.ValueType = "CONTAINER"
    made.ConceptNameCodeSequence = sequence(named)
    made.ContinuityOfContent = "SEPARATE"
    return made


def _text(concept: tuple[str, str, str], words: str) -> Dataset:
    made = Dataset()
    made.RelationshipType = "CONTAINS"
    made.ValueType = "TEXT"
    made.ConceptNameCodeSequence = sequence(coded(*concept))
    made.TextValue = long(words)
    return made


def _modifier(concept: tuple[str, str, str], value: tuple[str, str, str]) -> Dataset:
    made = Dataset()
    made.RelationshipType = "HAS CONCEPT MOD"
    made.ValueType = "CODE"
    made.ConceptNameCodeSequence = sequence(coded(*concept))
    made.ConceptCodeSequence = sequence(coded(*value))
    return made
