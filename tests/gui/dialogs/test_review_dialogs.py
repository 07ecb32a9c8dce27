"""Protects: dialogs of review name their fields, take no empty words, and Escape does nothing."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from meddx_desktop.core.domain.case import CaseState, FindingDecision
from meddx_desktop.core.domain.finding import Decision, Gate, Reason, Screening
from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.domain.review import CriticalResult
from meddx_desktop.core.operations import cases
from meddx_desktop.gui.dialogs.addendum import AddendumDialog
from meddx_desktop.gui.dialogs.critical import CriticalDialog, ToldDialog
from meddx_desktop.gui.dialogs.edit_finding import EditFindingDialog
from meddx_desktop.gui.dialogs.second_reader import AskSecondReaderDialog, FinishReadingDialog
from meddx_desktop.gui.dialogs.sign import SignDialog
from tests.core.store import plain
from tests.gui.conftest import finding
from tests.gui.test_accessible import nameless

FREE_AIR = CriticalResult("free air", "Dr Lin", datetime(2026, 5, 1, tzinfo=UTC))


@pytest.fixture
def case(app):
    return cases.create(app, Patient("17", PersonName("Li^Na")))


def word(by, decision, comment=""):
    at = datetime(2026, 5, 1, tzinfo=UTC)
    return FindingDecision("1.9", 1, "pneumonia", decision, comment, at, by=by)


def a_film(uid, probability):
    """A film with one score, or refused by the gate where `probability` is None."""
    entry = plain.film(uid)
    scored = probability is not None
    found = (finding(probability),) if scored else ()
    said = Screening(entry.instance, "1", "17", 1, None, Gate(scored), found)
    return replace(entry, screenings=(said,))


def every(case):
    return [
        SignDialog(case, "Dr Lin"),
        SignDialog(replace(case, state=CaseState.READERS_DISAGREE), "Dr Lin"),
        CriticalDialog(replace(case, state=CaseState.SIGNED)),
        ToldDialog(case, FREE_AIR),
        AddendumDialog(case, "seen", recovered=True),
        EditFindingDialog("Pneumonia", "a scar"),
        AskSecondReaderDialog(case),
        FinishReadingDialog(replace(case, first_reader="Dr Lin"), "Dr Bao"),
    ]


def words(dialog):
    return " | ".join(label.text() for label in dialog.findChildren(QLabel))


def test_every_field_has_a_name_and_escape_does_nothing(case, qtbot):
    for dialog in every(case):
        qtbot.addWidget(dialog)
        dialog.show()
        assert dialog.windowTitle()
        assert nameless(dialog) == []
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.result() == 0
        assert not dialog.isVisible()


def test_words_that_are_needed_are_asked_for(case, qtbot):
    disagree = replace(case, state=CaseState.READERS_DISAGREE)
    for dialog, sentence in (
        (SignDialog(disagree, "Dr Lin"), "Write what settles it"),
        (CriticalDialog(case), "Write what was found"),
        (AddendumDialog(case), "Write the words"),
        (EditFindingDialog("Pneumonia"), "Write in your own words"),
        (ToldDialog(case, FREE_AIR), "Write who was told"),
    ):
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.accept()
        assert dialog.result() == 0
        assert sentence in words(dialog)


def test_a_plain_signature_needs_no_words(case, qtbot):
    dialog = SignDialog(case, "Dr Lin")
    qtbot.addWidget(dialog)
    dialog.accept()
    assert dialog.result() == 1


def test_the_windows_that_act_on_a_case_say_whose_it_is(case, qtbot):
    """The banner may be covered: name, ID and birth date stand in each of them."""
    born = replace(case.patient, birth_date=date(2022, 10, 5), sex=Sex.FEMALE)
    known = replace(case, patient=born)
    for dialog in (
        SignDialog(known, "Dr Lin"),
        CriticalDialog(known),
        ToldDialog(known, FREE_AIR),
        AddendumDialog(known),
        AskSecondReaderDialog(known),
        FinishReadingDialog(replace(known, first_reader="Dr Lin"), "Dr Bao"),
    ):
        qtbot.addWidget(dialog)
        for part in ("Li Na", "ID 17", "born 2022-10-05", "Female"):
            assert part in words(dialog)


def test_signing_lists_calls_and_words_and_a_film_without_a_score(case, qtbot):
    said = (word("Dr Lin", Decision.REJECTED, "artefact"),)
    films = (a_film("1.9", 0.93), a_film("1.8", None))
    dialog = SignDialog(replace(case, films=films, decisions=said), "Dr Lin")
    qtbot.addWidget(dialog)
    for part in ("Pneumonia", "Above threshold, 93", "Rejected: artefact", "1.8.dcm"):
        assert part in words(dialog)


def test_signing_names_films_that_nobody_said_a_word_on(case, qtbot):
    """A refused film that is signed in silence would read as looked at."""
    films = (a_film("1.9", 0.93), a_film("1.8", None))
    said = (word("Dr Lin", Decision.ACCEPTED),)
    silent = SignDialog(replace(case, films=films, decisions=said), "Dr Lin")
    scored = SignDialog(replace(case, films=films[:1], decisions=said), "Dr Lin")
    for dialog in (silent, scored):
        qtbot.addWidget(dialog)
    assert "Nobody has said what 1 film" in words(silent) and ": 1.8.dcm" in words(silent)
    assert "into the note before you sign" in words(silent)
    assert "Nobody has said" not in words(scored)
    with qtbot.waitExposed(silent):
        silent.show()
    qtbot.keyClick(silent.focusWidget() or silent, Qt.Key.Key_Return)
    assert silent.result() == 0


def test_enter_signs_only_what_is_settled(case, qtbot):
    """Nobody signs by habit while it is open who this is, or a finding has no word."""
    settled = SignDialog(case, "Dr Lin")
    unsure = SignDialog(replace(case, alerts=(Reason("known_patient"),)), "Dr Lin")
    no_word = SignDialog(replace(case, films=(a_film("1.9", 0.93),)), "Dr Lin")
    for dialog, result in ((settled, 1), (unsure, 0), (no_word, 0)):
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)
        assert dialog.result() == result
        assert not dialog.isVisible()
    assert "Who this is, is not settled" in words(unsure)


def test_nobody_reads_back_by_default(case, qtbot):
    dialog = ToldDialog(case, FREE_AIR)
    qtbot.addWidget(dialog)
    assert not dialog.was_read_back
    dialog.read_back.setCurrentIndex(1)
    assert dialog.was_read_back


def test_the_second_reader_sees_where_both_differ(case, qtbot):
    said = (word("Dr Lin", Decision.ACCEPTED), word("Dr Bao", Decision.REJECTED, "artefact"))
    dialog = FinishReadingDialog(replace(case, first_reader="Dr Lin", decisions=said), "Dr Bao")
    qtbot.addWidget(dialog)
    shown = words(dialog)
    for part in ("You differ from Dr Lin", "Accepted", "Rejected: artefact", "Readers disagree"):
        assert part in shown


def test_the_second_reader_sees_that_both_agree(case, qtbot):
    said = (word("Dr Lin", Decision.ACCEPTED), word("Dr Bao", Decision.ACCEPTED, "clear"))
    dialog = FinishReadingDialog(replace(case, first_reader="Dr Lin", decisions=said), "Dr Bao")
    qtbot.addWidget(dialog)
    assert "You agree with Dr Lin on every finding." in words(dialog)


def test_recovered_words_can_be_thrown_away_but_not_by_escape(case, qtbot):
    dialog = AddendumDialog(case, "seen", recovered=True)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.thrown_away
    dialog.show()
    dialog._throw_away()
    assert dialog.thrown_away


def test_silence_is_no_second_reading(case, qtbot):
    """Protects: a case is not called disputed because the second reader only pressed Enter."""
    first = (word("Dr Lin", Decision.ACCEPTED),)
    open_ = replace(case, films=(a_film("1.9", 0.93),), first_reader="Dr Lin", decisions=first)
    dialog = FinishReadingDialog(open_, "Dr Bao")
    qtbot.addWidget(dialog)
    assert "no word of yours yet." in words(dialog)
    dialog.accept()
    assert dialog.result() == 0


def test_enter_does_not_end_a_second_reading_without_agreement(case, qtbot):
    said = (word("Dr Lin", Decision.ACCEPTED), word("Dr Bao", Decision.REJECTED))
    dialog = FinishReadingDialog(replace(case, first_reader="Dr Lin", decisions=said), "Dr Bao")
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.result() == 0


def test_who_settles_alone_is_told_so(case, qtbot):
    said = (word("Dr Lin", Decision.ACCEPTED), word("Dr Bao", Decision.REJECTED))
    disagree = replace(case, state=CaseState.READERS_DISAGREE, decisions=said)
    for user, told in (("Dr Bao", True), ("Dr Wu", False)):
        dialog = SignDialog(disagree, user)
        qtbot.addWidget(dialog)
        assert ("you settle it alone" in words(dialog)) is told
