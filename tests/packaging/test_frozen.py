"""The installed program starts on a bare machine, says nothing odd, finds what the source finds."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import meddx_desktop

ROOT = Path(__file__).resolve().parents[2]
SUFFIX = ".exe" if os.name == "nt" else ""

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the program, built from this checkout."""
    folder = tmp_path_factory.mktemp("frozen")
    places = ["--distpath", str(folder / "dist"), "--workpath", str(folder / "work")]
    options = ["--noconfirm", "--log-level", "ERROR", *places, "build.spec"]
    command = [sys.executable, "-m", "PyInstaller", *options]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    return folder / "dist" / "meddx"


@pytest.fixture
def bare(tmp_path: Path) -> dict[str, str]:
    """The environment of a machine that knows nothing of Python or of this checkout."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
    home = tmp_path / "home"
    home.mkdir()
    return {**kept, "HOME": str(home), "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}


def run(command: Sequence[str | Path], bare: dict[str, str]) -> str:
    """Run a command that must end well and keep standard error empty; return what it printed."""
    ran = subprocess.run(
        command, env=bare, cwd=bare["HOME"], capture_output=True, encoding="utf-8", timeout=300
    )
    assert ran.stderr == ""
    assert ran.returncode == 0, ran.stdout
    return ran.stdout


def test_a_sheet_is_drawn(program: Path, bare: dict[str, str], tmp_path: Path) -> None:
    """The blank form: font, pictograms and PDF without anything of this checkout."""
    sheet = tmp_path / "blank.pdf"
    run([program / f"meddx{SUFFIX}", "report", "blank", "--out", sheet, "--lang", "zh"], bare)
    assert sheet.read_bytes().startswith(b"%PDF")


def scores(folder: Path) -> dict[tuple[str, str, str], float]:
    """Return each score in results.jsonl by film, model and finding."""
    lines = (folder / "results.jsonl").read_text(encoding="utf-8").splitlines()
    return {
        (Path(film["path"]).name, film["model"]["name"], finding["label"]): finding["probability"]
        for film in map(json.loads, lines)
        if film.get("model")
        for finding in film["findings"]
    }


def test_version(program: Path, bare: dict[str, str]) -> None:
    printed = run([program / f"meddx{SUFFIX}", "--version"], bare)
    assert meddx_desktop.__version__ in printed


def test_models_are_whole(program: Path, bare: dict[str, str]) -> None:
    told = run([program / f"meddx{SUFFIX}", "models", "verify"], bare)
    assert "not in this build" in told
    listed = run([program / f"meddx{SUFFIX}", "models", "list", "--format", "json"], bare)
    names = {json.loads(line)["name"] for line in listed.splitlines()}
    assert names == {manifest.parent.name for manifest in ROOT.glob("models/*/manifest.json")}


def test_demo_gives_the_scores_of_the_source(
    program: Path, bare: dict[str, str], tmp_path: Path
) -> None:
    frozen, source = tmp_path / "frozen", tmp_path / "source"
    run([program / f"meddx{SUFFIX}", "demo", "--out", frozen], bare)
    from_source = {**bare, "PYTHONPATH": str(ROOT)}
    run([sys.executable, "-m", "meddx_desktop", "demo", "--out", source], from_source)
    assert scores(source)
    assert scores(frozen) == pytest.approx(scores(source), abs=1e-6)
    names = sorted(path.name for path in frozen.iterdir())
    assert names == sorted(path.name for path in source.iterdir())
    assert "window.png" in names
    assert sum(name.endswith(".png") for name in names) > 1


def test_there_is_no_cluster_in_it(program: Path, bare: dict[str, str]) -> None:
    asked = ["screen", "film.dcm", "--cluster", "scheduler.json", "--out", "results.jsonl"]
    ran = subprocess.run(
        [program / f"meddx{SUFFIX}", *asked], env=bare, capture_output=True, encoding="utf-8"
    )
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "pip install meddx-desktop[cluster]" in ran.stderr
    assert ran.stderr.count("\n") == 1


def test_doctor_finds_the_installation_fit(program: Path, bare: dict[str, str]) -> None:
    said = run([program / f"meddx{SUFFIX}", "doctor"], bare)
    assert "[FAIL]" not in said
    assert "This build holds no part for graphics cards" in said


def size(folder: Path, *apart: str) -> float:
    """Return the megabytes below a folder, without what lies below its parts `apart`."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    own = (path for path in files if not any(f"/{part}/" in path.as_posix() for part in apart))
    return sum(path.stat().st_size for path in own) / 1e6


def test_keeps_to_the_size_budget(program: Path) -> None:
    """Megabytes unpacked. The networks that read text in pictures count as models."""
    assert size(program) <= 600
    assert size(program, "models", "resources/ocr", "resources/fonts") <= 330


def test_every_library_still_loads(program: Path) -> None:
    """Symbols were taken out of them, and some were stood in for: none may have broken."""
    libraries = sorted(path for path in program.rglob("*.so*") if not path.is_symlink())
    asked = "import ctypes, sys\nfor name in sys.argv[1:]: ctypes.CDLL(name)"
    own = [path for path in libraries if path.parts[-2].endswith(".libs") or "Qt" in path.name]
    assert own
    for path in own:
        ran = subprocess.run([sys.executable, "-c", asked, path], capture_output=True, text=True)
        assert "not page-aligned" not in ran.stderr, ran.stderr
        assert "cannot read file data" not in ran.stderr, ran.stderr


def test_window_opens_and_stays(program: Path, bare: dict[str, str]) -> None:
    command = [program / f"meddx-desktop{SUFFIX}", "--demo"]
    with subprocess.Popen(
        command, env=bare, cwd=bare["HOME"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as window:
        with pytest.raises(subprocess.TimeoutExpired):
            window.wait(timeout=8)
        window.terminate()
        printed, _ = window.communicate(timeout=20)
    assert printed == b""


def test_carries_only_what_it_needs(program: Path) -> None:
    names = [path.name for path in program.rglob("*")]
    unwanted = ("providers_cuda", "providers_tensorrt", "Qt6Quick", "libgtk", "_jpegxl", ".fp16.")
    assert [name for name in names if any(part in name for part in unwanted)] == []
    texts = {"LICENSE", "THIRD_PARTY.md", "OFL.txt", "LICENCES.txt", "LGPL-3.0.txt"}
    assert texts | {"LGPL_NOTICE.txt", "sbom.cdx.json"} <= set(names)


def test_laboratory_files_are_read_as_the_source_reads_them(
    program: Path, bare: dict[str, str]
) -> None:
    """HL7, FHIR, tables and workbooks need libraries and data that no import statement names."""
    files = sorted(
        path for path in (ROOT / "tests/data/labs").glob("answer_*") if path.suffix != ".jsonl"
    )
    asked = [*files, ROOT / "resources/demo/1-child-labs.hl7"]
    arguments = ["labs", *asked, "--format", "json", "--age", "45y"]
    frozen = run([program / f"meddx{SUFFIX}", *arguments], bare)
    from_source = {**bare, "PYTHONPATH": str(ROOT)}
    assert frozen == run([sys.executable, "-m", "meddx_desktop", *arguments], from_source)
