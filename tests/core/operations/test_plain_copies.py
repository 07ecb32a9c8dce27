"""Protects: no export is written over the encrypted records, or among them, forced or not."""

from fractions import Fraction
from pathlib import Path

import pytest

from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.operations import (
    aggregate,
    deidentify_export,
    deidentify_text,
    heat_files,
    reports_out,
)
from meddx_desktop.core.operations.plain_copies import refuse_records

WRITERS = {
    "report": lambda path: reports_out.refuse_existing(path, force=True),
    "note": lambda path: deidentify_text.refuse_existing(path, force=True),
    "film": lambda path: deidentify_export.write_one(
        path, [b"film"], source=Path("/stick/1.dcm"), force=True
    ),
    "films": deidentify_export.FilmFolder,
    "heat maps": heat_files.prepare_folder,
}


@pytest.mark.parametrize("name", ["keys.json", "cases.db", "objects/00/a", "new/below"])
@pytest.mark.parametrize("writer", WRITERS.values(), ids=WRITERS)
def test_the_store_is_no_place_for_a_plain_copy(app, writer, name):
    target = app.folder / name
    before = {path: path.read_bytes() for path in app.folder.rglob("*") if path.is_file()}
    assert before, "there is no store to protect"
    with pytest.raises(InvalidEntry) as caught:
        writer(target)
    assert caught.value.code == "export_inside_records"
    assert {path: path.read_bytes() for path in app.folder.rglob("*") if path.is_file()} == before


def test_a_link_into_the_store_is_followed(app, tmp_path):
    link = tmp_path / "harmless.pdf"
    link.symlink_to(app.folder / "keys.json")
    with pytest.raises(InvalidEntry):
        refuse_records(link)


def test_counts_are_not_paid_for_then(app):
    with pytest.raises(InvalidEntry):
        aggregate.export(app, app.folder / "counts.csv", aggregate.Wish(4, Fraction(1)))
    assert aggregate.budget(app).ever == 0


def test_beside_the_store_it_is_fine(app, tmp_path):
    refuse_records(app.folder.parent / "report.pdf")
    refuse_records(tmp_path / "report.pdf")
