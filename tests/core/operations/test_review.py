"""Protects: a signature means what it says, two readers are two, no critical result gets lost."""

from pathlib import Path

import pytest

from meddx_desktop.core.domain.case import CaseState, FilmEntry, LabRow, Stated, Vitals
from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.finding import Decision, Finding, Gate, Screening
from meddx_desktop.core.domain.imaging import Instance, Source, Study
from meddx_desktop.core.domain.patient import Patient, PersonName
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import InvalidEntry, MedDxError, NotPermitted
from meddx_desktop.core.operations import cases, criticals, drafts, review, screening, worklist
from tests import desks

LI = Patient("17", PersonName("Li^Na"))
PLACE = {"uid": "1.9", "frame": 1, "finding": "pneumonia"}


@pytest.fixture
def case_id(app):
    """A case with one screened film."""
    case = cases.create(app, LI)
    instance = Instance(Source(Path("a.dcm")), "1.9", "", 1, 1, 8, 8, "MONOCHROME2", "", "CR")
    found = Finding("pneumonia", Code("1", "SCT", ""), 0.9, 0.5, (0.45, 0.55))
    said = Screening(instance, "1", "", 1, None, Gate(True), (found,))
    keep_film(app, case, FilmEntry(Study("1", LI, None, "", ()), instance, screenings=(said,)))
    return case.case_id


def keep_film(app, case, entry):
    with app.access.using(None) as desk:
        desk.store.cases.save(case.with_film(entry))


def change_seats(app, role=Role.CLINICIAN, user=""):
    app.access.leave()
    desks.enter(app, role, user=user)


def code_of(doing, *args, **kwargs):
    with pytest.raises(MedDxError) as caught:
        doing(*args, **kwargs)
    return caught.value.code


def test_a_signature_says_who_when_and_where_the_trail_ended(app, case_id):
    case = review.sign(app, case_id)
    (signed,) = case.signatures
    assert (case.state, signed.by) == (CaseState.SIGNED, "Dr Lin")
    last = desks.trail(app)[-1]
    assert (last.action, signed.audit_head) == ("case_signed", str(review_head(app)))
    assert cases.load(app, case_id) == case


def review_head(app):
    with app.access.using(None) as desk:
        return desk.head()


def test_a_signed_case_takes_no_change_but_an_addendum(app, case_id):
    with app.access.using(None) as desk:
        desk.store.cases.attach(case_id, "1.9", "ab" * 32)
    signed = review.sign(app, case_id)
    changes = (
        (cases.write_note, "x"),
        (cases.write_labs, (LabRow("CRP"),)),
        (cases.write_vitals, Vitals(pulse=80)),
        (cases.write_patient, Patient("18")),
        (cases.remove,),
        (review.sign,),
        (review.ask_second_reader,),
        (screening.ask_again, "1.9", Stated()),
    )
    for doing, *more in changes:
        assert code_of(doing, app, case_id, *more) == "case_signed", doing
    decided = code_of(cases.decide, app, case_id, **PLACE, decision=Decision.ACCEPTED)
    assert decided == "case_signed"
    assert cases.load(app, case_id) == signed
    added = review.add_addendum(app, case_id, " Seen again: left lower lobe. ")
    assert [(a.text, a.by) for a in added.addenda] == [("Seen again: left lower lobe.", "Dr Lin")]
    assert added.signatures == signed.signatures
    assert code_of(review.add_addendum, app, case_id, " ") == "addendum_empty"


def test_an_open_case_takes_no_addendum_and_is_not_reopened(app, case_id):
    assert code_of(review.add_addendum, app, case_id, "x") == "case_unsigned"
    assert code_of(review.reopen, app, case_id, "Wrong side") == "case_unsigned"


def test_nothing_is_signed_while_films_wait(app, case_id):
    case = cases.load(app, case_id)
    instance = Instance(Source(Path("b.dcm")), "1.10", "", 1, 1, 8, 8, "MONOCHROME2", "", "CR")
    keep_film(app, case, FilmEntry(case.films[0].study, instance))
    assert code_of(review.sign, app, case_id) == "films_waiting"
    assert code_of(review.ask_second_reader, app, case_id) == "films_waiting"


def test_nothing_is_signed_of_nobody(app, case_id):
    cases.write_patient(app, case_id, Patient())
    assert code_of(review.sign, app, case_id) == "patient_unidentified"
    cases.write_patient(app, case_id, Patient("emergency 7"))
    assert review.sign(app, case_id).is_signed


def test_a_critical_result_keeps_the_case_open_until_it_is_read_back(app, case_id):
    criticals.raise_critical(app, case_id, "tension pneumothorax")
    assert code_of(review.sign, app, case_id) == "critical_open"
    criticals.tell_critical(app, case_id, 0, "ward, Nurse Wu", read_back=False)
    assert code_of(review.sign, app, case_id) == "critical_open"
    case = criticals.tell_critical(app, case_id, 0, "Dr Wu", read_back=True)
    assert [(call.whom, call.by, call.read_back) for call in case.criticals[0].told] == [
        ("ward, Nurse Wu", "Dr Lin", False),
        ("Dr Wu", "Dr Lin", True),
    ]
    assert review.sign(app, case_id).is_signed
    for wrong, words, expected in ((0, " ", "told_whom_missing"), (7, "x", "critical_gone")):
        tell = criticals.tell_critical
        assert code_of(tell, app, case_id, wrong, words, read_back=True) == expected
    assert code_of(criticals.raise_critical, app, case_id, "") == "critical_empty"


def changes():
    """Everything that changes what a case says, as (operation, arguments)."""
    return (
        (cases.write_note, "x"),
        (cases.write_labs, (LabRow("CRP"),)),
        (cases.write_vitals, Vitals(pulse=80)),
        (cases.write_patient, Patient("18")),
        (cases.remove,),
        (screening.ask_again, "1.9", Stated()),
    )


def test_a_critical_result_unlocks_nothing_that_was_signed(app, case_id):
    """Anybody who works here may raise one: it must be no way around the signature."""
    with app.access.using(None) as desk:
        desk.store.cases.attach(case_id, "1.9", "ab" * 32)
    signed = review.sign(app, case_id)
    change_seats(app, Role.SCREENING_OFFICER)
    case = criticals.raise_critical(app, case_id, "free air")
    assert case.is_signed and case.has_open_critical and case.signatures == signed.signatures
    (line,) = worklist.page(app)
    assert line.critical
    for doing, *more in changes():
        assert code_of(doing, app, case_id, *more) == "case_signed", doing
    case = criticals.tell_critical(app, case_id, 0, "Dr Wu", read_back=True)
    assert case.is_signed and not case.has_open_critical


@pytest.mark.parametrize("role", [Role.SCREENING_OFFICER, Role.OWNER])
def test_what_a_clinician_reopened_is_changed_by_clinicians_alone(app, case_id, role):
    with app.access.using(None) as desk:
        desk.store.cases.attach(case_id, "1.9", "ab" * 32)
    review.sign(app, case_id)
    reopened = review.reopen(app, case_id, "Wrong side")
    assert code_of(cases.remove, app, case_id) == "case_was_signed"
    change_seats(app, role)
    drafts.keep(app, case_id, drafts.NOTE, "typed by an officer")
    for doing, *more in changes():
        assert code_of(doing, app, case_id, *more) == "case_was_signed", doing
    (left,) = drafts.recover(app)
    assert not left.typed[0].kept
    assert cases.load(app, case_id) == reopened
    change_seats(app)
    assert cases.write_note(app, case_id, "seen again").note == "seen again"


def test_a_clinician_reopens_a_signed_case(app, case_id):
    review.sign(app, case_id)
    case = review.reopen(app, case_id, "Wrong side")
    assert case.state is CaseState.TO_REVIEW
    assert len(case.signatures) == 1
    assert [(one.text, one.by) for one in case.addenda] == [("Wrong side", "Dr Lin")]
    assert len(review.sign(app, case_id).signatures) == 2


def test_nothing_is_taken_back_without_a_reason(app, case_id):
    review.sign(app, case_id)
    assert code_of(review.reopen, app, case_id, " ") == "reopen_reason_missing"
    assert cases.load(app, case_id).is_signed


def test_the_second_reader_is_another_clinician(app, case_id):
    case = review.ask_second_reader(app, case_id)
    assert (case.state, case.first_reader) == (CaseState.AWAITING_SECOND_READER, "Dr Lin")
    assert code_of(review.sign, app, case_id) == "second_reader_awaited"
    assert code_of(review.ask_second_reader, app, case_id) == "second_reader_awaited"
    assert code_of(review.finish_second_reading, app, case_id) == "second_reader_same"
    change_seats(app, user=desks.SECOND_CLINICIAN)
    assert code_of(review.take_back_second_reader, app, case_id) == "second_reader_asker"
    case = review.finish_second_reading(app, case_id)
    assert (case.state, case.signatures[0].by) == (CaseState.SIGNED, "Dr Bao")


def test_who_asked_may_do_without_a_second_reader(app, case_id):
    review.ask_second_reader(app, case_id)
    case = review.take_back_second_reader(app, case_id)
    assert (case.state, case.first_reader) == (CaseState.TO_REVIEW, "")
    assert code_of(review.finish_second_reading, app, case_id) == "second_reader_unasked"


@pytest.mark.parametrize(
    ("second", "comment", "agreed"),
    [
        (Decision.ACCEPTED, "", True),
        (Decision.ACCEPTED, "clearly so", True),
        (Decision.REJECTED, "", False),
        (Decision.EDITED, "an old scar", False),
        (None, "", False),
    ],
)
def test_readers_agree_by_their_last_words_on_each_finding(app, case_id, second, comment, agreed):
    cases.decide(app, case_id, **PLACE, decision=Decision.REJECTED)
    cases.decide(app, case_id, **PLACE, decision=Decision.ACCEPTED)
    review.ask_second_reader(app, case_id)
    change_seats(app, user=desks.SECOND_CLINICIAN)
    if second is not None:
        cases.decide(app, case_id, **PLACE, decision=second, comment=comment)
    case = review.finish_second_reading(app, case_id)
    assert case.state is (CaseState.SIGNED if agreed else CaseState.READERS_DISAGREE)
    assert bool(case.signatures) is agreed


def test_a_disagreement_is_settled_by_a_signature_with_a_reason(app, case_id):
    cases.decide(app, case_id, **PLACE, decision=Decision.ACCEPTED)
    review.ask_second_reader(app, case_id)
    change_seats(app, user=desks.SECOND_CLINICIAN)
    review.finish_second_reading(app, case_id)
    assert desks.trail(app)[-1].action == "readers_disagree"
    assert code_of(review.sign, app, case_id, "  ") == "reason_missing"
    case = review.sign(app, case_id, "CT shows the consolidation")
    assert case.signatures[0].reason == "CT shows the consolidation"


@pytest.mark.parametrize("role", [Role.SCREENING_OFFICER, Role.OWNER, Role.AUDITOR])
def test_only_clinicians_sign_and_decide(app, case_id, role):
    change_seats(app, role)
    for doing in (review.sign, review.ask_second_reader):
        with pytest.raises(NotPermitted):
            doing(app, case_id)
    with pytest.raises(NotPermitted):
        review.reopen(app, case_id, "x")
    with pytest.raises(NotPermitted):
        review.add_addendum(app, case_id, "x")
    with pytest.raises(NotPermitted):
        cases.decide(app, case_id, **PLACE, decision=Decision.ACCEPTED)


def test_findings_without_a_word_are_counted_for_who_signs(app, case_id):
    assert review.undecided(cases.load(app, case_id)) == 1
    case = cases.decide(app, case_id, **PLACE, decision=Decision.ACCEPTED)
    assert review.undecided(case) == 0


def test_the_trail_tells_every_step_without_a_word_of_the_patient(app, case_id):
    criticals.raise_critical(app, case_id, "free air under Li Na")
    criticals.tell_critical(app, case_id, 0, "Dr Wu", read_back=True)
    review.sign(app, case_id)
    review.add_addendum(app, case_id, "Li Na was told")
    assert desks.actions(app)[1:] == [
        "critical_raised",
        "critical_read_back",
        "case_signed",
        "addendum_added",
    ]
    assert not any("Li" in entry.details or "Wu" in entry.details for entry in desks.trail(app))


def test_a_case_that_is_gone_says_so(app):
    assert code_of(review.sign, app, "nowhere") == "case_gone"
    with pytest.raises(InvalidEntry):
        criticals.raise_critical(app, "nowhere", "x")
