"""What an attribute that the table does not name may hold to be kept, kind by kind.

The table lists what identifies; a file can hold anything anywhere. So what stays must look like
what its kind is for: a number a number, a code a code. Free text stays in a few named places.
"""

import re
import struct
from collections.abc import Callable
from itertools import takewhile

from pydicom._uid_dict import UID_dictionary
from pydicom.datadict import tag_for_keyword

from meddx_desktop.core.privacy.dicom_known import Identity
from meddx_desktop.core.privacy.dicom_raw import Raw, ascii_values, numbers
from meddx_desktop.core.privacy.dicom_terms import is_term

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

_MANY_DIGITS = re.compile(r"\d{5}")
_DAY_WITHIN = re.compile(r"(19[89]|20[0-7])\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])", re.ASCII)
_EXACT = 1e15
_SHORT = 5
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
    if vr == "CS":
        # Image Type and its like: what follows the standard's own terms may be of a house.
        values = list(takewhile(lambda one: not one or check(one), values))
    if not values or not all(check(one) and not identity.in_code(one) for one in values if one):
        return None
    if vr != "CS" and any(_is_number_of(one, identity) for one in values if one):
        return None
    return vr, values if len(values) > 1 else values[0]


def text_kept(tag: int, text: str, identity: Identity) -> str | None:
    """The text of one of the named places, unless anything in it can tell whose it is."""
    if tag not in KEPT_TEXT or not text.isascii() or not text.isprintable():
        return None
    if _MANY_DIGITS.search(text) or identity.tells(text) or identity.in_code(text):
        return None
    return None if identity.spelt(text) else text


def known_uid(uid: str) -> bool:
    """Whether a UID is one of the standard's own: a class, a syntax, a frame of reference."""
    return uid in UID_dictionary


def tame_uid(uid: str, identity: Identity) -> bool:
    """Whether a UID is one at all and holds no number of a person, and no day.

    The day of a film in its UID would tell its true date, and with it by how much dates are moved.
    UIDs made of chance (2.25.) hold every row of digits now and then.
    """
    if len(uid) > 64 or _UID.fullmatch(uid) is None:
        return False
    if any(identity.holds_number(part) for part in uid.split(".")) or identity.in_code(uid):
        return False
    return uid.startswith("2.25.") or _DAY_WITHIN.search(uid) is None


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
    forms = identity.forms()
    if forms and any(_is_binary_number_of(one, vr, forms) for one in values):
        return None
    return vr, values[0] if len(values) == 1 else values


def _is_number_of(text: str, identity: Identity) -> bool:
    """Whether a decimal or integer string is a number of the person, as written or as meant."""
    if identity.holds_number(text):
        return True
    meant = float(text)
    return abs(meant) < _EXACT and identity.holds_number(str(int(meant)))


def _is_binary_number_of(value: float, vr: str, forms: frozenset[str]) -> bool:
    """Whether a binary number is one; those of 32 bits hold no more than seven digits exactly."""
    if not abs(value) < _EXACT:
        return False
    near = {str(int(value))}
    if vr == "FL":
        near = {
            one for one in forms if struct.pack("<f", float(one[:15])) == struct.pack("<f", value)
        }
    return any(one in forms and len(one) > _SHORT for one in near)


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


def _is_decimal(text: str) -> bool:
    return len(text) <= 16 and _DECIMAL.fullmatch(text) is not None


def _is_integer(text: str) -> bool:
    return _INTEGER.fullmatch(text) is not None


_CHECKS: dict[str, Callable[[str], bool]] = {"CS": is_term, "DS": _is_decimal, "IS": _is_integer}
