"""The child that is killed: changes a store for ever and says what it begins and what is done.

Each line on the standard output is one step: ``begin`` before a call, ``done`` after it returned.
"""

import json
import os
import random
import sys
from pathlib import Path

from meddx_desktop.core.store.audit import AuditTrail
from meddx_desktop.core.store.backup import back_up
from meddx_desktop.core.store.opened import Store, open_store
from tests.core.store.plain import FakeKeys
from tests.torture.content import case_of, picture, version_of

CASES = 25
AUDIT_KEY = b"k" * 32


def main(folder: Path, place: Path, seed: str) -> None:
    chance = random.Random(seed)
    say("begin", "open")
    store = open_store(folder, FakeKeys())
    (folder / "keys.json").touch()
    say("done", "open")
    acts = (save,) * 5 + (bring_film,) * 4 + (draft,) * 2 + (erase, back)
    while True:
        chance.choice(acts)(store, chance.randrange(CASES), place)


def say(when: str, what: str, *values: object) -> None:
    os.write(1, (json.dumps([when, what, *values]) + "\n").encode())


def _next(store: Store, number: int) -> int:
    kept = store.cases.load(f"case-{number}")
    return 1 if kept is None else version_of(kept) + 1


def save(store: Store, number: int, _place: Path) -> None:
    version = _next(store, number)
    say("begin", "save", number, version)
    with store.database.transaction():
        store.cases.save(case_of(number, version))
        trail = AuditTrail(store.audit, AUDIT_KEY)
        trail.append("li", "case_saved", case_id=f"case-{number}")
    say("done", "save", number, version)


def bring_film(store: Store, number: int, _place: Path) -> None:
    version = _next(store, number)
    say("begin", "save", number, version)
    name = store.objects.put(picture(number, version))
    with store.database.transaction():
        store.cases.save(case_of(number, version))
        store.cases.attach(f"case-{number}", f"{number}.0", name)
        store.queue.add(f"case-{number}", f"{number}.0", name)
    say("done", "film", number, version)


def draft(store: Store, number: int, _place: Path) -> None:
    if store.cases.load(f"case-{number}") is None:
        return
    text = str(random.random())
    say("begin", "draft", number, text)
    store.drafts.keep(f"case-{number}", "note", text)
    say("done", "draft", number, text)


def erase(store: Store, number: int, _place: Path) -> None:
    token = store.patients.of_case(f"case-{number}")
    if token is None:
        return
    say("begin", "erase", number)
    store.erase_patient(token)
    say("done", "erase", number)


def back(store: Store, _number: int, place: Path) -> None:
    say("begin", "backup")
    back_up(store, place)
    say("done", "backup")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
