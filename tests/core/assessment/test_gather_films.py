"""Protects: a site's own threshold counts with the figures proven at that very threshold alone."""

from dataclasses import replace
from datetime import date

import pytest

from meddx_desktop.core.assessment.gather_films import films_of
from meddx_desktop.core.domain.assessment import Operating
from meddx_desktop.core.domain.finding import SiteFacts
from tests.assessments import FIGURES, MODEL, film, with_mentions

NAME = (MODEL.name, MODEL.version, "pneumonia")
PROVEN = Operating(0.96, 0.82, is_validated=True)


def _seen(site, at_site=None):
    entry = film(score=0.9)
    (said,) = entry.screenings
    findings = tuple(replace(one, site=site, threshold=0.45) for one in said.findings)
    entry = replace(entry, screenings=(replace(said, findings=findings),))
    facts = with_mentions(films=[entry], operating={NAME: FIGURES})
    found, _ = films_of(replace(facts, at_site=at_site or {}))
    (seen,) = found["pneumonia"]
    return seen.operating, seen.silent


def test_the_model_s_own_threshold_counts_with_the_figures_of_its_package():
    at_site = {(*NAME, 0.45): PROVEN}
    assert _seen(None, at_site) == (FIGURES, "")
    assert _seen(SiteFacts(prevalence=0.1), at_site) == (FIGURES, "")


@pytest.mark.parametrize(
    ("at_site", "expected"),
    [
        ({(*NAME, 0.45): PROVEN}, (PROVEN, "")),
        ({}, (None, "model_threshold_is_the_sites")),
        ({(*NAME, 0.4): PROVEN}, (None, "model_threshold_is_the_sites")),
        ({("m", "9", "pneumonia", 0.45): PROVEN}, (None, "model_threshold_is_the_sites")),
    ],
    ids=["proven", "older record", "another threshold", "another model"],
)
def test_the_site_s_threshold_counts_where_it_was_proven(at_site, expected):
    assert _seen(SiteFacts(since=date(2026, 1, 2)), at_site) == expected
