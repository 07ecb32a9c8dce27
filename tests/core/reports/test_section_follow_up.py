"""Protects: what is to be measured again stands on report, letter and slip, each in its words."""

from datetime import date

import pytest

from meddx_desktop.core.domain.follow_up import FollowUpKind, FollowUpStep
from meddx_desktop.core.domain.paper import Sign
from meddx_desktop.core.reports import clinical, referral, slip
from meddx_desktop.words.paper import paper_words
from tests import made_reports as made

EN, ZH = paper_words("en"), paper_words("zh")
DUE = date(2026, 4, 13)
MOVED = made.follow_up(
    FollowUpKind.KIDNEY, DUE, "", (FollowUpStep.MOVED, date(2026, 5, 4), "Harvest")
)
DONE = made.follow_up(FollowUpKind.LIVER, DUE, "", (FollowUpStep.DONE, DUE, "ALT 30"))


def said(report, words=EN, of=clinical):
    return made.words_of(of.compose(report, words))


def test_what_by_when_and_who_set_it():
    text = said(made.signed(follow_ups=(made.follow_up(words="Still a shadow?"),)))
    assert "What: Chest film: Still a shadow?; By when: 2026-04-13" in text
    assert "State: still to come; Set by: Dr Lin, 2026-03-02" in text


def test_every_step_stays_and_the_day_that_holds_counts():
    text = said(made.signed(follow_ups=(MOVED,)))
    assert "By when: 2026-05-04" in text
    assert "moved to 2026-05-04: Dr Lin, " in text and ": Harvest" in text


def test_overdue_is_said():
    late = made.follow_up(due=date(2026, 3, 1))
    assert "State: overdue" in said(made.signed(follow_ups=(late,)))


def test_what_is_done_is_on_the_report_and_on_no_other_paper():
    report = made.signed(follow_ups=(DONE,))
    assert "State: done" in said(report)
    assert "Liver values" not in said(report, of=referral)
    assert "liver" not in said(report, of=slip)


def test_the_letter_names_what_is_to_come():
    assert "Chest film" in said(made.signed(follow_ups=(made.follow_up(),)), of=referral)


def test_the_slip_has_the_day_in_large_print_and_plain_words():
    report = made.signed(follow_ups=(made.follow_up(), MOVED))
    found = [one for one in slip.compose(report, EN).blocks if isinstance(one, Sign) and one.loud]
    assert [(one.loud, one.text) for one in found] == [
        ("Monday, 13 April 2026", "A new picture of your chest is taken."),
        ("Monday, 4 May 2026", "Your blood is tested for your kidneys."),
    ]
    chinese = slip.compose(report, ZH).blocks
    days = [one.loud for one in chinese if isinstance(one, Sign) and one.loud]
    assert days == ["2026年4月13日，星期一", "2026年5月4日，星期一"]


def test_one_day_is_said_once():
    both = (made.follow_up(), made.follow_up(FollowUpKind.WEIGHT))
    (one,) = [
        block
        for block in slip.compose(made.signed(follow_ups=both), EN).blocks
        if isinstance(block, Sign) and block.loud
    ]
    assert one.text == "A new picture of your chest is taken.\nYou are weighed."


def test_a_day_that_has_passed_asks_to_come_soon():
    late = made.follow_up(due=date(2026, 3, 1))
    assert "Please come soon." in said(made.signed(follow_ups=(late,)), of=slip)


@pytest.mark.parametrize("kind", FollowUpKind)
def test_a_clinicians_own_words_are_not_on_the_slip(kind):
    report = made.signed(follow_ups=(made.follow_up(kind, DUE, "Lung cancer?"),))
    for words in (EN, ZH):
        text = said(report, words, slip)
        assert "cancer" not in text and words.say(f"slip_again_{kind.value}") in text


def test_without_one_nothing_is_said():
    assert "To be measured again" not in said(made.report())
    assert "Please come again" not in said(made.signed(), of=slip)
