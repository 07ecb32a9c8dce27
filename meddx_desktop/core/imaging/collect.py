"""Studies read file by file, put together to patients, studies and series.

Two files belong to one study when the study UID is equal and the identities do not contradict
each other. X-ray consoles re-use IDs and even UIDs: an equal ID never merges two people.
"""

from collections.abc import Iterable
from dataclasses import replace

from meddx_desktop.core.domain.imaging import Instance, Series, Study


def collect(studies: Iterable[Study]) -> tuple[Study, ...]:
    """Merge studies of the same visit and sort everything.

    Returns
    -------
    tuple of Study
        Sorted by patient, date and UID; series by number, instances by number. A file that was
        given twice appears once; two files of one SOP Instance UID both stay.
    """
    groups: dict[str, list[Study]] = {}
    for study in studies:
        for place, known in enumerate(groups.setdefault(study.study_uid, [])):
            if not known.patient.contradicts(study.patient):
                groups[study.study_uid][place] = _merged(known, study)
                break
        else:
            groups[study.study_uid].append(study)
    merged = (study for group in groups.values() for study in group)
    return tuple(sorted((_sorted(study) for study in merged), key=_study_order))


def _merged(known: Study, added: Study) -> Study:
    """Both studies' series; what one leaves empty of patient and date comes from the other."""
    patient = replace(
        known.patient,
        patient_id=known.patient.patient_id or added.patient.patient_id,
        name=known.patient.name if known.patient.name.shown else added.patient.name,
        birth_date=known.patient.birth_date or added.patient.birth_date,
        sex=known.patient.sex or added.patient.sex,
    )
    return replace(
        known,
        patient=patient,
        date=known.date or added.date,
        description=known.description or added.description,
        stated_age=known.stated_age or added.stated_age,
        series=known.series + added.series,
    )


def _sorted(study: Study) -> Study:
    grouped: dict[str, Series] = {}
    for series in study.series:
        first = grouped.get(series.series_uid)
        instances = (first.instances if first else ()) + series.instances
        grouped[series.series_uid] = replace(first or series, instances=instances)
    done = (replace(series, instances=_in_order(series.instances)) for series in grouped.values())
    return replace(
        study, series=tuple(sorted(done, key=lambda series: (series.number, series.series_uid)))
    )


def _in_order(instances: tuple[Instance, ...]) -> tuple[Instance, ...]:
    unique = {str(instance.source): instance for instance in instances}
    return tuple(
        sorted(unique.values(), key=lambda instance: (instance.number, str(instance.source)))
    )


def _study_order(study: Study) -> tuple[str, str, str, str]:
    patient = study.patient
    day = study.date.isoformat() if study.date else ""
    return patient.name.shown.casefold(), patient.patient_id, day, study.study_uid
