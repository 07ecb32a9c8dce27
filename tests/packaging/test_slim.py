"""Protects: what was taken out of the frozen program is nothing it needs; versions compare."""

import ctypes
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

import slim  # noqa: E402
import version_info  # noqa: E402

# None of these reaches FFmpeg, OpenBLAS (which OpenCV asks for matrices of 25 rows and more) or the
# AV1 codec: what is decoded was told to be PNG, JPEG, TIFF or BMP by its first bytes; OpenCV asks
# for AV1 only after AVIF's. Whoever adds a function looks at that first.
ALLOWED = {
    *("LUT", "applyColorMap", "approxPolyDP", "blur", "boundingRect", "boxPoints"),
    *("connectedComponentsWithStats", "convexHull", "cvtColor", "dilate", "error", "fillPoly"),
    *("findContours", "getRotationMatrix2D", "imdecode", "imdecodemulti", "imencode", "mean"),
    *("minAreaRect", "putText", "remap", "resize", "warpAffine", "warpPerspective"),
}


def test_the_program_calls_no_function_of_opencv_that_was_stood_in_for():
    called = {
        name
        for path in (ROOT / "meddx_desktop").rglob("*.py")
        for name in re.findall(r"\bcv2\.([A-Za-z]\w*)", path.read_text(encoding="utf-8"))
        if not name.isupper() and not name.startswith(("COLOR_", "IMREAD_"))
    }
    assert called <= ALLOWED, called - ALLOWED


def test_nobody_takes_pictures_of_the_screen_with_pillow():
    """Its X11 is stood in for."""
    import fpdf

    folders = (ROOT / "meddx_desktop", Path(fpdf.__file__).parent)
    texts = [path.read_text(encoding="utf-8") for one in folders for path in one.rglob("*.py")]
    assert len(texts) > 500
    assert not [text for text in texts if "ImageGrab" in text]


@pytest.mark.slow  # needs a C compiler, as the build does
def test_a_stand_in_has_the_same_name_and_the_needed_symbols_only(tmp_path):
    library = tmp_path / "libreal.so"
    source = "int used(void) { return 7; } int other(void) { return 8; } int table[4] = {1};"
    command = ["cc", "-shared", "-x", "c", "-", "-o", str(library)]
    subprocess.run(command, input=source, text=True, check=True)
    slim.write_stand_in(library, {"used", "table"})
    kept = ctypes.CDLL(str(library))
    assert kept.used and kept.table
    assert not hasattr(kept, "other")
    ends = f"import ctypes; ctypes.CDLL({str(library)!r}).used()"
    assert subprocess.run([sys.executable, "-c", ends]).returncode < 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["libreal.so"]


@pytest.mark.parametrize(
    ("older", "newer"),
    [("0.1.0", "0.1.1"), ("0.1.0rc1", "0.1.0"), ("0.1.0a2", "0.1.0a3"), ("0.9", "0.10")],
)
def test_windows_can_tell_which_version_is_newer(older, newer):
    assert version_info.four_numbers(older) < version_info.four_numbers(newer)


def test_a_version_that_windows_cannot_compare_stops_the_build():
    with pytest.raises(ValueError, match="no version"):
        version_info.four_numbers("one")


def test_windows_gets_the_version_of_the_program():
    text = version_info.windows_version("meddx.exe")
    assert f'"ProductVersion", "{version_info.__version__}"' in text
    assert '"OriginalFilename", "meddx.exe"' in text
