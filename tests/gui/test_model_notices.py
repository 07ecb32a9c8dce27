"""Protects: whoever signs in hears of thresholds to see to; a score that stands still is told."""

from dataclasses import replace

import pytest

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.operations import images, site_attention
from meddx_desktop.core.operations.sentinel import Shift
from meddx_desktop.core.operations.site_attention import Attention, Matter
from meddx_desktop.core.operations.site_thresholds import SiteThreshold
from meddx_desktop.gui.dialogs.check_model import CheckDialog
from meddx_desktop.gui.dialogs.models_thresholds import ThresholdsDialog
from meddx_desktop.gui.notices import Severity
from tests.gui.conftest import answer

OWN = SiteThreshold(
    model="ward",
    version="1.0.0",
    variant="fp32",
    sha256="",
    made_with="",
    finding="pneumonia",
    threshold=0.4,
    shipped=0.5,
    target=0.9,
    found=39,
    positives=40,
    low=0.9,
    high=0.99,
    passed=30,
    negatives=32,
    patients=72,
    days=365,
    set_by="Wang",
    set_on="2030-01-01",
    confirmed_on="2030-01-02",
    until="2031-01-02",
)


@pytest.fixture
def told(window, parts, monkeypatch):
    """Let these matters be there, and return the notices about them."""

    def tell(*matters):
        monkeypatch.setattr(site_attention, "attention", lambda _app: matters)
        window.records.model_notices.tell_of_thresholds()
        return [one for one in parts.notices.waiting if one.group.startswith("site threshold")]

    return tell


def test_each_matter_has_its_sentence_and_opens_the_list(told, monkeypatch):
    (one,) = told(Attention(OWN, Matter.WAITING))
    assert one.severity is Severity.WARNING
    assert "Pneumonia (ward 1.0.0) waits for a clinician" in one.text
    seen = []
    monkeypatch.setattr(ThresholdsDialog, "exec", lambda dialog: seen.append(dialog) or 0)
    one.on_action()
    assert len(seen) == 1
    (one,) = told(Attention(OWN, Matter.SOON, 12))
    assert one.severity is Severity.INFORMATION
    assert "lapses in 12 day" in one.text
    (one,) = told(Attention(OWN, Matter.LAPSED))
    assert "has lapsed" in one.text
    assert "no threshold holds" in one.text, "no model of that name runs here"


def test_what_is_settled_is_not_told_on(told):
    assert len(told(Attention(OWN, Matter.WAITING))) == 1
    assert told() == []


def test_the_window_tells_by_itself(parts, monkeypatch, qtbot):
    from meddx_desktop.gui.main_window import MainWindow

    matter = (Attention(OWN, Matter.WAITING),)
    monkeypatch.setattr(site_attention, "attention", lambda _app: matter)
    made = MainWindow(parts)
    made.show()
    qtbot.waitUntil(lambda: any("waits for" in one.text for one in parts.notices.waiting))
    made.retire()
    made.runner.close()


def test_a_score_that_stands_still_names_films_and_what_to_do(
    window, parts, film, wait_done, monkeypatch
):
    def stuck(_app, opened, **_how):
        name = opened.instance.source.name
        stands = name.startswith("same")
        reasons = (Reason("score_stuck", {"films": 5}) if stands else Reason("more_pages"),)
        (one,) = answer(opened, 0.9)
        said = one.screening
        return (replace(one, screening=replace(said, gate=replace(said.gate, reasons=reasons))),)

    monkeypatch.setattr(images, "screen", stuck)
    parts.intake.open_paths([film("fine.dcm")])
    wait_done()
    assert not any(one.group.startswith("score stuck") for one in parts.notices.waiting)
    parts.intake.open_paths([film("same1.dcm", patient_id="P-7"), film("same2.dcm")])
    wait_done()
    (one,) = [one for one in parts.notices.waiting if one.group.startswith("score stuck")]
    assert one.severity is Severity.ERROR
    for part in ("cxr-pneumonia-children 1.0.0", "last 5 films", "Trust no score", "read by"):
        assert part in one.text
    assert len(one.details) == 2
    assert any("same1.dcm" in detail.subject for detail in one.details)
    assert one.action == "Models…"


def test_a_shift_offers_a_check(window, parts, monkeypatch):
    shift = Shift("2030-01-01", "m", 6, largest=12.0, calls=2)
    window.records.model_notices._tell_shift(shift)
    (one,) = [one for one in parts.notices.waiting if one.group == "models shifted"]
    assert "12 points" in one.text
    seen = []
    monkeypatch.setattr(CheckDialog, "exec", lambda dialog: seen.append(dialog) or 0)
    one.on_action()
    (dialog,) = seen
    dialog.work._runner.close()


def test_the_menu_opens_both(window, monkeypatch):
    seen = []
    for kind in (CheckDialog, ThresholdsDialog):
        monkeypatch.setattr(kind, "exec", lambda dialog: seen.append(dialog) or 0)
    window.commands.check_model.trigger()
    window.commands.thresholds.trigger()
    assert [type(dialog) for dialog in seen] == [CheckDialog, ThresholdsDialog]
    for dialog in seen:
        dialog.work._runner.close()
