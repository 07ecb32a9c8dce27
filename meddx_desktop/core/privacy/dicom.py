"""A DICOM header without what tells whose it is: PS3.15 Annex E, Basic Profile and some options.

Nothing is taken out of the old header: a new one is built from what may stay. Private attributes,
overlays, curves, icons, signatures and padding are thereby left behind whatever they hold.
"""

import re
from dataclasses import dataclass

from pydicom.config import IGNORE
from pydicom.datadict import dictionary_has_tag, dictionary_VR
from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence
from pydicom.tag import Tag
from pydicom.uid import SecondaryCaptureImageStorage

from meddx_desktop.core.privacy.dicom_actions import ActionCode, action
from meddx_desktop.core.privacy.dicom_ages import stated_age
from meddx_desktop.core.privacy.dicom_codes import clean_code, is_coded
from meddx_desktop.core.privacy.dicom_known import NOBODY, Identity, declared_sets, gather
from meddx_desktop.core.privacy.dicom_options import FilmDates, FilmOptions, state_method
from meddx_desktop.core.privacy.dicom_raw import Decode, Raw, ascii_values, items, raw
from meddx_desktop.core.privacy.dicom_remap import Remap
from meddx_desktop.core.privacy.dicom_values import (
    DESCRIPTORS,
    TEMPORAL,
    TEXT,
    Value,
    kept,
    known_uid,
    tame_uid,
    text_kept,
)
from meddx_desktop.core.privacy.names import Known
from meddx_desktop.core.privacy.text import deidentify

_DEEPEST = 16
_TIME = re.compile(r"\d{2}(\d{2}(\d{2}(\.\d{1,6})?)?)?", re.ASCII)
_LEFT_BEHIND = frozenset({0x00080005, 0x00880200, 0x00080110, 0xFFFAFFFA, 0xFFFCFFFC})
"""Rewritten, or whole sequences that need no look: character set, icons, coding schemes."""
_SEX, _AGE_TAG, _BIRTH = 0x00100040, 0x00101010, 0x00100030
_REPRESENTATION = 0x00280103
_NONE = Raw(b"", "", little=True)
_CHARACTERISTICS = {
    0x00101020: "DS",  # Patient's Size
    0x00101030: "DS",  # Patient's Weight
    0x001021A0: "CS",  # Smoking Status
    0x001021C0: "US",  # Pregnancy Status
}
_OF_THE_BODY = frozenset({0x00101022, 0x00101023, 0x00101024, 0x00109431})
"""Body mass index, AP and lateral dimension, thickness: characteristics that the table lacks."""
_SINCE = frozenset({0x00120052, 0x00120053})
"""Longitudinal Temporal Offset from Event, and which event: only where dates are moved."""
_DUMMIES: dict[str, str] = {
    "PN": "REMOVED",
    "DA": "19000101",
    "DT": "19000101000000",
    "TM": "000000",
    "IS": "0",
    "DS": "0",
    "AS": "000Y",
    "CS": "REMOVED",
}


@dataclass(frozen=True, slots=True)
class CleanHeader:
    """The new header, without pixels, and how many attributes of the old one are not in it."""

    dataset: Dataset
    left_out: int


def clean_header(
    dataset: Dataset,
    options: FilmOptions,
    remap: Remap,
    *,
    decode: Decode,
    more: Identity = NOBODY,
    without_uid: str = "",
    age: str = "",
) -> CleanHeader:
    """Build the header that may leave.

    Parameters
    ----------
    dataset
        As parsed, pixel data left out.
    decode
        Text out of bytes.
    more
        Names and numbers known from elsewhere, to be looked for as well.
    without_uid
        Tells this film from others where it states no UIDs.
    age
        Counted from the dates (`dicom_ages.counted_age`), for characteristics that are to stay
        where the header has no age of its own.
    """
    identity = gather(dataset, decode, more=more)
    signed = (raw(dataset, _REPRESENTATION) or _NONE).value[:2] in (b"\x01\0", b"\0\x01")
    walk = _Walk(options, remap, identity=identity, decode=decode, signed=signed)
    out = walk.clean(dataset, declared_sets(dataset), 0)
    out.SpecificCharacterSet = "ISO_IR 192"
    out.PatientName = remap.pseudonym.replace("-", "^")
    out.PatientID = remap.pseudonym
    out.PatientBirthDate = ""
    if options.keep_characteristics and age and not out.get("PatientAge"):
        out.PatientAge = age
    _complete(out, remap, without_uid)
    state_method(out, options)
    return CleanHeader(out, walk.left_out)


class _Walk:
    """One pass over a header and all its sequences."""

    def __init__(
        self,
        options: FilmOptions,
        remap: Remap,
        *,
        identity: Identity,
        decode: Decode,
        signed: bool,
    ) -> None:
        self._options, self._remap = options, remap
        self._identity, self._decode = identity, decode
        self._signed = signed
        self.left_out = 0

    def clean(self, dataset: Dataset, declared: list[str], depth: int) -> Dataset:
        out = Dataset()
        for tag in map(int, list(dataset.keys())):
            made = self._attribute(dataset, tag, declared, depth)
            if made is None:
                self.left_out += 1
            else:
                out.add(made)
        return out

    def _attribute(
        self, dataset: Dataset, tag: int, declared: list[str], depth: int
    ) -> DataElement | None:
        group, element = tag >> 16, tag & 0xFFFF
        repeats = group in range(0x5000, 0x5020) or group in range(0x6000, 0x6020)
        if group < 8 or group % 2 or element == 0 or repeats or tag in _LEFT_BEHIND:
            return None
        if not dictionary_has_tag(tag):
            return None
        vr = dictionary_VR(tag)
        if vr == "SQ":
            return self._sequence(dataset, tag, declared, depth)
        found = raw(dataset, tag)
        if found is None:
            return None
        made = self._value(tag, vr, found, declared)
        return None if made is None else _element(tag, made[0], made[1])

    def _sequence(
        self, dataset: Dataset, tag: int, declared: list[str], depth: int
    ) -> DataElement | None:
        what = action(tag)
        if what is ActionCode.EMPTY:
            return _element(tag, "SQ", Sequence())
        if what in (ActionCode.REMOVE, ActionCode.DUMMY) or depth >= _DEEPEST:
            return None
        inner = []
        for item in items(dataset, tag):
            own = declared_sets(item)
            new = (
                clean_code(item)
                if is_coded(item)
                else self.clean(item, own if own != [""] else declared, depth + 1)
            )
            if new:
                inner.append(new)
        return _element(tag, "SQ", Sequence(inner)) if inner else None

    def _value(
        self, tag: int, vr: str, found: Raw, declared: list[str]
    ) -> tuple[str, Value] | None:
        what = action(tag)
        if vr == "UI":
            return self._uids(found, what)
        if vr in TEMPORAL:
            moved = self._moved(tag, vr, found) if tag >> 16 != 0x0010 else None
            return moved or _instead(vr, what)
        if tag in DESCRIPTORS and self._options.clean_descriptors:
            return vr, self._cleaned(self._decode(found.value, declared))
        if what is not ActionCode.UNLISTED:
            patient = self._options.keep_characteristics and self._characteristic(tag, found)
            return patient or _instead(vr, what)
        return self._unlisted(tag, vr, found, declared)

    def _unlisted(
        self, tag: int, vr: str, found: Raw, declared: list[str]
    ) -> tuple[str, Value] | None:
        if tag in _OF_THE_BODY and not self._options.keep_characteristics:
            return None
        if tag in _SINCE and self._options.dates is not FilmDates.SHIFT:
            return None
        if not found.value.strip(b" \0"):
            return vr.partition(" ")[0], None  # an object may have to say that it does not know
        if vr in TEXT:
            text = text_kept(tag, self._decode(found.value, declared).strip(" \0"), self._identity)
            return None if text is None else (vr, text)
        return kept(tag, vr, found, self._identity, signed=self._signed)

    def _uids(self, found: Raw, what: ActionCode) -> tuple[str, Value] | None:
        values = ascii_values(found.value)
        if what in (ActionCode.REMOVE, ActionCode.EMPTY) and not self._options.retain_uids:
            return _instead("UI", what)
        if values is None:
            values = [found.value.hex()]
        new = [self._uid(one) if one else "" for one in values]
        return "UI", new if len(new) > 1 else new[0]

    def _uid(self, uid: str) -> str:
        if known_uid(uid) or (self._options.retain_uids and tame_uid(uid, self._identity)):
            return uid
        return self._remap.uid(uid)

    def _moved(self, tag: int, vr: str, found: Raw) -> tuple[str, Value] | None:
        if self._options.dates is not FilmDates.SHIFT:
            return None
        values = ascii_values(found.value)
        if values is None:
            return None
        if vr == "TM":
            fits = all(_TIME.fullmatch(one) for one in values if one)
            new = values if fits else []
        else:
            new = [self._remap.moved(one) if one else "" for one in values]
        if not any(new):
            return None
        return vr, new if len(new) > 1 else new[0]

    def _cleaned(self, text: str) -> str:
        known = Known(self._identity.names, numbers=self._identity.numbers)
        text = " ".join(text.replace("\0", " ").split())
        for place in self._identity.places:
            text = re.sub(re.escape(place), "[ORGANISATION]", text, flags=re.IGNORECASE)
        cleaned = deidentify(text, known).text
        return "" if self._identity.in_code(cleaned) else cleaned.replace("\\", "/")[:64]

    def _characteristic(self, tag: int, found: Raw) -> tuple[str, Value] | None:
        if tag in _CHARACTERISTICS:
            return kept(tag, _CHARACTERISTICS[tag], found, self._identity)
        text = (ascii_values(found.value) or [""])[0]
        if tag == _SEX and text in ("M", "F", "O"):
            return "CS", text
        stated = stated_age(text) if tag == _AGE_TAG else ""
        return ("AS", stated) if stated else None


def _element(tag: int, vr: str, value: Value | Sequence) -> DataElement:
    """An element that nothing warns of: what does not fit its kind was left out before."""
    return DataElement(Tag(tag), vr, value, validation_mode=IGNORE)


def _instead(vr: str, what: ActionCode) -> tuple[str, Value] | None:
    """What stands in place of a value; None where nothing does."""
    if what in (ActionCode.REMOVE, ActionCode.UNLISTED, ActionCode.UID):
        return None
    if what is ActionCode.EMPTY:
        return vr.split(" ", maxsplit=1)[0], None
    if vr in _DUMMIES:
        return vr, _DUMMIES[vr]
    return (vr, "REMOVED") if vr in TEXT else None


def _complete(out: Dataset, remap: Remap, without_uid: str) -> None:
    """UIDs and a class for a film that states none: a file must have them (PS3.10 7.1)."""
    if not out.get("SOPClassUID"):
        out.SOPClassUID = SecondaryCaptureImageStorage
    for keyword in ("StudyInstanceUID", "SeriesInstanceUID", "SOPInstanceUID"):
        if not out.get(keyword):
            setattr(out, keyword, remap.uid(f"{keyword} {without_uid}"))
