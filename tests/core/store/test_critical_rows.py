"""Protects: what came from the laboratory, and why it is none, is there after a restart."""

from dataclasses import replace
from datetime import UTC, datetime

from meddx_desktop.core.domain.review import CriticalResult, NotCritical, Told
from meddx_desktop.core.store import handover_names
from tests.core.store.plain import case

AT = datetime(2026, 5, 1, 10, 5, tzinfo=UTC)
CRITICALS = (
    CriticalResult("free air", "A", AT),
    CriticalResult("K 6.8", "B", AT, line="i1:0", none=NotCritical("haemolysed", "C", AT)),
    CriticalResult("Na 108", "D", AT, (Told("ward", "E", AT, True),), line="i1:3"),
)


def test_each_comes_back_as_it_was_and_only_one_is_open(store):
    saved = replace(case("c1"), criticals=CRITICALS)
    store.cases.save(saved)
    kept = store.cases.load("c1")
    assert kept == saved
    assert [one.is_open for one in kept.criticals] == [True, False, False]
    store.cases.save(replace(saved, criticals=CRITICALS[:1]))
    assert store.cases.load("c1").criticals == CRITICALS[:1]


def test_who_said_it_is_none_is_named_with_the_site_that_sent_it():
    marked = handover_names.marked(replace(case("c1"), criticals=CRITICALS), "3f2a")
    assert marked.criticals[1].none.by == "C @ 3f2a"
