"""Synthetic reports on paper: drawn with the program's own fonts, then treated as paper is."""

import io
from dataclasses import dataclass

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from meddx_desktop.core.paths import RESOURCES

HEADINGS = ("序号", "项目名称", "结果", "提示", "单位", "参考区间")
CHINESE = (
    ("1", "白细胞计数", "11.24", "↑", "10^9/L", "3.5-9.5"),
    ("2", "血红蛋白", "98", "↓", "g/L", "115-150"),
    ("3", "C反应蛋白", "<0.50", "", "mg/L", "0-10"),
    ("4", "肌酐", "61.5", "", "μmol/L", "41-81"),
    ("5", "葡萄糖", "7.81", "H", "mmol/L", "3.9-6.1"),
    ("6", "钾", "3.50", "", "mmol/L", "3.5~5.3"),
)
ENGLISH_HEADINGS = ("Test", "Result", "Flag", "Unit", "Reference range")
ENGLISH = (
    ("Sodium", "139", "", "mmol/L", "137-147"),
    ("Potassium", "6.8", "H", "mmol/L", "3.5-5.3"),
    ("Creatinine", "112.4", "H", "µmol/L", "41-81"),
    ("Haemoglobin", "8.7", "L", "g/dL", "11.5-15.0"),
    ("CRP", "<10", "", "mg/L", "0-10"),
)
_CHINESE_AT = (0.04, 0.13, 0.40, 0.52, 0.60, 0.78)
_ENGLISH_AT = (0.05, 0.36, 0.50, 0.60, 0.78)


@dataclass(frozen=True)
class Wear:
    """What happens to a page between printer and file."""

    angle: float = 0.0
    blur: float = 0.0
    quality: int = 0
    """Of the JPEG; 0: none."""
    shadow: float = 0.0
    """How much darker the far corner is, 0 to 1."""
    grain: float = 0.0


def page(
    rows,
    headings=HEADINGS,
    *,
    head="姓名：张三    性别：女    年龄：45岁",
    title="检验报告单",
    bold=False,
    size=30,
) -> np.ndarray:
    """(rows, columns, 3) uint8: a title, a line of labels, headings and rows."""
    name = f"MedDxSans-{'Bold' if bold else 'Regular'}.otf"
    at = {len(_CHINESE_AT): _CHINESE_AT, len(_ENGLISH_AT): _ENGLISH_AT}[len(headings)]
    wide, high = size * 42, size * (2 * len(rows) + 9)
    sheet = Image.new("RGB", (wide, high), "white")
    pen = ImageDraw.Draw(sheet)
    font = ImageFont.truetype(str(RESOURCES / "fonts" / name), size)
    pen.text((wide * 0.35, size), title, font=font, fill=(10, 10, 10))
    pen.text((wide * 0.05, size * 3.5), head, font=font, fill=(10, 10, 10))
    for line, texts in enumerate((headings, *rows)):
        for text, place in zip(texts, at, strict=True):
            pen.text((wide * place, size * (6 + 2 * line)), text, font=font, fill=(10, 10, 10))
    return np.asarray(sheet)


def worn(sheet: np.ndarray, wear: Wear, *, seed: int = 7) -> np.ndarray:
    """The page as a photograph shows it."""
    rows, columns = sheet.shape[:2]
    if wear.angle:
        turn = cv2.getRotationMatrix2D((columns / 2, rows / 2), wear.angle, 1)
        sheet = cv2.warpAffine(
            sheet, turn, (columns, rows), flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255)
        )
    if wear.blur:
        sheet = cv2.GaussianBlur(sheet, (0, 0), wear.blur)
    seen = sheet.astype(np.float32)
    if wear.shadow:
        down, across = np.linspace(0, 1, rows)[:, None], np.linspace(0, 1, columns)[None]
        seen *= (1 - wear.shadow * (down + across) / 2)[..., None]
    if wear.grain:
        seen += np.random.default_rng(seed).normal(0, wear.grain, seen.shape)
    out = np.clip(seen, 0, 255).astype(np.uint8)
    return jpeg_again(out, wear.quality) if wear.quality else out


def jpeg_again(sheet: np.ndarray, quality: int) -> np.ndarray:
    """The sheet as it comes out of a JPEG file."""
    return np.asarray(Image.open(io.BytesIO(jpeg(sheet, quality))))


def jpeg(sheet: np.ndarray, quality: int = 90) -> bytes:
    """The bytes of a photograph."""
    return _saved(sheet, "JPEG", quality=quality)


def png(sheet: np.ndarray) -> bytes:
    """The bytes of a scan."""
    return _saved(sheet, "PNG")


def pdf(*sheets: np.ndarray) -> bytes:
    """A PDF of scanned pages."""
    first, *more = (Image.fromarray(sheet) for sheet in sheets)
    target = io.BytesIO()
    first.save(target, "PDF", save_all=True, append_images=more)
    return target.getvalue()


def tiff(*sheets: np.ndarray) -> bytes:
    """A TIFF of several pages, as a fax machine makes it."""
    first, *more = (Image.fromarray(sheet) for sheet in sheets)
    target = io.BytesIO()
    first.save(target, "TIFF", save_all=True, append_images=more)
    return target.getvalue()


def _saved(sheet: np.ndarray, kind: str, **options) -> bytes:
    target = io.BytesIO()
    Image.fromarray(sheet).save(target, kind, **options)
    return target.getvalue()
