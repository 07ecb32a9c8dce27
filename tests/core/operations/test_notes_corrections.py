"""Protects: who may correct a reading, that it is kept and told, and that no flag is hidden."""

from dataclasses import replace

import pytest

from meddx_desktop.core import operations
from meddx_desktop.core.domain.note import Assertion, MentionKind, RedFlag, Span
from meddx_desktop.core.domain.note_corrections import Verdict
from meddx_desktop.core.domain.patient import Patient
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import InvalidEntry, NotPermitted
from meddx_desktop.core.operations import cases, notes_corrections, notes_desk, review
from meddx_desktop.core.operations.notes_desk import Memory
from meddx_desktop.core.settings import Settings
from tests import desks

NOTE = "Severe chest pain since this morning, sweating.\nDenies fever."
FEVER = Span(NOTE.index("fever"), NOTE.index("fever") + 5)


@pytest.fixture
def app(tmp_path):
    (tmp_path / "models").mkdir()
    made = operations.open_application(
        models=tmp_path / "models", settings=Settings(), store=tmp_path / "store"
    )
    yield made
    made.access.close()


def case_with_note(app, role=Role.CLINICIAN, text=NOTE):
    desks.enter(app, role)
    case = cases.create(app, Patient("P-1"))
    return cases.write_note(app, case.case_id, text)


def correct(app, case_id, span=FEVER, verdict=Verdict.ASSERTION, **more):
    return notes_corrections.correct(
        app, case_id, NOTE, span, MentionKind.SYMPTOM, verdict=verdict, **more
    )


def test_a_correction_is_kept_with_author_and_time_and_told(app):
    case = case_with_note(app)
    correct(app, case.case_id, assertion=Assertion.PRESENT)
    (kept,) = cases.load(app, case.case_id).note_corrections
    assert (kept.words, kept.by, kept.assertion) == ("fever", "Dr Lin", Assertion.PRESENT)
    assert kept.at is not None
    entry = desks.trail(app)[-1]
    assert entry.action == "note_corrected" and "fever" not in entry.details


def test_a_correction_taken_back_stays_in_the_record(app):
    case = case_with_note(app)
    made = correct(app, case.case_id, verdict=Verdict.NOT_A_MENTION)
    ids = (made.note_corrections[0].correction_id,)
    back = notes_corrections.take_back(app, case.case_id, ids)
    assert back.note_corrections[0].is_withdrawn
    assert back.note_corrections[0].withdrawn_by == "Dr Lin"
    with pytest.raises(InvalidEntry, match="note_correction_gone"):
        notes_corrections.take_back(app, case.case_id, ids)


@pytest.mark.parametrize(
    ("span", "code"), [(Span(3, 3), "note_words_missing"), (Span(0, 0), "note_words_missing")]
)
def test_nothing_marked_is_refused(app, span, code):
    case = case_with_note(app)
    with pytest.raises(InvalidEntry, match=code):
        correct(app, case.case_id, span)


def test_a_signed_case_is_not_corrected(app):
    case = case_with_note(app)
    review.sign(app, case.case_id)
    with pytest.raises(NotPermitted, match="case_signed"):
        correct(app, case.case_id, assertion=Assertion.PRESENT)


def test_only_a_clinician_says_that_a_flag_was_seen(app):
    case = case_with_note(app, Role.SCREENING_OFFICER)
    correct(app, case.case_id, assertion=Assertion.PRESENT)
    with pytest.raises(NotPermitted):
        notes_corrections.mark_seen(app, case.case_id, "acute_coronary", ("chest pain",))


def test_a_flag_is_loud_again_when_other_words_fire_it(app):
    case = case_with_note(app)
    flag = RedFlag("x", (Span(7, 17),))
    words = notes_corrections.fired_by(NOTE, flag)
    assert words == ("chest pain",)
    case = notes_corrections.mark_seen(app, case.case_id, "x", words)
    assert notes_corrections.seen(case, NOTE, flag).by == "Dr Lin"
    more = replace(flag, words=(*flag.words, FEVER))
    assert notes_corrections.seen(case, NOTE, more) is None
    case = notes_corrections.mark_unseen(app, case.case_id, "x")
    assert notes_corrections.seen(case, NOTE, flag) is None


@pytest.mark.parametrize("verdict", [Verdict.ASSERTION, Verdict.NOT_A_MENTION])
def test_no_correction_hides_a_red_flag(app, verdict):
    """SAFETY: whoever denies a danger sign by a correction still sees it until it is seen."""
    note = "Sudden facial droop."
    case = case_with_note(app, text=note)
    before = notes_desk.read(app, case, note, Memory())
    assert [flag.name for flag in before.flags] == ["stroke"]
    span = before.flags[0].words[0]
    denied = Assertion.NEGATED if verdict is Verdict.ASSERTION else None
    place = (app, case.case_id, note, span, MentionKind.SYMPTOM)
    case = notes_corrections.correct(*place, verdict=verdict, assertion=denied)
    after = notes_desk.read(app, case, note, Memory())
    assert [flag.name for flag in after.flags] == ["stroke"]
    if denied:
        assert after.quieted == {"stroke"}, "and it says that it would be quiet"


def test_a_correction_is_applied_at_each_reading(app):
    case = case_with_note(app)
    case = correct(app, case.case_id, assertion=Assertion.PRESENT)
    text = f"Seen at home.\n{NOTE}"
    found = notes_desk.read(app, case, text, Memory())
    (entry,) = [one for one in found.note.entries if one.mention.text == "fever"]
    assert entry.mention.assertion is Assertion.PRESENT
    assert entry.said[0].by == "Dr Lin"
