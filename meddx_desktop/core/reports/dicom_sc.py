"""The film with its heat map as a DICOM Secondary Capture (PS3.3 A.8.1), its words burned in.

A heat map must never travel without its words, and a viewer shows what is in the pixels. No name is
burned in: who the patient is stands in the header, where it can be taken out again.
"""

import io
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset

from meddx_desktop.core.domain.report import FilmPart, FilmPicture, FindingPart, Report
from meddx_desktop.core.paths import RESOURCES
from meddx_desktop.core.reports import amounts, section_films
from meddx_desktop.core.reports.clean import line
from meddx_desktop.core.reports.dicom_parts import (
    is_uid,
    new_object,
    sequence,
    short,
    stamped,
    written,
)
from meddx_desktop.core.reports.speech import Speech
from meddx_desktop.core.reports.wrap import lines

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7"
_NARROWEST = 640
_FONT = RESOURCES / "fonts" / "MedDxSans-Regular.otf"
_MARGIN = 12
_BACK, _INK = (16, 18, 22), (235, 235, 235)


def render(report: Report, film: FilmPart, picture: FilmPicture, speech: Speech) -> bytes:
    """The picture of one film of the report as a file."""
    pixels = with_words(picture.png, _words(report, film, picture, speech))
    made = new_object(SECONDARY_CAPTURE, report, film)
    made.Modality = "OT"
    made.ConversionType = "WSD"
    made.ImageType = ["DERIVED", "SECONDARY"]
    made.InstanceNumber = 1
    made.PatientOrientation = ""
    made.Laterality = ""
    is_heat = bool(picture.finding)
    described = speech.safety("heat_map") if is_heat else speech.say("paper_film_plain")
    made.SeriesDescription = short(described)
    made.DerivationDescription = short(speech.safety("support"))
    made.BurnedInAnnotation = "NO"
    made.RecognizableVisualFeatures = "NO"
    made.LossyImageCompression = "00"
    stamped(made, "Content", report.made_at)
    stamped(made, "InstanceCreation", report.made_at)
    local = report.made_at.astimezone()
    made.DateOfSecondaryCapture = local.strftime("%Y%m%d")
    made.TimeOfSecondaryCapture = local.strftime("%H%M%S")
    _source(made, film)
    made.SamplesPerPixel = 3
    made.PhotometricInterpretation = "RGB"
    made.PlanarConfiguration = 0
    made.Rows, made.Columns = pixels.shape[:2]
    made.BitsAllocated = made.BitsStored = 8
    made.HighBit, made.PixelRepresentation = 7, 0
    content = pixels.tobytes()
    made.PixelData = content + b"\0" * (len(content) % 2)
    return written(made)


def with_words(png: bytes, words: list[str]) -> NDArray[np.uint8]:
    """The picture with lines of words beneath it: uint8 RGB."""
    from PIL import Image, ImageDraw, ImageFont

    film = Image.open(io.BytesIO(png)).convert("RGB")
    width = max(film.width, _NARROWEST)
    size = max(16, width // 48)
    font = ImageFont.truetype(str(_FONT), size)
    shown = [part for one in words for part in _fitted(one, width - 2 * _MARGIN, font)]
    step = round(size * 1.4)
    height = film.height + len(shown) * step + 2 * _MARGIN
    made = Image.new("RGB", (width, height), _BACK)
    made.paste(film, ((width - film.width) // 2, 0))
    draw = ImageDraw.Draw(made)
    for number, text in enumerate(shown):
        place = (_MARGIN, film.height + _MARGIN + number * step)
        draw.text(place, text, font=font, fill=_INK)
    return np.asarray(made, np.uint8)


def _fitted(text: str, width: int, font: "FreeTypeFont") -> list[str]:
    return lines(line(text), width, font.getlength)


def _words(report: Report, film: FilmPart, picture: FilmPicture, speech: Speech) -> list[str]:
    """What a viewer must see beside the film: every score of it, that of the heat map first."""
    found = [one for one in film.findings if one.frame == picture.frame]
    found.sort(key=lambda one: one.name != picture.finding)
    told = [_finding(one, speech) for one in found]
    if not film.is_scored:
        told.append(speech.safety("refused"))
    if found:
        told.append(speech.safety("score"))
    if picture.finding:
        heat = speech.safety("heat_map")
        told.append(f"{speech.label(f'finding.{picture.finding}')}: {heat}")
    if film.correction is not None and not film.correction.is_nothing:
        done = speech.label(f"correction.{film.correction.done}")
        by, at = film.correction.by or "–", amounts.moment(film.correction.at)
        told.append(speech.say("paper_corrected", done=done, by=line(by), time=at))
    if not report.is_signed:
        told.append(speech.safety("unreviewed"))
    return [*told, speech.safety("support")]


def _finding(one: FindingPart, speech: Speech) -> str:
    """A score with its model, what it does not say, and the clinician's word."""
    score = speech.say(
        "referral_score",
        name=speech.label(f"finding.{one.name}"),
        call=speech.label(f"call.{one.call.value}"),
        score=amounts.score(one.score),
        threshold=amounts.score(one.threshold),
    )
    below = f" {speech.safety(one.call.caution)}" if one.call.caution else ""
    word = f"{speech.say('paper_clinician')}: {section_films.word(one, speech)}"
    return f"{score}. {one.model.name} {one.model.version}.{below} {word}"


def _source(made: Dataset, film: FilmPart) -> None:
    """The film that it was made from (PS3.3 C.7.6.1.1.4)."""
    if not (is_uid(film.uid) and is_uid(film.sop_class_uid)):
        return
    item = Dataset()
    item.ReferencedSOPClassUID = film.sop_class_uid
    item.ReferencedSOPInstanceUID = film.uid
    made.SourceImageSequence = sequence(item)
