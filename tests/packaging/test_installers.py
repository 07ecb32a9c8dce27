"""Protects: what is installed for one user is found, replaced whole, and removed without a rest."""

import gzip
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"
sys.path[:0] = [str(LINUX), str(ROOT / "packaging" / "windows")]

import build  # noqa: E402
import make_packages  # noqa: E402


@pytest.fixture
def home(tmp_path):
    """A home with Chinese letters, a space and a percent sign."""
    home = tmp_path / "诊所 一%"
    home.mkdir()
    return home


@pytest.fixture
def payload(tmp_path):
    """What the .run unpacks, with a program that is a shell script."""
    folder = tmp_path / "payload"
    (folder / "meddx").mkdir(parents=True)
    for name in ("meddx", "meddx-desktop"):
        (folder / "meddx" / name).write_text("#!/bin/sh\necho started\n")
        (folder / "meddx" / name).chmod(0o755)
    for name in ("install.sh", "uninstall.sh", "meddx-desktop.desktop", "meddx-desktop.xml"):
        (folder / name).write_bytes((LINUX / name).read_bytes())
    for name in ("meddx-desktop.svg", "meddx-desktop.png", "meddx.1.gz"):
        (folder / name).write_bytes(b"x")
    return folder


def _run(script, home):
    told = {"HOME": str(home), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        ["sh", str(script)], env=told, capture_output=True, text=True, check=False
    )


def _files(home):
    return {
        path.relative_to(home).as_posix()
        for path in home.rglob("*")
        if not path.is_dir() or path.is_symlink()
    }


def _is_of_the_desktop(name):
    """Written by the system's own tools where they are installed."""
    return name.startswith(".local/share/mime/") or name.endswith("mimeinfo.cache")


def test_the_commands_start_the_program_and_the_menu_knows_it(payload, home):
    ran = _run(payload / "install.sh", home)
    assert ran.returncode == 0, ran.stderr
    for name in ("meddx", "meddx-desktop"):
        told = subprocess.run([home / ".local/bin" / name], capture_output=True, text=True)
        assert told.stdout == "started\n"
    entry = (home / ".local/share/applications/meddx-desktop.desktop").read_text("utf-8")
    place = f"{home}/.local/share/meddx-desktop/meddx/meddx-desktop".replace("%", "%%")
    assert f'Exec="{place}" %F\n' in entry


def test_a_newer_one_replaces_the_older_whole(payload, home):
    (payload / "meddx" / "gone.so").write_text("old")
    _run(payload / "install.sh", home)
    (payload / "meddx" / "gone.so").unlink()
    (payload / "meddx" / "new.so").write_text("new")
    assert _run(payload / "install.sh", home).returncode == 0
    inside = home / ".local/share/meddx-desktop"
    assert (inside / "meddx" / "new.so").is_file()
    assert not (inside / "meddx" / "gone.so").exists()
    assert not list(home.rglob("*.old")) and not list(home.rglob("*.new"))


def test_removing_leaves_the_records_alone_and_nothing_else(payload, home):
    records = home / ".local/share/MedDx/store/cases.db"
    records.parent.mkdir(parents=True)
    records.write_text("records")
    foreign = home / ".local/bin/meddx"
    _run(payload / "install.sh", home)
    foreign.unlink()
    foreign.write_text("somebody else's")
    ran = _run(home / ".local/share/meddx-desktop/uninstall.sh", home)
    assert ran.returncode == 0, ran.stderr
    left = {name for name in _files(home) if not _is_of_the_desktop(name)}
    assert left == {".local/share/MedDx/store/cases.db", ".local/bin/meddx"}


def test_a_folder_that_is_not_ours_is_left_alone(payload, home):
    theirs = home / ".local/share/meddx-desktop/theirs.txt"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("theirs")
    ran = _run(payload / "install.sh", home)
    assert ran.returncode == 1
    assert "holds something else" in ran.stderr
    assert _files(home) == {".local/share/meddx-desktop/theirs.txt"}


def test_the_file_types_are_those_that_the_menu_entry_opens():
    types = ElementTree.parse(LINUX / "meddx-desktop.xml").getroot()
    named = {one.get("type") for one in types}
    entry = (LINUX / "meddx-desktop.desktop").read_text("utf-8")
    (line,) = [line for line in entry.splitlines() if line.startswith("MimeType=")]
    assert set(line.removeprefix("MimeType=").strip(";").split(";")) == named


def test_the_manual_takes_its_commands_from_the_program(tmp_path):
    program = tmp_path / "meddx"
    said = "usage\n\ncommands:\n  COMMAND\n    screen      look at films\n    models      list,\n"
    said += "                show\n\noptions:\n"
    program.write_text(f"#!/bin/sh\ncat <<'END'\n{said}END\n")
    program.chmod(0o755)
    page = gzip.decompress(make_packages.manual(tmp_path)).decode()
    assert ".B meddx screen\nLook at films." in page
    assert ".B meddx models\nList, show." in page
    assert "@" not in page.replace("\\@", "")


def test_windows_removes_file_by_file_and_folders_only_when_empty(tmp_path):
    (tmp_path / "in ner" / "deep").mkdir(parents=True)
    (tmp_path / "in ner" / "deep" / "a$b.txt").write_text("")
    (tmp_path / "meddx.exe").write_text("")
    lines = build.removal(tmp_path).splitlines()
    assert lines == [
        'Delete "$INSTDIR\\in ner\\deep\\a$$b.txt"',
        'Delete "$INSTDIR\\meddx.exe"',
        'RMDir "$INSTDIR\\in ner\\deep"',
        'RMDir "$INSTDIR\\in ner"',
    ]


def test_the_windows_installer_never_removes_a_folder_with_what_is_in_it():
    """But for the records, and those only when somebody said so twice."""
    script = (ROOT / "packaging/windows/meddx.nsi").read_text("utf-8")
    assert script.count("RMDir /r") == 1
    before = script[: script.index("RMDir /r")]
    assert before.rindex("$(sure)") > before.rindex("$(keep)") > before.rindex("Section ")
    assert "/SD IDYES IDNO" in before and "/SD IDNO IDYES" in before
