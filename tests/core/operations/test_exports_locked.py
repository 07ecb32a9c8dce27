"""Protects: nothing leaves a program that is locked, and nothing of it stays in the folder."""

from datetime import date
from fractions import Fraction

import pytest

from meddx_desktop.core.errors import StoreRefused
from meddx_desktop.core.operations import aggregate, cases, reports, reports_day, sign_in
from meddx_desktop.core.operations.reports import Format, Wish
from meddx_desktop.words.paper import paper_words
from tests import clinic

EXPORTS = {
    "pdf": lambda app, case, out: reports.export(app, case, out, Wish(paper_words("en"))),
    "fhir": lambda app, case, out: reports.export(
        app, case, out, Wish(paper_words("en"), format=Format.FHIR)
    ),
    "list": lambda app, _case, out: reports_day.export_list(
        app, date(2026, 3, 2), out, Wish(paper_words("en"))
    ),
    "counts": lambda app, _case, out: aggregate.export(
        app, out, aggregate.Wish(4, Fraction(1), ("Random noise.",))
    ),
}


@pytest.mark.parametrize("kind", sorted(EXPORTS))
def test_a_locked_program_lets_nothing_out(app, tmp_path, kind):
    case_id = cases.write_note(app, clinic.file(app).case_id, "Cough for 3 days.").case_id
    folder = tmp_path / "out"
    folder.mkdir()
    EXPORTS[kind](app, case_id, folder / "open")
    (folder / "open").unlink()
    sign_in.lock(app)
    with pytest.raises(StoreRefused, match="store_locked"):
        EXPORTS[kind](app, case_id, folder / "x")
    assert list(folder.iterdir()) == []
