"""Protects: a renewal of the keys shuts old ones out, loses nothing, and goes on after a cut."""

import pytest

from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import StoreRefused, WrongPassphrase
from meddx_desktop.core.imaging import read
from meddx_desktop.core.jobs import JobCancelled, JobContext
from meddx_desktop.core.operations import cases, sign_in, users
from meddx_desktop.core.store import keys, objects
from tests import desks
from tests.clinic import film_bytes
from tests.core.operations.sign_in.door import CLINICIAN


def filed(app, count=3):
    for number in range(count):
        film = read.open_bytes(film_bytes(f"P-{number}", seed=number), read.Source(f"{number}.dcm"))
        cases.file_film(app, film)


def generations(app):
    with app.access.using(None) as desk:
        return desk.keys.generations


def test_after_a_renewal_the_old_master_opens_nothing(app):
    desks.enter(app, Role.OWNER)
    filed(app)
    with app.access.using(None) as desk:
        old = bytes(desk.keys.master().view())
    with pytest.raises(WrongPassphrase):
        users.begin_renewal(app, "not the passphrase")
    recovery = users.begin_renewal(app, desks.PASSPHRASE)
    assert users.renewing(app)
    with pytest.raises(StoreRefused) as twice:
        users.begin_renewal(app, desks.PASSPHRASE)
    assert twice.value.code == "rotation_running"
    steps = []
    assert users.renew(app, JobContext(lambda done, total: steps.append((done, total)))) == 0
    assert steps[-1] == (3, 3) and not users.renewing(app)
    assert generations(app) == (2,)
    with app.access.using(None) as desk:
        assert bytes(desk.keys.master().view()) != old
        for name in desk.store.used_objects():
            assert desk.store.objects.is_whole(name)
    actions = desks.actions(app)
    assert "renewal_begun" in actions and actions[-1] == "renewal_finished"
    sign_in.lock(app)
    sign_in.sign_in(app, CLINICIAN, desks.PASSPHRASE)
    sign_in.lock(app)
    sign_in.sign_in_with_recovery(app, "\n".join(recovery.lines()))
    assert app.access.is_open


def test_a_renewal_that_was_cut_off_goes_on_after_a_restart(app):
    desks.enter(app, Role.OWNER)
    filed(app)
    users.begin_renewal(app, desks.PASSPHRASE)
    context = JobContext(lambda done, _total: context.cancel() if done == 1 else None)
    with pytest.raises(JobCancelled):
        users.renew(app, context)
    assert users.renewing(app)
    sign_in.lock(app)
    welcome = sign_in.sign_in(app, desks.PEOPLE[Role.OWNER], desks.PASSPHRASE)
    assert welcome.renewing and generations(app) == (2, 1)
    assert users.renew(app, JobContext()) == 0
    assert generations(app) == (2,)
    sign_in.lock(app)
    assert not sign_in.sign_in(app, desks.PEOPLE[Role.OWNER], desks.PASSPHRASE).renewing


def test_the_old_key_is_kept_while_something_is_damaged(app):
    """A backup may still mend the film; with the old key gone nothing could."""
    desks.enter(app, Role.OWNER)
    filed(app)
    with app.access.using(None) as desk:
        name = sorted(desk.store.used_objects())[0]
        path = desk.store.objects.path(name)
    whole = path.read_bytes()
    users.begin_renewal(app, desks.PASSPHRASE)
    damaged = bytearray(whole)
    damaged[objects.HEADER_BYTES // 2] ^= 1  # in the film's wrapped key
    path.write_bytes(damaged)
    assert users.renew(app, JobContext()) == 1
    assert users.renewing(app) and desks.actions(app)[-1] == "renewal_halted"
    path.write_bytes(whole)
    assert users.renew(app, JobContext()) == 0
    assert not users.renewing(app)


def test_results_sealed_to_the_old_key_are_taken_in_before_it_goes(app, monkeypatch):
    desks.enter(app, Role.OWNER)
    sign_in.lock(app)
    with pytest.raises(WrongPassphrase):
        sign_in.sign_in(app, CLINICIAN, "not the passphrase")
    with monkeypatch.context() as later:
        later.setattr(
            sign_in.sealed_results, "take_in", lambda _app: sign_in.sealed_results.Arrivals()
        )
        desks.enter(app, Role.OWNER)
    assert keys.outbox_public(app.folder)
    users.begin_renewal(app, desks.PASSPHRASE)
    users.renew(app, JobContext())
    assert "sign_in_failed" in desks.actions(app)
