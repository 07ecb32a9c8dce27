"""Protects: what was typed when the program died comes back, and never into a signed case."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from meddx_desktop.core.domain.case import Answer, LabRow, Vitals
from meddx_desktop.core.domain.patient import Patient, PersonName
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.operations import cases, drafts, open_application, review, sign_in
from meddx_desktop.core.settings import Settings
from tests import desks

LI = Patient("17", PersonName("Li^Na"))


@pytest.fixture
def case_id(app):
    return cases.create(app, LI).case_id


def type_all(app, case_id):
    drafts.keep(app, case_id, drafts.NOTE, "cough for 3 d")
    drafts.keep(app, case_id, drafts.LABS, drafts.labs_text((LabRow("CRP", "64"),)))
    typed = {"pulse": "120", "spo2_percent": "1000", "weight_on": "2024-", "pregnant": "no"}
    drafts.keep(app, case_id, drafts.VITALS, drafts.fields_text(typed))


def test_typed_fields_come_back_into_an_open_case(app, case_id):
    type_all(app, case_id)
    (back,) = drafts.recover(app)
    assert [(part.field, part.kept) for part in back.typed] == [
        ("note", True),
        ("labs", True),
        ("vitals", True),
    ]
    kept = cases.load(app, case_id)
    assert back.case == kept
    assert (kept.note, kept.labs) == ("cough for 3 d", (LabRow("CRP", "64"),))
    assert kept.vitals == Vitals(pulse=120, pregnant=Answer.NO)
    assert drafts.recover(app) == ()
    assert desks.actions(app).count("draft_recovered") == 3


def test_a_half_typed_identity_waits_for_a_human(app, case_id):
    drafts.keep(app, case_id, drafts.PATIENT, drafts.fields_text({"name": "Wan"}))
    (back,) = drafts.recover(app)
    assert [(part.field, part.kept) for part in back.typed] == [("patient", False)]
    assert cases.load(app, case_id).patient == LI
    assert len(drafts.recover(app)) == 1, "it waits until somebody decides"
    drafts.settle(app, case_id, drafts.PATIENT)
    assert drafts.recover(app) == ()


def test_words_for_a_signed_case_become_a_proposal(app, case_id):
    review.sign(app, case_id)
    drafts.keep(app, case_id, drafts.ADDENDUM, "seen again")
    drafts.keep(app, case_id, drafts.NOTE, "late words")
    (back,) = drafts.recover(app)
    assert back.proposal == "seen again\n\nlate words"
    assert cases.load(app, case_id).note == ""


def test_what_is_kept_already_is_no_news(app, case_id):
    cases.write_note(app, case_id, "cough")
    drafts.keep(app, case_id, drafts.NOTE, "cough")
    assert drafts.recover(app) == ()


def test_saving_a_field_settles_its_draft(app, case_id):
    type_all(app, case_id)
    cases.write_note(app, case_id, "cough")
    cases.write_labs(app, case_id, (LabRow("K", "4"),))
    cases.write_vitals(app, case_id, Vitals(pulse=80))
    assert drafts.recover(app) == ()


def test_a_draft_that_cannot_be_read_is_shown_and_not_used(app, case_id):
    drafts.keep(app, case_id, drafts.LABS, "[[1,")
    (back,) = drafts.recover(app)
    assert (back.typed[0].kept, back.typed[0].text) == (False, "[[1,")


def test_who_may_not_edit_leaves_it_for_the_next(app, case_id):
    type_all(app, case_id)
    app.access.leave()
    desks.enter(app, Role.AUDITOR)
    assert drafts.recover(app) == ()
    app.access.leave()
    desks.enter(app, Role.SCREENING_OFFICER)
    assert len(drafts.recover(app)) == 1


CHILD = """
import sys
from pathlib import Path
from meddx_desktop.core.operations import cases, drafts, open_application
from meddx_desktop.core.settings import Settings
from meddx_desktop.core.domain.patient import Patient
from tests import desks
app = open_application(models=Path(sys.argv[1]), settings=Settings(), store=Path(sys.argv[2]))
desks.enter(app)
case_id = cases.create(app, Patient("17")).case_id
for letters in range(1, 10_000):
    drafts.keep(app, case_id, "note", "a" * letters)
    print(letters, flush=True)
"""


@pytest.mark.usefixtures("real_argon2id")
def test_a_program_killed_while_typing_gives_the_words_back(tmp_path):
    """Every state that the child said was kept is there, whenever it dies."""
    root = Path(__file__).parents[3]
    store = tmp_path / "store"
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(tmp_path), str(store)],
        cwd=root,
        stdout=subprocess.PIPE,
        text=True,
    )
    told = 0
    while told < 25:
        told = int(child.stdout.readline())
    child.kill()
    child.wait()
    child.stdout.close()
    app = open_application(models=tmp_path, settings=Settings(), store=store)
    sign_in.sign_in(app, desks.PEOPLE[Role.CLINICIAN], desks.PASSPHRASE)
    (back,) = drafts.recover(app)
    assert len(back.case.note) >= told
    assert back.case.note == cases.load(app, back.case.case_id).note
    app.access.close()


def test_the_forms_of_drafts_are_read_back():
    assert drafts.fields_of(drafts.fields_text({"name": "李"})) == {"name": "李"}
    assert drafts.fields_of("no json") == drafts.fields_of("[1]") == {}
    assert json.loads(drafts.labs_text((LabRow("K", "4", "", "now"),))) == [["K", "4", "", "now"]]
