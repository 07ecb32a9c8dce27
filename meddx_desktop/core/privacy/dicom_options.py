"""What may stay in films that leave, and how the file says what was done to it."""

from dataclasses import dataclass
from enum import StrEnum

from pydicom.dataset import Dataset
from pydicom.sequence import Sequence

from meddx_desktop import __version__
from meddx_desktop.core.privacy.dicom_actions import EDITION
from meddx_desktop.core.privacy.dicom_codes import code


class FilmDates(StrEnum):
    """What happens to dates."""

    REMOVE = "remove"
    SHIFT = "shift"


@dataclass(frozen=True, slots=True)
class FilmOptions:
    """Options of PS3.15 E.3 beside the Basic Profile; pixels are always cleaned.

    Parameters
    ----------
    dates
        Moved, all dates of one person by the same weeks; birth dates go all the same.
    retain_uids
        UIDs stay, so that a film can be found again by whoever has the original.
    keep_characteristics
        Age (over 89 as 90), sex, height, weight, smoking and pregnancy status stay.
    clean_descriptors
        Descriptions stay after the text was cleaned; otherwise they go whole.
    """

    dates: FilmDates = FilmDates.REMOVE
    retain_uids: bool = False
    keep_characteristics: bool = False
    clean_descriptors: bool = False


def state_method(out: Dataset, options: FilmOptions) -> None:
    """Say what was done (PS3.3 C.12.1 and C.7.1.1, PS3.16 CID 7050)."""
    shifted = options.dates is FilmDates.SHIFT
    codes = [("113100", "Basic Application Confidentiality Profile")]
    codes.append(("113101", "Clean Pixel Data Option"))
    if options.clean_descriptors:
        codes.append(("113105", "Clean Descriptors Option"))
    if shifted:
        meaning = "Retain Longitudinal Temporal Information Modified Dates Option"
        codes.append(("113107", meaning))
    if options.keep_characteristics:
        codes.append(("113108", "Retain Patient Characteristics Option"))
    if options.retain_uids:
        codes.append(("113110", "Retain UIDs Option"))
    out.PatientIdentityRemoved = "YES"
    out.DeidentificationMethod = [
        f"MedDx Desktop {__version__}",
        f"PS3.15 {EDITION} Basic Profile, options as coded",
    ]
    out.DeidentificationMethodCodeSequence = Sequence([code(*one) for one in codes])
    out.LongitudinalTemporalInformationModified = "MODIFIED" if shifted else "REMOVED"
    out.BurnedInAnnotation = "NO"
