"""Protects: spans asked for by place are the same that looking at all of them finds."""

from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.domain.note import Span
from meddx_desktop.core.notes.by_place import ByPlace

SPANS = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda one: Span(one[0], sum(one)))


@given(st.lists(SPANS, max_size=30), SPANS)
def test_what_touches_holds_and_lies_within_is_what_looking_at_all_finds(spans, asked):
    index = ByPlace((span, number) for number, span in enumerate(spans))
    numbered = list(enumerate(spans))
    assert {n for _, n in index.touching(asked)} == {n for n, s in numbered if s.touches(asked)}
    assert set(index.holding(asked)) == {n for n, s in numbered if s.holds(asked)}
    assert {n for _, n in index.within(asked)} == {n for n, s in numbered if asked.holds(s)}
