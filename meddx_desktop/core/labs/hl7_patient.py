"""PID: who the results of a message belong to."""

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.labs.hl7_syntax import Repetitions, Segment, component
from meddx_desktop.core.labs.sent_times import read_day

_SEXES = {
    **dict.fromkeys(("F", "FEMALE", "女"), Sex.FEMALE),
    **dict.fromkeys(("M", "MALE", "男"), Sex.MALE),
    **dict.fromkeys(("O", "A", "N"), Sex.OTHER),
    **dict.fromkeys(("U", "", '""'), Sex.UNKNOWN),
}
_PREFERRED_IDS = ("MR", "PI", "PT", "")
_OLD_ID, _IDS, _NAME, _BIRTH, _SEX = 2, 3, 5, 7, 8
_HAN = (0x2E80, 0x9FFF)


def read_patient(segment: Segment) -> tuple[Patient, tuple[Reason, ...]]:
    """The identity that a PID segment states, and what of it could not be read."""
    cautions = []
    birth_text = segment.components(_BIRTH)[0].strip('"')
    birth, is_readable = read_day(birth_text) if birth_text else (None, True)
    if not is_readable:
        cautions.append(Reason("date_unreadable", {"attribute": "PID-7"}))
    sex = _SEXES.get(segment.components(_SEX)[0].upper())
    if sex is None:
        cautions.append(Reason("sex_unreadable"))
    patient = Patient(
        patient_id=_identifier(segment),
        name=_name(segment.repetitions(_NAME)),
        birth_date=birth,
        sex=sex or Sex.UNKNOWN,
    )
    return patient, tuple(cautions)


def _identifier(segment: Segment) -> str:
    """The medical record number, else the first identifier of the list, else PID-2."""
    listed = [part for part in segment.repetitions(_IDS) if component(part, 1).strip('"')]
    for kind in _PREFERRED_IDS:
        for part in listed:
            if component(part, 5).upper() == kind:
                return part[0]
    if listed:
        return listed[0][0]
    return segment.components(_OLD_ID)[0].strip('"')


def _name(repetitions: Repetitions) -> PersonName:
    """Each writing of the name once: the component for it says which, else the letters do."""
    writings = {"A": "", "I": "", "P": ""}
    for part in repetitions:
        words = [component(part, number).strip('"').split("&")[0] for number in (1, 2, 3)]
        while words and not words[-1]:
            words.pop()
        name = "^".join(words)
        kind = component(part, 8).upper()
        if kind not in writings:
            kind = "I" if is_ideographic(name) else "A"
        if name and not writings[kind]:
            writings[kind] = name
    return PersonName(writings["A"], writings["I"], writings["P"])


def is_ideographic(name: str) -> bool:
    """Whether a name is written in Chinese characters."""
    return any(_HAN[0] <= ord(letter) <= _HAN[1] or ord(letter) > 0x1FFFF for letter in name)
