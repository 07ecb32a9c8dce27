"""Protects: nothing in a file is lost, and no damage ends in anything but a result or a reason."""

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.labs.read_hl7 import looks_like_hl7, read_hl7
from tests.data.result_files import PID, header, obx, oru

OBX = re.compile(rb"(?:^|[\r\n\x0b\x1c])(?:\xef\xbb\xbf)?OBX(?![A-Za-z0-9])", re.IGNORECASE)
NASTY = [b"\r", b"\n", b"|", b"^", b"~", b"&", b"\\", b"\0", b"\xff", b"\x1b", b"MSH|", b"OBX|",
         b"\rPID|", b"\rOBX", b"\rSPM|", b"\rOBR|", b"\\X", b'""', b"\x81", b"1" * 500]  # fmt: skip


def accounted(data: bytes) -> tuple[int, int]:
    """OBX lines in the file, and what became of them."""
    reports = read_hl7(data)
    kept = sum(len(one.results) for one in reports)
    kept += sum("OBX" in line.place for one in reports for line in one.rejected)
    return len(OBX.findall(data)), kept


def lines():
    field = st.text(
        st.characters(codec="utf-8", exclude_characters="\r\n\x0b\x1c", exclude_categories=["Cs"]),
        max_size=12,
    )
    kinds = st.sampled_from(["NM", "ST", "SN", "CE", "CWE", "TX", "FT", "ED", "RP", "DT", "", "QQ"])
    made = st.builds(
        lambda kind, name, sub, value, unit, limits, status, time: obx(
            value, kind, name, sub, unit, limits, status=status, time=time
        ),
        kinds, field, st.sampled_from(["", "1", "2"]), field, field, field,
        st.sampled_from([*"FPCDXWI?", ""]), field,
    )  # fmt: skip
    others = st.sampled_from([PID, "OBR|2|a|b|c", "SPM|1|||UR", "NTE|1||x", "ZZZ|1", "OBX", "OBX|"])
    return st.lists(st.one_of(made, others), max_size=12)


@settings(max_examples=150, deadline=None)
@given(st.lists(lines(), min_size=1, max_size=3), st.sampled_from(["\r", "\n", "\r\n"]))
def test_every_result_is_kept_or_rejected(messages, end):
    text = "".join(oru(*body, control=str(n)) for n, body in enumerate(messages))
    found, kept = accounted(text.replace("\r", end).encode())
    assert found == kept


def damaged(chance: random.Random, data: bytes) -> bytes:
    spoiled = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(spoiled) + 1)
        match chance.randrange(3):
            case 0:
                spoiled[place:place] = chance.choice(NASTY)
            case 1:
                del spoiled[place : place + chance.randint(1, 40)]
            case _:
                spoiled[place : place + 1] = bytes([chance.randrange(256)])
    return bytes(spoiled)


ORIGINALS = [
    oru(obx("<10"), obx("^1^:^128", "SN"), obx("a\\.br\\b", "FT"), "NTE|1||x", "SPM|1|||SER"),
    oru(obx("阴性", "ST", name="X^尿糖^L"), charset="UNICODE UTF-8"),
    f"FHS|^~\\&\rBHS|^~\\&\r{oru(obx())}{oru(obx('6', status='C'), control='2')}BTS|2\rFTS|1",
    "\r".join([header("OUL^R22"), PID, "SPM|1|||UR", "OBR|1", obx(time="20240301")]),
]


def survive(data: bytes) -> None:
    looks_like_hl7(data)
    try:
        found, kept = accounted(data)
    except MedDxError:
        return
    assert found == kept, data


@pytest.mark.parametrize("original", ORIGINALS)
def test_damaged_files_give_results_or_reasons(original):
    chance = random.Random(original)
    for _ in range(250):
        survive(damaged(chance, original.encode()))


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("original", ORIGINALS)
def test_damaged_files_at_length(original):
    chance = random.Random(original + "long")
    for _ in range(8000):
        survive(damaged(chance, original.encode()))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(data):
    survive(data)
    survive(b"MSH|^~\\&|" + data)
