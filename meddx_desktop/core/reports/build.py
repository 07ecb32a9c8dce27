"""From a case and what was gathered about it to a `Report`; nothing is left out on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from meddx_desktop.core.domain.assessment import Assessment
from meddx_desktop.core.domain.case import Case, FilmEntry
from meddx_desktop.core.domain.finding import Reason, Screening
from meddx_desktop.core.domain.follow_up import follow_ups
from meddx_desktop.core.domain.laboratory import RejectedLine
from meddx_desktop.core.domain.note import NoteReading
from meddx_desktop.core.domain.patient import Age
from meddx_desktop.core.domain.report import FilmPart, FilmPicture, FindingPart, Report
from meddx_desktop.core.domain.report_parts import (
    CalculatedPart,
    ConfirmedPart,
    FirstPart,
    FlagPart,
    GenePart,
    LabPart,
    LateWord,
)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was worked out about a case for its report.

    Attributes
    ----------
    age : Age | None
        None while the clock may be wrong.
    pictures : Mapping[str, FilmPicture]
        By SOP instance UID.
    troubles : Mapping[str, Reason]
        Why a film has no picture, by SOP instance UID.
    assessment_missing : str
        Code of why there is no assessment.
    """

    age: Age | None = None
    labs: tuple[LabPart, ...] = ()
    lab_cautions: tuple[Reason, ...] = ()
    rejected: tuple[RejectedLine, ...] = ()
    calculated: tuple[CalculatedPart, ...] = ()
    reading: NoteReading | None = None
    flags: tuple[FlagPart, ...] = ()
    assessment: Assessment | None = None
    assessment_missing: str = ""
    confirmed: tuple[ConfirmedPart, ...] = ()
    genes: tuple[GenePart, ...] = ()
    genes_unknown: tuple[str, ...] = ()
    firsts: tuple[FirstPart, ...] = ()
    late: tuple[LateWord, ...] = ()
    pictures: Mapping[str, FilmPicture] = field(default_factory=dict)
    troubles: Mapping[str, Reason] = field(default_factory=dict)


def build(
    case: Case, gathered: Gathered, *, made_at: datetime, made_by: str, program: str
) -> Report:
    """The report of a case as it stands now.

    Parameters
    ----------
    made_by
        Who asks for it.
    program
        Version of the program.
    """
    return Report(
        case_id=case.case_id,
        program=program,
        made_at=made_at,
        made_by=made_by,
        patient=case.patient,
        age=gathered.age,
        day=case.day,
        state=case.state,
        demonstration=case.demonstration,
        signatures=case.signatures,
        vitals=case.vitals,
        films=tuple(film(case, entry, gathered) for entry in case.films),
        note=case.note,
        reading=gathered.reading,
        flags=gathered.flags,
        labs=gathered.labs,
        lab_cautions=gathered.lab_cautions,
        lost_rejected=gathered.rejected,
        calculated=gathered.calculated,
        assessment=gathered.assessment,
        assessment_missing=gathered.assessment_missing,
        confirmed=gathered.confirmed,
        treatments=case.treatments,
        genes=gathered.genes,
        genes_unknown=gathered.genes_unknown,
        firsts=gathered.firsts,
        follow_ups=follow_ups(case.follow_up_words),
        late=gathered.late,
        criticals=case.criticals,
        addenda=case.addenda,
        alerts=case.alerts,
    )


def film(case: Case, entry: FilmEntry, gathered: Gathered) -> FilmPart:
    """One film with the answers of all models."""
    instance, said = entry.instance, entry.screenings or ()
    uid = instance.sop_instance_uid
    trouble = gathered.troubles.get(uid)
    refusals = [reason for one in said if not one.gate.accepted for reason in one.gate.reasons]
    cautions = [reason for one in said if one.gate.accepted for reason in one.gate.reasons]
    cautions = [*entry.cautions, *cautions, *([trouble] if trouble else [])]
    return FilmPart(
        uid=uid,
        study_uid=entry.study.study_uid,
        series_uid=_series_uid(entry),
        sop_class_uid=instance.sop_class_uid,
        sha256=instance.sha256,
        modality=instance.modality,
        day=entry.study.date,
        view=instance.view or entry.stated.view,
        frames=instance.frames,
        findings=tuple(part for one in said for part in _findings(case, one)),
        refusals=_once(refusals),
        cautions=_once(cautions),
        not_assessed=_not_assessed(said),
        waiting=entry.screenings is None,
        error=entry.error,
        correction=entry.correction,
        picture=gathered.pictures.get(uid),
    )


def _series_uid(entry: FilmEntry) -> str:
    """The series that holds the film; a picture that is no DICOM has none."""
    uid = entry.instance.sop_instance_uid
    for series in entry.study.series:
        if any(one.sop_instance_uid == uid for one in series.instances):
            return series.series_uid
    return ""


def _findings(case: Case, said: Screening) -> list[FindingPart]:
    """What one model found on one frame; a model that refused the film found nothing."""
    model, uid = said.model, said.instance.sop_instance_uid
    if model is None or not said.gate.accepted:
        return []
    return [
        FindingPart(
            name=found.name,
            code=found.code,
            score=found.probability,
            threshold=found.threshold,
            not_sure=found.not_sure,
            call=found.call,
            model=model,
            frame=said.frame,
            on_trial=said.on_trial,
            region=found.region,
            site=found.site,
            decision=case.decision_on(uid, said.frame, found.name),
            words=case.words_on(uid, said.frame, found.name),
        )
        for found in said.findings
    ]


def _not_assessed(said: tuple[Screening, ...]) -> tuple[str, ...]:
    """What one model does not look for, another may have found."""
    found = {
        finding.name
        for one in said
        if one.gate.accepted and not one.on_trial
        for finding in one.findings
    }
    names = (name for one in said for name in one.not_assessed)
    return tuple(name for name in dict.fromkeys(names) if name not in found)


def _once(reasons: list[Reason]) -> tuple[Reason, ...]:
    kept: list[Reason] = []
    for reason in reasons:
        if reason not in kept:
            kept.append(reason)
    return tuple(kept)
