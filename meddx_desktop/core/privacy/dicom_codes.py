"""Coded entries (PS3.3 8.8): only codes that the standard itself uses, in its own words.

A code of a hospital may be anything, and Code Meaning is free text. What is kept is therefore
looked up in pydicom's copy of the context groups, and the meaning is written from there.
"""

from functools import lru_cache

from pydicom.dataset import Dataset
from pydicom.tag import Tag

from meddx_desktop.core.privacy.dicom_raw import ascii_values, raw

_CODE_VALUE, _SCHEME, _MEANING = 0x00080100, 0x00080102, 0x00080104
_OLD_SNOMED = ("SRT", "SNM3", "99SDM")
_MOST_LETTERS = 64


def is_coded(item: Dataset) -> bool:
    """Whether a sequence item is a coded entry."""
    return Tag(_CODE_VALUE) in item or Tag(_SCHEME) in item


def clean_code(item: Dataset) -> Dataset | None:
    """The coded entry in the standard's own words; None for a code that it does not know."""
    value, scheme = _text(item, _CODE_VALUE), _text(item, _SCHEME)
    meaning = _meanings().get((scheme, value))
    if meaning is None and scheme in _OLD_SNOMED:
        meaning = _meanings().get(("SCT", _old_codes().get(value, "")))
    if meaning is None:
        return None
    out = Dataset()
    out.CodeValue = value
    out.CodingSchemeDesignator = scheme
    out.CodeMeaning = meaning[:_MOST_LETTERS]
    return out


def code(value: str, meaning: str) -> Dataset:
    """A coded entry of the DICOM Controlled Terminology."""
    out = Dataset()
    out.CodeValue = value
    out.CodingSchemeDesignator = "DCM"
    out.CodeMeaning = meaning
    return out


def _text(item: Dataset, tag: int) -> str:
    found = raw(item, tag)
    values = ascii_values(found.value) if found is not None else None
    return values[0] if values else ""


@lru_cache(maxsize=1)
def _meanings() -> dict[tuple[str, str], str]:
    from pydicom.sr._concepts_dict import concepts

    known: dict[str, dict[str, dict[str, tuple[str, list[int]]]]] = concepts  # type: ignore[assignment]
    return {
        (scheme, value): entry[0]
        for scheme, words in known.items()
        for of_word in words.values()
        for value, entry in of_word.items()
    }


@lru_cache(maxsize=1)
def _old_codes() -> dict[str, str]:
    """Codes of SNOMED RT to those of SNOMED CT."""
    from pydicom.sr._snomed_dict import mapping

    return dict(mapping["SRT"])
