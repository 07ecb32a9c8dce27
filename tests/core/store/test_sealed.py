"""Protects: results of a locked program are kept in order, hidden from it, and never lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meddx_desktop.core import crypto
from meddx_desktop.core.errors import CannotWrite
from meddx_desktop.core.store.sealed import SealedOutbox

PRIVATE = bytes(range(32))
PUBLIC = crypto.box_public(PRIVATE)


@pytest.fixture
def outbox(tmp_path):
    return SealedOutbox(tmp_path / "outbox", PUBLIC)


def payloads(outbox, *privates):
    return [item.payload for item in outbox.drain(privates or [PRIVATE])]


def test_order_is_kept_over_restarts(tmp_path, outbox):
    for number in range(12):
        if number == 6:
            outbox = SealedOutbox(tmp_path / "outbox", PUBLIC)
        outbox.append(b"result %d" % number)
    assert payloads(outbox) == [b"result %d" % n for n in range(12)]
    assert payloads(outbox) == [b"result %d" % n for n in range(12)], "nothing goes unconfirmed"


def test_what_is_confirmed_goes(outbox):
    for number in range(3):
        outbox.append(bytes([number]))
    for item in outbox.drain([PRIVATE]):
        if item.payload != b"\1":
            outbox.confirm(item)
    assert payloads(outbox) == [b"\1"]
    outbox.append(b"\3")
    assert payloads(outbox) == [b"\1", b"\3"]


def test_nothing_can_be_read_without_the_private_key(tmp_path, outbox):
    outbox.append(b"Wang Fang, 45, pneumonia")
    text = b"".join(path.read_bytes() for path in (tmp_path / "outbox").iterdir())
    assert b"Wang" not in text
    assert payloads(outbox, PUBLIC) == [None]
    assert all(p.stat().st_mode & 0o777 == 0o600 for p in (tmp_path / "outbox").iterdir())


def test_results_of_before_a_rotation_open_too(tmp_path, outbox):
    outbox.append(b"old")
    new = crypto.random_bytes(32)
    SealedOutbox(tmp_path / "outbox", crypto.box_public(new)).append(b"new")
    assert payloads(outbox, new, PRIVATE) == [b"old", b"new"]


def test_damaged_ones_are_named_and_stay(tmp_path, outbox):
    names = [outbox.append(bytes([number]) * 50) for number in range(4)]
    folder = tmp_path / "outbox"
    folder.joinpath(names[1]).write_bytes(folder.joinpath(names[1]).read_bytes()[:-1])
    folder.joinpath(names[2]).write_bytes(b"")
    items = list(outbox.drain([PRIVATE]))
    assert [item.name for item in items if item.damaged] == names[1:3]
    for item in items:
        outbox.confirm(item)
    assert outbox.names() == names[1:3]
    assert "\\x00" not in repr(items[0])


def test_files_do_not_change_places(tmp_path, outbox):
    one, other = (outbox.append(content) for content in (b"1", b"2"))
    folder = tmp_path / "outbox"
    folder.joinpath(one).rename(folder / "x")
    folder.joinpath(other).rename(folder / one)
    folder.joinpath("x").rename(folder / other)
    assert payloads(outbox) == [None, None]


def test_foreign_files_are_left_alone(tmp_path, outbox):
    outbox.append(b"1")
    (tmp_path / "outbox" / "notes.txt").write_text("mine")
    (tmp_path / "outbox" / ".000-half").write_text("cut")
    assert payloads(outbox) == [b"1"]


def test_an_outbox_that_does_not_exist_is_empty(outbox):
    assert payloads(outbox) == []


def test_a_full_disk_is_told(outbox, monkeypatch):
    def full(*args, **kwargs):
        raise OSError(28, "no space")

    monkeypatch.setattr("meddx_desktop.core.store.sealed.write_replacing", full)
    with pytest.raises(CannotWrite) as caught:
        outbox.append(b"x")
    assert caught.value.code == "disk_full"


@given(st.lists(st.binary(max_size=200), max_size=5))
@settings(max_examples=20)
def test_any_payload_comes_back(tmp_path_factory, contents):
    outbox = SealedOutbox(tmp_path_factory.mktemp("o"), PUBLIC)
    for content in contents:
        outbox.append(content)
    assert payloads(outbox) == contents
