"""Protects: what a stranger seals or puts back into the outbox is neither believed nor told."""

import json

import pytest

from meddx_desktop.core.crypto import seal_box
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import CannotWrite, WrongPassphrase
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import (
    cases,
    erasure,
    intake,
    review,
    screening,
    sealed_results,
    sign_in,
    worklist,
)
from meddx_desktop.core.store import keys
from meddx_desktop.core.store.sealed import FOLDER, SealedOutbox
from meddx_desktop.core.store.witnesses import Witnesses
from tests import desks
from tests.core.operations.sign_in.door import CLINICIAN, only_film, outbox_files


def test_what_a_stranger_sealed_keeps_nobody_out(app):
    """The public key lies in the key file: whoever can write there can seal anything."""
    desks.enter(app)
    public = keys.outbox_public(app.folder)
    sign_in.lock(app)
    outbox = SealedOutbox(app.folder / FOLDER, public)
    for payload in (
        b"no json",
        b'{"kind": "unknown"}\n',
        b'{"kind": "screened", "case_id": 1}\n',
        b'{"kind": "screened", "case_id": "1", "uid": "2", "screenings": "[[]]"}\n',
        b'{"kind": "failed", "case_id": "1", "uid": "2", "reason": "{}"}\n',
        b'{"kind": "audit", "user": "x", "code": "y", "at": "yesterday"}\n',
        b'{"kind": "film", "path": "x", "member": "", "demonstration": false}\nno film',
        b"[" * 100_000,
    ):
        outbox.append(payload)
    (app.folder / FOLDER / "000000000099-0123456789abcdef.sealed").write_bytes(b"rubbish")
    welcome = desks.enter(app)
    assert app.access.is_open
    assert welcome.arrived + welcome.damaged == 9 and welcome.damaged >= 8
    assert worklist.count(app) == 0


def test_a_well_made_result_of_a_stranger_is_not_believed(app, film):
    """Only who was signed in at the lock has the secret that results are witnessed with."""
    desks.enter(app)
    waiting = intake.take(app, film())
    public = keys.outbox_public(app.folder)
    sign_in.lock(app)
    outbox = SealedOutbox(app.folder / FOLDER, public)
    outbox.append(sealed_results.of_screening(waiting.case_id, waiting.uid, ()))
    outbox.append(sealed_results.of_film(b"anything", film(), demonstration=False))
    welcome = desks.enter(app)
    assert (welcome.arrived, welcome.damaged) == (0, 2)
    assert only_film(app).screenings is None
    assert [left.uid for left in screening.waiting(app)] == [waiting.uid]


def put_back(app, files):
    for name, content in files.items():
        (app.folder / FOLDER / name).write_bytes(content)


def test_a_sealed_answer_that_is_put_back_changes_nothing(app, film, models):
    """Whoever copies the outbox could take a signed case back to what was said then."""
    desks.enter(app)
    waiting = intake.take(app, film())
    sign_in.lock(app)
    screening.fail(app, waiting.nameless(), screening.Reason("no_models"))
    old = outbox_files(app)
    assert desks.enter(app).arrived == 1
    again = screening.ask_again(app, waiting.case_id, waiting.uid, waiting.stated)
    sign_in.lock(app)
    put_back(app, old)
    assert desks.enter(app).arrived == 0, "of a lock whose results were all taken in"
    assert only_film(app).error is None
    screening.work(app, again, context=JobContext())
    signed = review.sign(app, waiting.case_id)
    sign_in.lock(app)
    put_back(app, old)
    assert desks.enter(app).arrived == 0
    assert cases.load(app, waiting.case_id) == signed


def test_a_sealed_film_that_is_put_back_brings_nobody_back(app, film):
    desks.enter(app, Role.OWNER)
    sign_in.lock(app)
    intake.take(app, film())
    old = outbox_files(app)
    desks.enter(app, Role.OWNER)
    (line,) = worklist.page(app)
    going = erasure.what_goes(app, line.case_id)
    erasure.erase_patient(app, line.case_id, going.confirmation)
    sign_in.lock(app)
    put_back(app, old)
    welcome = desks.enter(app, Role.OWNER)
    assert (welcome.arrived, welcome.damaged) == (0, 1)
    assert worklist.count(app) == 0


def test_what_could_not_be_deleted_counts_once(app, film, monkeypatch):
    """A read-only folder: the file stays, and says nothing at the next sign-in."""
    desks.enter(app)
    waiting = intake.take(app, film())
    sign_in.lock(app)
    screening.fail(app, waiting.nameless(), screening.Reason("no_models"))
    with pytest.raises(WrongPassphrase):
        sign_in.sign_in(app, CLINICIAN, "not the passphrase")

    def stuck(*_args):
        raise CannotWrite("no_permission")

    with monkeypatch.context() as broken:
        broken.setattr(SealedOutbox, "confirm", stuck)
        welcome = desks.enter(app)
    assert (welcome.arrived, welcome.failed_tries, welcome.damaged) == (1, 1, 0)
    again = screening.ask_again(app, waiting.case_id, waiting.uid, waiting.stated)
    assert again is not None
    sign_in.lock(app)
    welcome = desks.enter(app)
    assert (welcome.arrived, welcome.failed_tries, welcome.damaged) == (0, 0, 0)
    assert only_film(app).error is None and not outbox_files(app)
    assert desks.actions(app).count("sign_in_failed") == 1


def test_each_lock_has_a_secret_of_its_own_and_old_ones_are_forgotten(app, film):
    def secrets():
        with app.access.using(None) as desk:
            return Witnesses(desk.store.database).secrets()

    desks.enter(app)
    sign_in.lock(app)
    (app.folder / FOLDER).mkdir(exist_ok=True)
    desks.enter(app)
    assert secrets() == {}
    rubbish = app.folder / FOLDER / "000000000099-0123456789abcdef.sealed"
    rubbish.write_bytes(b"rubbish")
    for _ in range(25):
        sign_in.lock(app)
        desks.enter(app)
    assert len(set(secrets().values())) == 20, "kept while something can't be read, not for ever"
    rubbish.unlink()
    sign_in.lock(app)
    desks.enter(app)
    assert secrets() == {}


def seal_try(app, **said):
    payload = {"kind": "audit", "user": CLINICIAN, "code": "passphrase_wrong"}
    payload["at"] = "2026-01-01T00:00:00+00:00"
    outbox = SealedOutbox(app.folder / FOLDER, keys.outbox_public(app.folder))
    outbox.append(json.dumps({**payload, **said}).encode() + b"\n")


@pytest.mark.parametrize(
    "said",
    [
        {"code": "HIV positive, 138-0000-0000"},
        {"code": ["passphrase_wrong"]},
        {"user": {"a": 1}},
        {"at": "2026-01-01"},
        {"at": 5},
        {"more": "x" * 3000},
    ],
)
def test_a_stranger_writes_nothing_of_his_own_into_the_trail(app, said):
    desks.enter(app)
    sign_in.lock(app)
    seal_try(app, **said)
    welcome = desks.enter(app)
    assert (welcome.failed_tries, welcome.damaged) == (0, 1)
    assert "sign_in_failed" not in desks.actions(app)


def test_a_name_that_nobody_has_does_not_reach_the_trail(app):
    desks.enter(app)
    sign_in.lock(app)
    for user in ("Li Xiaoyu HIV positive", "\ud800", CLINICIAN.upper()):
        seal_try(app, user=user)
    assert desks.enter(app).failed_tries == 3
    failed = [e for e in desks.trail(app) if e.action == "sign_in_failed"]
    assert [json.loads(e.details)["name_of_user"] for e in failed] == ["", "", CLINICIAN]


def test_a_flood_of_failed_tries_is_told_as_a_number(app):
    desks.enter(app)
    sign_in.lock(app)
    for _ in range(25):
        seal_try(app)
    assert desks.enter(app).failed_tries == 25
    failed = [e for e in desks.trail(app) if e.action == "sign_in_failed"]
    assert len(failed) == 21 and json.loads(failed[-1].details) == {"count": 5}
    sign_in.lock(app)
    assert desks.enter(app).failed_tries == 0


def test_a_sealed_result_of_a_foreign_key_stays_where_it_is(app):
    from meddx_desktop.core.crypto import box_public, random_bytes

    desks.enter(app)
    sign_in.lock(app)
    folder = app.folder / FOLDER
    folder.mkdir(exist_ok=True)
    name = "000000000007-0123456789abcdef.sealed"
    public = box_public(random_bytes(32))
    (folder / name).write_bytes(seal_box(public, b'{"kind": "audit"}\n', name.encode()))
    assert desks.enter(app).damaged == 1
    assert (folder / name).exists()
