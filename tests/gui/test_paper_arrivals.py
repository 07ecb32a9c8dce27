"""Protects: a sheet of paper is not taken for a film unasked, and a film is never asked about."""

from datetime import date
from typing import ClassVar

import pytest

from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.errors import UnreadableNote
from meddx_desktop.core.operations import cases
from meddx_desktop.gui import note_arrivals
from meddx_desktop.gui.dialogs.paper_or_film import FILM, NOTE, REPORT
from meddx_desktop.gui.labs_tab import sources as labs_sources
from meddx_desktop.gui.notes_tab import sources as notes_sources
from tests import desks
from tests.data import films, paper


@pytest.fixture
def sheet(tmp_path):
    path = tmp_path / "report.jpg"
    path.write_bytes(paper.jpeg(paper.page(paper.ENGLISH, paper.ENGLISH_HEADINGS, size=10)))
    return path


@pytest.fixture
def went(window, parts, monkeypatch):
    """Where pictures went, ``(where, names)`` in order; ``went.answer`` is said if asked."""

    class Went(list):
        answer = ""
        may_read = None

    went = Went()

    class Asked:
        def __init__(self, name, more, *, may_read, parent):
            went.append(("asked", [name]))
            went.may_read = may_read
            self.answer = went.answer

        def exec(self):
            return bool(self.answer)

    def to(where):
        return lambda paths: went.append((where, [path.name for path in paths]))

    monkeypatch.setattr(note_arrivals, "PaperOrFilmDialog", Asked)
    monkeypatch.setattr(parts.intake, "open_paths", to("films"))
    monkeypatch.setattr(window.labs.sources, "open", to("labs"))
    monkeypatch.setattr(window.notes.sources, "open", to("notes"))
    return went


def drop(window, went, qtbot, *paths):
    count = len(went)
    window.note_arrivals.open_dropped(list(paths))
    qtbot.waitUntil(lambda: len(went) > count)


def test_a_sheet_of_paper_is_asked_about(window, parts, went, qtbot, sheet):
    parts.session.open_case(cases.create(parts.app, Patient("P-1")).case_id)
    for went.answer, where in ((REPORT, "labs"), (NOTE, "notes"), (FILM, "films")):
        went.clear()
        window.tabs.setCurrentWidget(window.image)
        drop(window, went, qtbot, sheet)
        qtbot.waitUntil(lambda: len(went) == 2)
        assert went == [("asked", ["report.jpg"]), (where, ["report.jpg"])]
    for where in ("labs", "notes"):
        went.clear()
        window.tabs.setCurrentWidget(getattr(window, where))
        drop(window, went, qtbot, sheet)
        assert went == [(where, ["report.jpg"])], "its tab says what it is"


def test_without_a_case_it_can_only_be_a_film(window, parts, went, qtbot, sheet):
    window.tabs.setCurrentWidget(window.labs)
    drop(window, went, qtbot, sheet)
    assert went == [("asked", ["report.jpg"])]
    assert went.may_read is False
    window.commands.paper.trigger()
    assert any("Open a case first" in one.text for one in parts.notices.waiting)


def test_a_film_goes_to_the_films_unasked_and_results_to_the_comparison(
    window, parts, went, qtbot, tmp_path, sheet, monkeypatch
):
    parts.session.open_case(cases.create(parts.app, Patient("P-1")).case_id)
    window.tabs.setCurrentWidget(window.labs)
    film = tmp_path / "film.png"
    film.write_bytes(paper.png(films.phantom(256, 256, bits=8).astype("uint8")))
    drop(window, went, qtbot, film)
    assert went == [("films", ["film.png"])]

    opened = []

    class Shown:
        def __init__(self, _session, path, _parent):
            opened.append(path.suffix)

        def exec(self):
            return 0

    monkeypatch.setattr(labs_sources, "PaperImportDialog", Shown)
    sources = labs_sources.Sources(parts.session, window.labs)
    sources.open([sheet, sheet.with_suffix(".pdf")])
    assert opened == [".jpg", ".pdf"]


def test_a_note_on_paper_comes_in_after_it_was_compared(window, parts, monkeypatch, sheet):
    parts.session.open_case(cases.create(parts.app, Patient("P-1")).case_id)

    class Compared:
        text = "cough for two weeks"
        accepted = False

        def __init__(self, _app, _path, _parent):
            pass

        def exec(self):
            return Compared.accepted

    monkeypatch.setattr(notes_sources, "NotePaperDialog", Compared)
    sources, editor = window.notes.sources, window.notes.editor
    scanned = UnreadableNote("note_scanned")
    for Compared.accepted in (False, True):
        expected = Compared.text if Compared.accepted else ""
        sources.open([sheet])
        assert editor.toPlainText() == expected
        editor.clear()
        sources._failed(parts.session.case_id, sheet, scanned)
        assert editor.toPlainText() == expected


def test_a_note_of_another_patient_on_paper_is_asked_about_before_it_goes_in(
    window, parts, monkeypatch, sheet
):
    mary = Patient("P-1", PersonName("Brown^Mary"), date(1968, 3, 1), Sex.FEMALE)
    parts.session.open_case(cases.create(parts.app, mary).case_id)

    class Compared:
        text = "Patient: Wong Siu Ming   M 44\ncough"
        answers: ClassVar[list[bool]] = []

        def __init__(self, _app, _path, _parent):
            pass

        def exec(self):
            return self.answers.pop(0)

    said: list[bool] = []
    asked: list[tuple[str, tuple[str, ...]]] = []

    class Asked:
        def __init__(self, _patient, found, differs, _parent):
            asked.append((found.name.alphabetic, differs))

        def exec(self):
            return said.pop(0)

    monkeypatch.setattr(notes_sources, "NotePaperDialog", Compared)
    monkeypatch.setattr(notes_sources, "NoteOfAnotherDialog", Asked)
    editor = window.notes.editor
    Compared.answers, said[:] = [True, False], [False]
    window.notes.sources.open([sheet])
    assert editor.toPlainText() == ""
    assert asked == [("Wong Siu Ming", ("name", "sex", "age"))]
    assert desks.trail(parts.app)[-1].action == "note_identity_warned"
    Compared.answers, said[:] = [True, True], [False, True]
    window.notes.sources.open([sheet])
    assert editor.toPlainText() == Compared.text
