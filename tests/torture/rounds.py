"""Kill the worker at random moments and look whether all that it called done is there."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from meddx_desktop.core.store.audit_check import verify
from meddx_desktop.core.store.backup_manifest import backup_folder
from meddx_desktop.core.store.opened import Store, open_store
from meddx_desktop.core.store.restore import look
from tests.core.store.plain import FakeKeys
from tests.torture.content import case_of, picture, version_of
from tests.torture.worker import AUDIT_KEY

ROOT = Path(__file__).parents[2]


@dataclass
class Told:
    """What the worker said: the last thing done, and what was going on at the kill."""

    versions: dict[int, int] = field(default_factory=dict)
    """Committed version of each case; gone cases are absent."""
    films: dict[int, int] = field(default_factory=dict)
    drafts: dict[int, str] = field(default_factory=dict)
    open_step: list | None = None
    audited: int = 0
    backed_up: bool = False

    def hear(self, line: bytes) -> None:
        when, what, *values = json.loads(line)
        if when == "begin":
            self.open_step = [what, *values]
            return
        self.open_step = None
        if what in ("save", "film"):
            self.versions[values[0]] = values[1]
            self.audited += what == "save"
        if what == "film":
            self.films[values[0]] = values[1]
        if what == "draft":
            self.drafts[values[0]] = values[1]
        if what == "erase":
            for kept in (self.versions, self.films, self.drafts):
                kept.pop(values[0], None)
        self.backed_up |= what == "backup"


def run(base: Path, kills: int, *, seed: int = 0, longest_s: float = 0.4, copies: bool = True):
    """`kills` rounds on one store; raises AssertionError at the first thing lost."""
    folder, place = base / "胸片 库", base / "U盘"
    place.mkdir()
    chance = random.Random(seed)
    told = Told()
    for number in range(kills):
        copy = base / f"copy {number}" if copies and number % 3 == 0 else None
        _one(folder, place, told, copy=copy, seed=f"{seed} {number}",
             wait=chance.uniform(0, longest_s))  # fmt: skip
        if copy is not None and (copy / "cases.tag").exists():
            check(copy, told)
            shutil.rmtree(copy)
        if folder.exists():
            check(folder, told, settle=True)
        if told.backed_up:
            assert look(backup_folder(place, "5701e"), FakeKeys()).damaged == ()
    return told


def _one(folder: Path, place: Path, told: Told, *, copy: Path | None, seed: str, wait: float):
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.torture.worker", str(folder), str(place), seed],
        stdout=subprocess.PIPE, cwd=ROOT,
    )  # fmt: skip
    os.set_blocking(child.stdout.fileno(), True)
    first = child.stdout.readline()  # from here on the store is touched
    time.sleep(wait)
    if copy is not None:  # the disk as a power cut would leave it, had it kept every write
        child.send_signal(signal.SIGSTOP)
        shutil.copytree(folder, copy, dirs_exist_ok=True)
    assert child.poll() is None, "the worker died by itself"
    child.kill()
    rest, _ = child.communicate()
    for line in (first + rest).splitlines(keepends=True):
        if line.endswith(b"\n"):
            told.hear(line)


def check(folder: Path, told: Told, *, settle: bool = False) -> None:
    """Everything told done is there and right; what was going on is there whole or not at all."""
    store = open_store(folder, FakeKeys())
    try:
        damage = store.check()
        assert damage == ([], []), damage
        assert verify(store.audit, AUDIT_KEY) is None
        last = store.audit.last()
        count = last.seq if last else 0
        assert count >= told.audited
        step = told.open_step or [""]
        for number in range(25):
            _check_case(store, told, number, step, settle=settle)
        if settle:
            told.open_step = None
            told.audited = count
    finally:
        store.close()


def _check_case(store: Store, told: Told, number: int, step: list, *, settle: bool) -> None:
    kept = store.cases.load(f"case-{number}")
    wanted = told.versions.get(number)
    going_on = step[0] if step[1:2] == [number] else ""
    allowed = {wanted}
    if going_on == "save":
        allowed.add(step[2])
    if going_on == "erase":
        allowed.add(None)
    found = None if kept is None else version_of(kept)
    assert found in allowed, (number, found, allowed)
    if kept is None:
        if settle:
            for gone in (told.versions, told.films, told.drafts):
                gone.pop(number, None)
        return
    assert kept == case_of(number, found)
    _check_film(store, told, number, found, going_on)
    _check_draft(store, told, number, step if going_on == "draft" else None)
    if settle:
        told.versions[number] = found


def _check_film(store: Store, told: Told, number: int, found: int, going_on: str) -> None:
    name = store.cases.object_of(f"case-{number}", f"{number}.0")
    versions = [told.films[number]] if number in told.films else []
    if going_on == "save":
        versions.append(found)
    pictures = [picture(number, version) for version in versions]
    if number in told.films:
        assert name is not None
    if name is not None:
        content = bytes(store.objects.get(name))
        assert content in pictures, number
        told.films[number] = versions[pictures.index(content)]


def _check_draft(store: Store, told: Told, number: int, step: list | None) -> None:
    kept = [d.text for d in store.drafts.left() if d.case_id == f"case-{number}"]
    wanted = told.drafts.get(number)
    allowed = [[wanted] if wanted else []] + ([[step[2]]] if step else [])
    assert kept in allowed, (number, kept, allowed)
    if kept:
        told.drafts[number] = kept[0]
