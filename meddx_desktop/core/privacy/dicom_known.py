"""Who a DICOM file is about and who made it: gathered first, so that it can be looked for."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import product

from pydicom.datadict import dictionary_VR, tag_for_keyword
from pydicom.dataset import Dataset

from meddx_desktop.core.privacy.dicom_raw import DAMAGED, Decode, ascii_values, items, raw
from meddx_desktop.core.privacy.names import Known
from meddx_desktop.core.privacy.text import deidentify

_DEEPEST = 16
_LONG_NUMBER = 6
"""Digits from which a number is one person's: shorter ones are also sizes and exposures."""
_SHORT_NUMBER = 5
"""Digits from which a value that is exactly that number is taken for it."""
_LONG_WORD = 4
_NAME_PARTS = re.compile(r"[\^=\s,.·'-]+")
_WORD = re.compile(r"[^\W\d_]+")
_SIGNS = re.compile(r"[\W_]+")
_NO_DIGITS = re.compile(r"\D+", re.ASCII)
_DAY = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])", re.ASCII)
_NUMBER_KEYWORDS = (
    "PatientID",
    "OtherPatientIDs",
    "AccessionNumber",
    "MedicalRecordLocator",
    "AdmissionID",
    "PatientTelephoneNumbers",
    "PatientTelecomInformation",
    "PatientBirthDate",
    "PlacerOrderNumberImagingServiceRequest",
    "FillerOrderNumberImagingServiceRequest",
    "RequestedProcedureID",
    "ScheduledProcedureStepID",
    "PerformedProcedureStepID",
    "DeviceSerialNumber",
    "InsurancePlanIdentification",
    "ClinicalTrialSubjectID",
)
_PLACE_KEYWORDS = (
    "InstitutionName",
    "InstitutionAddress",
    "InstitutionalDepartmentName",
    "StationName",
    "PatientAddress",
    "IssuerOfPatientID",
)
_NUMBERS = frozenset(map(tag_for_keyword, _NUMBER_KEYWORDS))
_PLACES = frozenset(map(tag_for_keyword, _PLACE_KEYWORDS))
_ENCODINGS = ("utf-8", "gb18030", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_OLD_ENCODINGS = ("latin-1", "iso8859_5", "big5", "euc_kr", "shift_jis")
"""Of names that they can write at all."""
_LONG_IN_BYTES = 4


@dataclass(frozen=True, slots=True, repr=False)
class Identity:
    """Names, numbers and places that must not stay anywhere. Never written, never logged."""

    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    def tells(self, text: str) -> bool:
        """Whether a free text holds anything that can tell whose it is."""
        known = Known(self.names, numbers=self.numbers)
        if any(place.casefold() in text.casefold() for place in self.places):
            return True
        return bool(deidentify(text, known).replacements)

    def in_code(self, text: str) -> bool:
        """Whether a code or a number is in truth a name or an identity number."""
        folded = text.casefold()
        return any(word in folded for word in self.words())

    def spelt(self, text: str) -> bool:
        """Whether a text holds a name or number with other gaps in it, in any order, or backwards.

        "zhang san feng" for Zhangsanfeng, "P76 54321" for P7654321, "Na Li" for Li^Na.
        """
        squeezed = _SIGNS.sub("", text.casefold())
        words = set(_WORD.findall(text.casefold()))
        if any(one in squeezed or one[::-1] in squeezed for one in self._long_words()):
            return True
        for name in self.names:
            parts = [one.casefold() for one in _NAME_PARTS.split(name) if one]
            if any(len(one) > 1 and one in words for one in parts):
                return True
            for joined in ("".join(parts), "".join(reversed(parts))):
                if len(joined) >= _LONG_WORD and (joined in squeezed or joined[::-1] in squeezed):
                    return True
        return self.holds_number(squeezed)

    def holds_number(self, text: str) -> bool:
        """Whether the digits of a text hold a number of the person, or a birth date any way round.

        Short ones only where nothing else stands there: they are sizes and exposures too.
        """
        digits = _NO_DIGITS.sub("", text)
        return any(
            form in digits if len(form) > _LONG_NUMBER else form == digits.lstrip("0")
            for form in self.forms()
        )

    def forms(self) -> frozenset[str]:
        """Digits alone of each number, and of each date in all orders; none of under five."""
        found = {_NO_DIGITS.sub("", number) for number in self.numbers}
        for date in filter(None, map(_DAY.fullmatch, sorted(found))):
            year, month, day = date.groups()
            for of_year in (year, year[2:]):
                found |= {of_year + month + day, day + month + of_year, month + day + of_year}
        return frozenset(one.lstrip("0") for one in found if len(one.lstrip("0")) >= _SHORT_NUMBER)

    def in_bytes(self, value: bytes) -> bool:
        """Whether bytes hold one of them, in any writing of letters that is in use."""
        folded = value.lower()
        return any(written in folded for word in self.words() for written in _written(word))

    def _long_words(self) -> tuple[str, ...]:
        """Those that ordinary words don't make up between them, without gaps and punctuation."""
        squeezed = (_SIGNS.sub("", one) for one in self.words())
        return tuple(one for one in squeezed if len(one) >= _LONG_NUMBER)

    def words(self) -> tuple[str, ...]:
        """All of them long enough to be nobody else's, in small letters."""
        names = [part for name in self.names for part in re.split(r"[\^=\s,.·]+", name)]
        # Two Chinese signs say as much as four letters.
        words = [
            one for one in names if len(one) >= _LONG_WORD or (len(one) > 1 and one > "\u2e80")
        ]
        words += [one for one in self.numbers if len(one) >= _LONG_NUMBER]
        words += [one for one in self.places if len(one) >= _LONG_WORD]
        return tuple(dict.fromkeys(one.casefold() for one in words))


def _written(word: str) -> Iterator[bytes]:
    """A word in every writing of letters, folded as bytes are: half of a sign may look like one."""
    # Bytes know small and large of Latin letters alone.
    cases = {word} if word.isascii() else {word, word.upper(), word.capitalize()}
    for encoding, one in product((*_ENCODINGS, *_OLD_ENCODINGS), cases):
        with suppress(UnicodeEncodeError):
            written = one.encode(encoding).lower()
            if encoding in _ENCODINGS or len(written) >= _LONG_IN_BYTES:
                yield written


NOBODY = Identity()


def gather(dataset: Dataset, decode: Decode, *, more: Identity = NOBODY) -> Identity:
    """Everything that the file itself says about people, numbers and places, at any depth.

    Parameters
    ----------
    more
        What is known from elsewhere.
    """
    found: dict[str, list[str]] = {"names": [], "numbers": [], "places": []}
    for kind, text in _texts(dataset, decode, 0):
        # A name has up to three writings (PS3.5 6.2.1.2); each is looked for by itself.
        parts = [part.strip(" \0^") for part in re.split(r"[\\=]", text)]
        found[kind] += [part for part in parts if len(part) > 1]
    return Identity(
        tuple(dict.fromkeys((*more.names, *found["names"]))),
        tuple(dict.fromkeys((*more.numbers, *found["numbers"]))),
        tuple(dict.fromkeys((*more.places, *found["places"]))),
    )


def _texts(dataset: Dataset, decode: Decode, depth: int) -> Iterator[tuple[str, str]]:
    if depth > _DEEPEST:
        return
    declared = declared_sets(dataset)
    for tag in list(dataset.keys()):
        kind = _kind(dataset, int(tag))
        if kind == "items":
            for item in items(dataset, int(tag)):
                yield from _texts(item, decode, depth + 1)
        elif kind and (value := raw(dataset, int(tag))) is not None:
            yield kind, decode(value.value, declared)


def _kind(dataset: Dataset, tag: int) -> str:
    if tag in _NUMBERS:
        return "numbers"
    if tag in _PLACES:
        return "places"
    try:
        item = dataset.get_item(tag)
        vr = getattr(item, "VR", None) or dictionary_VR(tag)
    except DAMAGED:
        return ""
    return {"PN": "names", "SQ": "items"}.get(vr, "")


def declared_sets(dataset: Dataset) -> list[str]:
    """Specific Character Set as the file writes it."""
    value = raw(dataset, 0x00080005)
    return (ascii_values(value.value) or [""]) if value is not None else [""]
