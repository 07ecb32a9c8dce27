"""Protects: guessing at the keyboard gets slower, over restarts too, and never locks for good."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.errors import StoreRefused
from meddx_desktop.core.store.delays import FILE, LONGEST_S, Delays, wait_after
from tests.core.store.keyring import Clock


@pytest.fixture
def clock():
    return Clock()


def failing(folder, clock, times, user="Wang"):
    delays = Delays(folder, clock=clock)
    for _ in range(times):
        delays.failed(user)
    return delays


def test_the_row_of_waits():
    assert [wait_after(n) for n in range(12)] == [0, 0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256]
    assert wait_after(12) == wait_after(10**9) == LONGEST_S == 300


def test_the_wait_is_told_and_ends(tmp_path, clock):
    delays = failing(tmp_path, clock, 6)
    with pytest.raises(StoreRefused) as caught:
        delays.check("Wang")
    assert (caught.value.code, caught.value.parameters) == ("passphrase_wait", {"seconds": 8})
    clock.now += 7.9
    assert delays.remaining("Wang") == pytest.approx(0.1, abs=1e-3)
    clock.now += 0.2
    delays.check("Wang")


def test_it_outlives_a_restart_and_counts_each_user(tmp_path, clock):
    failing(tmp_path, clock, 8)
    again = Delays(tmp_path, clock=clock)
    assert again.remaining("WANG ") == 32
    again.check("Li")
    again.succeeded("wang")
    again.check("Wang")
    assert again.remaining("Wang") == 0


def test_a_clock_set_back_neither_frees_nor_locks_for_good(tmp_path, clock):
    delays = failing(tmp_path, clock, 20)
    clock.now -= 365 * 86400
    assert delays.remaining("Wang") == 300, "not freed"
    clock.now += 299
    assert delays.remaining("Wang") == pytest.approx(1)
    clock.now += 2
    delays.check("Wang")


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"null", b'{"wang": 5}', b'{"wang": [1]}', b'{"wang": ["a", "b"]}', b"\xff",
     b'{"wang": [NaN, NaN]}', b'{"wang": [-1, 0]}', b'{"wang": [true, 1]}', b"[" * 90_000],
)  # fmt: skip
def test_a_damaged_file_counts_as_none(tmp_path, clock, content):
    (tmp_path / FILE).write_bytes(content)
    delays = Delays(tmp_path, clock=clock)
    delays.check("wang")
    delays.failed("wang")
    assert json.loads((tmp_path / FILE).read_text())


@given(
    st.integers(0, 10**6),
    st.floats(0, 1e12, exclude_max=True),
    st.floats(0, 1e12, allow_nan=False),
)
def test_no_record_and_no_clock_locks_longer_than_five_minutes(tmp_path_factory, n, at, now):
    folder = tmp_path_factory.mktemp("d")
    (folder / FILE).write_text(json.dumps({"wang": [n, at]}))
    delays = Delays(folder, clock=Clock(now))
    assert 0 <= delays.remaining("Wang") <= 300
    later = Delays(folder, clock=Clock(now + 300.01))
    assert later.remaining("Wang") <= 0.1


def test_the_file_is_private_and_holds_no_typed_name(tmp_path, clock):
    failing(tmp_path, clock, 1)
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600
