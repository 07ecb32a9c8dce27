"""Protects: what is foretold of a share is what stands beside the results afterwards."""

import pytest

from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.operations import site_outlook, site_thresholds
from tests.core.operations.test_site_thresholds import (
    PLACE,
    agree,
    app,
    change_to,
    cohort,
    report,
    screened,
)

__all__ = ["app", "cohort", "report"]


def test_it_is_foretold_as_it_comes(app, report, cohort):
    own = agree(app, report)
    change_to(app, Role.OWNER)
    ppv = site_outlook.ppv(own, 0.1)
    score = screened(app, cohort).findings[0].probability
    chance = site_outlook.chance(app, *PLACE, score=score, share=0.1)
    site_thresholds.set_share(app, *PLACE, 0.1)
    said = screened(app, cohort).findings[0].site
    assert (said.ppv, said.probability) == (pytest.approx(ppv), pytest.approx(chance))


def test_the_range_holds_it_and_tells_what_no_false_alarm_hides(app, report):
    own = agree(app, report)
    assert own.passed == own.negatives
    low, high = site_outlook.ppv_range(own, 0.05)
    assert site_outlook.ppv(own, 0.05) == high == 1.0
    assert low < 0.4, "32 of 32 leave room for false alarms in one of ten"
    assert site_outlook.chance(app, "tiny-finding", "effusion", score=0.5, share=0.1) is None
