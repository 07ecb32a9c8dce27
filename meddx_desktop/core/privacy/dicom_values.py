"""What an attribute that the table does not name may hold to be kept, kind by kind.

The table lists what identifies; a file can hold anything anywhere. So what stays must look like
what its kind is for: a number a number, a code a code. Free text stays in a few named places.
"""

import re
from collections.abc import Callable

from pydicom._uid_dict import UID_dictionary
from pydicom.datadict import tag_for_keyword

from meddx_desktop.core.privacy.dicom_known import Identity
from meddx_desktop.core.privacy.dicom_raw import Raw, ascii_values, numbers

Value = str | list[str] | int | float | list[int | float] | bytes | None

TEXT = frozenset({"LO", "SH", "ST", "LT", "UT", "UC", "UR", "AE"})
TEMPORAL = frozenset({"DA", "DT", "TM"})
BINARY_NUMBERS = frozenset({"US", "SS", "UL", "SL", "UV", "SV", "FL", "FD", "AT"})
_AMBIGUOUS = frozenset({"US or SS", "US or SS or OW", "US or OW", "OB or OW", "OW"})

_KEPT_TEXT = (
    "Manufacturer",
    "ManufacturerModelName",
    "DetectorManufacturerName",
    "DetectorManufacturerModelName",
    "SecondaryCaptureDeviceManufacturer",
    "SecondaryCaptureDeviceManufacturerModelName",
    "WindowCenterWidthExplanation",
    "RescaleType",
    "ModalityLUTType",
    "LUTExplanation",
    "ConvolutionKernel",
    "ImagedNucleus",
    "PlateType",
    "PhosphorType",
    "TypeOfFilters",
    "FilterType",
    "ReconstructionMethod",
    "AttenuationCorrectionMethod",
    "PositionReferenceIndicator",
    "ScatterCorrectionMethod",
)
KEPT_TEXT = frozenset(map(tag_for_keyword, _KEPT_TEXT))
"""Free text about machine and picture, without which a picture can't be read rightly."""

_DESCRIPTORS = (
    "StudyDescription",
    "SeriesDescription",
    "ProtocolName",
    "RequestedProcedureDescription",
    "PerformedProcedureStepDescription",
    "ScheduledProcedureStepDescription",
    "DerivationDescription",
    "AcquisitionDeviceProcessingDescription",
    "AcquisitionProtocolDescription",
    "ImageComments",
    "AdmittingDiagnosesDescription",
    "ReasonForStudy",
    "AdditionalPatientHistory",
    "ContrastBolusAgent",
)
DESCRIPTORS = frozenset(map(tag_for_keyword, _DESCRIPTORS))
"""What "clean descriptors" keeps after the text was cleaned; without it they go."""

_TABLES = (
    "RedPaletteColorLookupTableData",
    "GreenPaletteColorLookupTableData",
    "BluePaletteColorLookupTableData",
    "SegmentedRedPaletteColorLookupTableData",
    "SegmentedGreenPaletteColorLookupTableData",
    "SegmentedBluePaletteColorLookupTableData",
    "LUTData",
)
_LOOK_UP_DATA = frozenset(map(tag_for_keyword, _TABLES))
_LOOK_UP_MOST = 2 << 17

_CODE = re.compile(r"[A-Z0-9_ ]{0,16}", re.ASCII)
_MANY_DIGITS = re.compile(r"\d{6}")
_DECIMAL = re.compile(r" *[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)? *", re.ASCII)
_INTEGER = re.compile(r" *[+-]?\d{1,11} *", re.ASCII)
_UID = re.compile(r"[0-9]+(\.[0-9]+)*", re.ASCII)


def kept(
    tag: int, vr: str, found: Raw, identity: Identity, *, signed: bool = False
) -> tuple[str, Value] | None:
    """VR and value of an attribute that is not in the table, or None: it goes.

    Parameters
    ----------
    vr
        By the dictionary; several where it depends on the pixels. What the file claims is believed
        only where the dictionary leaves it open.
    signed
        Pixel Representation, for files that name no VR (PS3.5 A.1).
    """
    if vr in _AMBIGUOUS or vr in BINARY_NUMBERS:
        return _binary(tag, _settled(vr, found, signed=signed), found, identity)
    check = _CHECKS.get(vr)
    values = ascii_values(found.value)
    if check is None or values is None:
        return None
    if not all(check(one) and not identity.in_code(one) for one in values if one):
        return None
    return vr, values if len(values) > 1 else values[0]


def text_kept(tag: int, text: str, identity: Identity) -> str | None:
    """The text of one of the named places, unless anything in it can tell whose it is."""
    if tag not in KEPT_TEXT or not text.isascii() or not text.isprintable():
        return None
    return None if identity.tells(text) or identity.in_code(text) else text


def known_uid(uid: str) -> bool:
    """Whether a UID is one of the standard's own: a class, a syntax, a frame of reference."""
    return uid in UID_dictionary


def tame_uid(uid: str, identity: Identity) -> bool:
    """Whether a UID is one at all and holds no number of a person."""
    long_parts = (part for part in identity.numbers if len(part) >= 6)
    return (
        len(uid) <= 64 and _UID.fullmatch(uid) is not None and not any(p in uid for p in long_parts)
    )


def _binary(tag: int, vr: str, found: Raw, identity: Identity) -> tuple[str, Value] | None:
    if identity.in_bytes(found.value):
        return None
    if tag in _LOOK_UP_DATA:
        return _look_up_data(found)
    if found.vr not in ("", "UN", vr) or vr not in BINARY_NUMBERS:
        return None
    if found.vr == "UN":
        found = Raw(found.value, vr, little=True)  # PS3.5 6.2.2: always little endian
    values = numbers(found, vr)
    if values is None or len(values) > _LOOK_UP_MOST:
        return None
    return vr, values[0] if len(values) == 1 else values


def _settled(vr: str, found: Raw, *, signed: bool) -> str:
    """The one VR where the dictionary names several."""
    if "US or SS" not in vr:
        return vr
    if found.vr in ("US", "SS"):
        return found.vr
    return "SS" if signed else "US"


def _look_up_data(found: Raw) -> tuple[str, Value] | None:
    if len(found.value) > _LOOK_UP_MOST or len(found.value) % 2:
        return None
    values = found.value
    if not found.little:
        values = b"".join(values[at : at + 2][::-1] for at in range(0, len(values), 2))
    return "OW", values


def _is_code(text: str) -> bool:
    return _CODE.fullmatch(text) is not None and _MANY_DIGITS.search(text) is None


def _is_decimal(text: str) -> bool:
    return len(text) <= 16 and _DECIMAL.fullmatch(text) is not None


def _is_integer(text: str) -> bool:
    return _INTEGER.fullmatch(text) is not None


_CHECKS: dict[str, Callable[[str], bool]] = {"CS": _is_code, "DS": _is_decimal, "IS": _is_integer}
