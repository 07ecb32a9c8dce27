"""Protects: counts leave only within the year's budget, told, whole or not at all."""

import csv
import io
import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.finding import Finding, Gate, Screening
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import CannotWrite, InvalidEntry, NotPermitted, StoreDamaged
from meddx_desktop.core.operations import aggregate
from meddx_desktop.core.operations.aggregate import YEARLY, Wish
from meddx_desktop.core.privacy import release
from tests import desks
from tests.core.store.plain import case, film

TODAY = date(2026, 3, 18)
WISH = Wish(4, Fraction(1), ("Random noise.",))


@pytest.fixture(autouse=True)
def day(monkeypatch):
    monkeypatch.setattr(aggregate, "today", lambda: TODAY)


@pytest.fixture
def exact(monkeypatch):
    """Without noise, so that counts can be compared."""
    monkeypatch.setattr(release, "discrete_laplace", lambda _scale, _below: 0)


@pytest.fixture
def this_year(monkeypatch):
    """Exports carry the real clock's year; the budget's year goes with it."""
    monkeypatch.setattr(aggregate, "today", date.today)


def bring(app, count):
    """So many women of 30 with a screened film last week."""
    entry = film("1")
    found = Finding("mass", Code("1", "SCT", ""), 0.9, 0.5, (0.45, 0.55))
    said = Screening(entry.instance, "1", "", 1, None, Gate(True), (found,))
    at = datetime(2026, 3, 11, 9, tzinfo=UTC)
    with app.access.using(None) as desk:
        for number in range(count):
            opened = case(f"c{number}", created=at, born=date(1996, 1, 1))
            patient = replace(opened.patient, sex="F")
            kept = replace(opened, patient=patient, films=(replace(entry, screenings=(said,)),))
            desk.store.cases.save(kept)


def rows(path):
    text = path.read_bytes().decode("utf-8-sig")
    return [row for row in csv.reader(io.StringIO(text)) if row[0].startswith("2026-W")]


def test_the_counts_are_those_of_the_full_weeks(app, tmp_path, exact):
    bring(app, 12)
    aggregate.export(app, tmp_path / "counts.csv", WISH)
    shown = [row for row in rows(tmp_path / "counts.csv") if not row[4].startswith("<")]
    assert shown == [["2026-W11", "screened", "25 to 44", "F", "12"]]
    weeks = {row[0] for row in rows(tmp_path / "counts.csv")}
    assert weeks == {"2026-W08", "2026-W09", "2026-W10", "2026-W11"}


def test_joined_cases_count_as_one_person(app, tmp_path, exact):
    bring(app, 11)
    with app.access.using(None) as desk:
        desk.store.database.execute(
            "UPDATE cases SET patient = (SELECT patient FROM cases WHERE case_id = 'c0')"
            " WHERE case_id = 'c1'"
        )
    aggregate.export(app, tmp_path / "counts.csv", WISH)
    assert [row[4] for row in rows(tmp_path / "counts.csv") if row[4].isdigit()] == ["10"]


def test_every_count_gets_noise(app, tmp_path, monkeypatch):
    drawn = []

    def noisy(scale, _below):
        drawn.append(scale)
        return 40

    monkeypatch.setattr(release, "discrete_laplace", noisy)
    aggregate.export(app, tmp_path / "counts.csv", WISH)
    counts = [row[4] for row in rows(tmp_path / "counts.csv")]
    assert counts == ["40"] * len(drawn)
    assert set(drawn) == {Fraction(release.MOST_CELLS)}


@pytest.mark.usefixtures("this_year")
def test_the_budget_goes_down_and_at_its_end_nothing_leaves(app, tmp_path):
    for number in range(2):
        aggregate.export(app, tmp_path / f"{number}.csv", WISH)
    spent = aggregate.budget(app)
    assert (spent.total, spent.spent, spent.left, spent.exports) == (YEARLY, 2, 0, 2)
    with pytest.raises(InvalidEntry) as caught:
        aggregate.export(app, tmp_path / "3.csv", Wish(4, Fraction(1, 4)))
    assert caught.value.code == "aggregate_budget_gone"
    assert not (tmp_path / "3.csv").exists()


@pytest.mark.usefixtures("this_year")
def test_a_new_year_has_a_new_budget_and_forgets_nothing(app, tmp_path, monkeypatch):
    aggregate.export(app, tmp_path / "1.csv", WISH)
    later = date.today() + timedelta(days=366)
    monkeypatch.setattr(aggregate, "today", lambda: later)
    now = aggregate.budget(app)
    assert (now.spent, now.ever, now.exports) == (0, 1, 0)


@pytest.mark.usefixtures("this_year")
def test_a_clock_set_back_by_a_year_gives_nothing_back(app, tmp_path, monkeypatch):
    aggregate.export(app, tmp_path / "a.csv", WISH)
    aggregate.export(app, tmp_path / "b.csv", WISH)
    earlier = date.today() - timedelta(days=366)
    monkeypatch.setattr(aggregate, "today", lambda: earlier)
    assert aggregate.budget(app).left == 0
    with pytest.raises(InvalidEntry, match="aggregate_budget_gone"):
        aggregate.export(app, tmp_path / "c.csv", WISH)


@pytest.mark.usefixtures("this_year")
def test_the_trail_tells_what_left_at_which_price(app, tmp_path):
    digest = aggregate.export(app, tmp_path / "1.csv", WISH)
    last = desks.trail(app)[-1]
    assert last.action == "aggregate_exported"
    assert digest in last.details and "epsilon 1" in last.details


@pytest.mark.usefixtures("this_year")
def test_what_could_not_be_written_costs_nothing(app, tmp_path, monkeypatch):
    def full(_target, _content):
        raise CannotWrite("disk_full")

    monkeypatch.setattr(aggregate, "write", full)
    with pytest.raises(CannotWrite):
        aggregate.export(app, tmp_path / "1.csv", WISH)
    assert aggregate.budget(app).spent == 0
    assert desks.actions(app)[-2:] == ["aggregate_exported", "aggregate_not_written"]
    assert list(tmp_path.glob("*.csv")) == []


@pytest.mark.usefixtures("this_year")
def test_what_was_whole_before_it_failed_is_paid_for(app, tmp_path, monkeypatch):
    """Somebody who watches the folder may have read it."""

    def unnamed(_target, _content):
        raise CannotWrite("folder_not_writable", folder="x")

    monkeypatch.setattr(aggregate, "write", unnamed)
    with pytest.raises(CannotWrite):
        aggregate.export(app, tmp_path / "1.csv", WISH)
    assert aggregate.budget(app).spent == 1


@pytest.mark.usefixtures("this_year")
def test_a_folder_as_target_is_refused_before_anything_is_drawn(app, tmp_path, monkeypatch):
    monkeypatch.setattr(aggregate, "_released", lambda *_a, **_k: pytest.fail("noise was drawn"))
    with pytest.raises(InvalidEntry) as caught:
        aggregate.export(app, tmp_path, WISH, force=True)
    assert caught.value.code == "report_is_folder"


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/Los_Angeles"])
def test_new_year_gives_no_budget_twice(zone, monkeypatch):
    """The moment is kept in UTC; the year turns by the site's clock."""
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    for at in ("2026-12-31T20:00:00+00:00", "2027-01-01T03:00:00+00:00"):
        local = datetime.fromisoformat(at).astimezone().date()
        monkeypatch.setattr(aggregate, "today", lambda day=local: day)
        spent = aggregate.Spent(at, "1", 4, "Dr Lin", "0" * 64)
        assert aggregate._budget([spent]).spent == 1
    monkeypatch.undo()
    time.tzset()


def test_a_vanished_folder_is_told_in_a_sentence(app, tmp_path):
    with pytest.raises(CannotWrite) as caught:
        aggregate.export(app, tmp_path / "gone" / "1.csv", WISH)
    assert caught.value.code == "folder_not_writable"


def test_another_file_is_not_written_over_unasked(app, tmp_path):
    (tmp_path / "1.csv").write_text("mine")
    with pytest.raises(InvalidEntry) as caught:
        aggregate.export(app, tmp_path / "1.csv", WISH)
    assert caught.value.code == "report_exists"
    assert aggregate.budget(app).ever == 0


@pytest.mark.parametrize("wish", [Wish(5, Fraction(1)), Wish(4, Fraction(9)), Wish(4, Fraction(0))])
def test_only_what_is_offered_can_be_chosen(app, tmp_path, wish):
    with pytest.raises(InvalidEntry) as caught:
        aggregate.export(app, tmp_path / "1.csv", wish)
    assert caught.value.code == "aggregate_choice_unknown"


def test_a_clock_that_stands_before_the_trail_lets_nothing_out(app, tmp_path):
    app.access.clock_behind = timedelta(days=400)
    with pytest.raises(InvalidEntry) as caught:
        aggregate.export(app, tmp_path / "1.csv", WISH)
    assert caught.value.code == "aggregate_clock"


def test_a_nurse_sees_the_budget_and_lets_nothing_out(app, tmp_path):
    app.access.leave()
    desks.enter(app, Role.SCREENING_OFFICER)
    assert aggregate.budget(app).spent == 0
    with pytest.raises(NotPermitted):
        aggregate.export(app, tmp_path / "1.csv", WISH)


@pytest.mark.parametrize(
    "kept", ["{", "[1]", "{}x", '[{"at": 1, "epsilon": "1", "weeks": 4, "by": "", "sha256": ""}]',
             '[{"at": "2026", "epsilon": "-1", "weeks": 4, "by": "", "sha256": ""}]',
             '[{"at": "2026", "epsilon": "1/0", "weeks": 4, "by": "", "sha256": ""}]'],
)  # fmt: skip
def test_a_damaged_list_of_exports_opens_no_budget(app, tmp_path, kept):
    with app.access.using(None) as desk:
        desk.store.kept.set("aggregate_exports", kept)
    with pytest.raises(StoreDamaged):
        aggregate.export(app, tmp_path / "1.csv", WISH)
    assert not (tmp_path / "1.csv").exists()


def test_two_at_once_cannot_both_have_the_last_of_it(app, tmp_path, monkeypatch):
    """What another export took meanwhile is seen before anything leaves."""
    released = aggregate._released

    def meanwhile(*args, **named):
        with args[0].access.using(None) as desk:
            used = aggregate.Spent(f"{TODAY}", "3/2", 4, "Dr Bao", "")
            aggregate._save(desk, [used])
        return released(*args, **named)

    monkeypatch.setattr(aggregate, "_released", meanwhile)
    with pytest.raises(InvalidEntry) as caught:
        aggregate.export(app, tmp_path / "1.csv", WISH)
    assert caught.value.code == "aggregate_budget_spent"
    assert not (tmp_path / "1.csv").exists()
