"""Protects: like cases come from signed notes of other persons alone, and go when not wanted."""

import numpy as np
import pytest

from meddx_desktop.core import operations
from meddx_desktop.core.domain.note import (
    Assertion,
    Language,
    Mention,
    MentionKind,
    NoteReading,
    Span,
)
from meddx_desktop.core.domain.patient import Patient
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import NotPermitted, StoreRefused
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import cases, notes_similar, review, rules
from meddx_desktop.core.settings import Settings
from tests import desks

WORDS = ("cough", "fever", "rash", "stroke")


class CountsWords:
    """Stands for the encoder: a vector says which of four words a text has."""

    name = "words 1"

    def vectors(self, texts):
        found = np.array(
            [[text.count(word) + 0.01 for word in WORDS] for text in texts], np.float32
        )
        return found / np.linalg.norm(found, axis=1, keepdims=True)


def read(text):
    mention = Mention(Span(0, 1), text.split()[0], MentionKind.PROBLEM)
    other = Mention(Span(0, 1), "denied", MentionKind.PROBLEM, Assertion.NEGATED)
    return NoteReading(Language.ENGLISH, mentions=(mention, other))


@pytest.fixture
def app(tmp_path):
    (tmp_path / "models").mkdir()
    made = operations.open_application(
        models=tmp_path / "models", settings=Settings(), store=tmp_path / "store"
    )
    desks.enter(made)
    yield made
    made.access.close()


def signed(app, number, note, *, demonstration=False):
    case = cases.create(app, Patient(f"P-{number}"), demonstration=demonstration)
    cases.write_note(app, case.case_id, note)
    review.sign(app, case.case_id)
    return case.case_id


def catch_up(app):
    return notes_similar.catch_up(app, CountsWords(), read, JobContext())


def alike(app, text, case_id=""):
    return [one.case_id for one in notes_similar.similar(app, case_id, text, CountsWords())]


def kept(app):
    with app.access.using(None) as desk:
        return desk.store.note_vectors.stamp()[0]


def test_the_nearest_note_stands_first(app):
    rash, cough = signed(app, 1, "rash rash"), signed(app, 2, "cough and fever")
    assert catch_up(app) == 2 and catch_up(app) == 0
    found = notes_similar.similar(app, "", "cough fever", CountsWords())
    assert [one.case_id for one in found] == [cough, rash]
    assert found[0].alike > 0.99 > found[1].alike
    assert found[0].problems == ("cough",), "what is denied leads nowhere"


def test_an_unsigned_note_a_removed_case_and_a_demonstration_are_not_listed(app):
    cases.write_note(app, cases.create(app, Patient("P-1")).case_id, "cough")
    signed(app, 2, "cough", demonstration=True)
    reopened = signed(app, 3, "cough")
    catch_up(app)
    review.reopen(app, reopened, "Wrong side")
    assert alike(app, "cough") == []


def test_other_visits_of_the_same_person_are_left_out(app):
    mine, other = signed(app, 1, "cough"), signed(app, 2, "cough")
    catch_up(app)
    assert alike(app, "cough", mine) == [other]


def test_a_note_signed_anew_gets_a_new_vector(app):
    case_id = signed(app, 1, "cough")
    catch_up(app)
    review.reopen(app, case_id, "Wrong side")
    cases.write_note(app, case_id, "stroke")
    review.sign(app, case_id)
    assert catch_up(app) == 1
    assert notes_similar.similar(app, "", "stroke", CountsWords())[0].alike > 0.99
    assert kept(app) == 1


def test_switched_off_nothing_is_kept_made_or_found(app):
    """One setting: what was made of notes goes in the same breath."""
    signed(app, 1, "cough")
    catch_up(app)
    app.access.close()
    desks.enter(app, Role.OWNER)
    rules.change_rule(app, notes_similar.SETTING, notes_similar.OFF)
    assert kept(app) == 0
    assert catch_up(app) == 0 and kept(app) == 0
    with pytest.raises(NotPermitted, match="similar_cases_off"):
        alike(app, "cough")


def test_who_may_open_no_case_finds_none_and_nobody_does_after_the_lock(app):
    signed(app, 1, "cough")
    catch_up(app)
    app.access.close()
    with pytest.raises(StoreRefused):
        alike(app, "cough")
    desks.enter(app, Role.AUDITOR)
    with pytest.raises(NotPermitted):
        alike(app, "cough")


def test_vectors_of_another_encoder_are_not_compared(app):
    signed(app, 1, "cough")
    catch_up(app)

    class Newer(CountsWords):
        name = "words 2"

    assert notes_similar.similar(app, "", "cough", Newer()) == ()
    assert notes_similar.catch_up(app, Newer(), read, JobContext()) == 1
    assert len(notes_similar.similar(app, "", "cough", Newer())) == 1


def test_nearest_agrees_with_the_exact_cosine():
    rng = np.random.default_rng(5)
    exact = rng.standard_normal((500, 32)).astype(np.float32)
    small = np.stack([notes_similar._small(row) for row in exact])
    query = exact[7] + 0.1 * rng.standard_normal(32).astype(np.float32)
    found = notes_similar.nearest(small, query, 5)
    cosine = exact @ query / np.linalg.norm(exact, axis=1) / np.linalg.norm(query)
    assert found[0][0] == 7 == int(np.argmax(cosine))
    assert [score for _, score in found] == pytest.approx([cosine[n] for n, _ in found], abs=0.01)
    assert notes_similar.nearest(np.empty((0, 32), np.int8), query, 5) == []


def test_a_long_note_is_read_in_parts_and_an_empty_one_in_none(app):
    parts = notes_similar._parts("word " * 3000 + "\n\nlast")
    assert len(parts) <= 12 and max(map(len, parts)) <= 800
    assert alike(app, "  ") == []
