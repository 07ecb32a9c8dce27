"""DICOMDIR records: resolved within their folder, whatever they say."""

from pathlib import Path

import pytest
from pydicom.data import get_testdata_file

from meddx_desktop.core.imaging.dicomdir import listed
from tests.data import films


def results(folder: Path, references: list[list[str]], **options) -> list[tuple[str, str]]:
    (folder / "DICOMDIR").write_bytes(films.dicomdir(references, **options))
    return [
        (source.path.relative_to(folder).as_posix(), error.code if error else "")
        for source, error in listed(folder / "DICOMDIR")
    ]


@pytest.fixture
def disc(tmp_path: Path) -> Path:
    folder = tmp_path / "disc"
    (folder / "SUB").mkdir(parents=True)
    (folder / "SUB" / "IM1").write_bytes(b"1")
    (tmp_path / "secret").write_bytes(b"s")
    return folder


@pytest.mark.parametrize(
    "parts",
    [["..", "secret"], ["SUB", "..", "..", "secret"], ["/etc/passwd"], ["..\\secret"], ["C:", "x"]],
)
def test_records_that_lead_outside(disc, parts):
    assert [code for _, code in results(disc, [parts])] == ["dicomdir_outside"]


def test_link_that_leads_outside(disc, tmp_path):
    (disc / "LINK").symlink_to(tmp_path / "secret")
    assert results(disc, [["LINK"]]) == [("DICOMDIR", "dicomdir_outside")]


def test_missing_file(disc):
    assert results(disc, [["SUB", "IM2"]]) == [("SUB/IM2", "dicomdir_missing_file")]
    assert results(disc, [["SUB"]]) == [("SUB", "dicomdir_missing_file")]


def test_case_and_version_of_a_disc_that_was_copied(disc):
    (disc / "sub2").mkdir()
    (disc / "sub2" / "im1.;1").write_bytes(b"1")
    assert results(disc, [["SUB2", "IM1"]]) == [("sub2/im1.;1", "")]


def test_only_images_are_films(disc):
    assert results(disc, [["SUB", "IM1"]], kind="SR DOCUMENT") == []
    assert results(disc, [["SUB", "IM1"]]) == [("SUB/IM1", "")]


@pytest.mark.parametrize(
    "name", ["DICOMDIR", "DICOMDIR-bigEnd", "DICOMDIR-implicit", "DICOMDIR-nooffset"]
)
def test_directories_of_other_makers(name):
    path = get_testdata_file(f"dicomdirtests/{name}", download=False)
    entries = list(listed(Path(path)))
    present = [source for source, error in entries if error is None]
    assert len(entries) == 31
    assert all(source.path.is_file() for source in present)
    assert present
