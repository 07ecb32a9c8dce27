"""Protects: beneath a score stands what the site decided, and no chance without its share."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QLabel

from meddx_desktop.core.domain.finding import SiteFacts
from meddx_desktop.gui.assessment_panel.finding_card import FindingCard
from meddx_desktop.gui.assessment_panel.site_lines import site_lines
from tests.gui.conftest import MODEL, finding


def lines(site, probability=0.9):
    return site_lines(replace(finding(probability), site=site))


def test_nothing_decided_nothing_said():
    assert lines(None) == []
    assert lines(SiteFacts()) == []


def test_a_site_threshold_says_since_when_and_what_the_models_own_is(qapp):
    (said,) = lines(SiteFacts(since=date(2026, 3, 2), shipped=0.4977))
    assert said == "Site threshold since 2026-03-02; the model's own: 50."


def test_a_chance_stands_beside_its_share(qapp):
    (said,) = lines(SiteFacts(prevalence=0.05, probability=0.149))
    assert said == "Corrected for a share of 5 % here: 15 % chance of the finding."
    assert lines(SiteFacts(probability=0.149)) == []


def test_a_chance_never_reads_as_none_or_certain(qapp):
    """A low score rules nothing out, whatever the share of this site makes of it."""
    for chance, told in ((0.004, "< 1 %"), (0.0, "< 1 %"), (0.01, "1 %"), (0.999, "> 99 %")):
        (said,) = lines(SiteFacts(prevalence=0.05, probability=chance))
        assert said == f"Corrected for a share of 5 % here: {told} chance of the finding."


def test_a_predictive_value_belongs_to_what_was_found(qapp):
    site = SiteFacts(date(2026, 3, 2), 0.5, 0.05, 0.149, 0.25)
    assert "about 25" in lines(site)[-1]
    assert not any("about 25" in said for said in lines(site, probability=0.1))


def test_the_card_shows_them(qtbot):
    site = SiteFacts(date(2026, 3, 2), 0.5, 0.05, 0.149, 0.25)
    card = FindingCard(replace(finding(0.9), site=site), MODEL)
    qtbot.addWidget(card)
    shown = {label.text() for label in card.findChildren(QLabel)}
    assert set(site_lines(replace(finding(0.9), site=site))) <= shown
    assert "Not the chance of disease." in shown, "the score itself stays a score"
