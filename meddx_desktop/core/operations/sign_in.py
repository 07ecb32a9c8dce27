"""Getting in and out: the set-up of a new store, sign-in, recovery, lock."""

import logging
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from meddx_desktop.core import memory
from meddx_desktop.core.crypto import Argon2Parameters
from meddx_desktop.core.domain.people import Action, User, name_key, same_name
from meddx_desktop.core.errors import CannotWrite, InvalidEntry, MedDxError, StoreRefused
from meddx_desktop.core.operations import (
    key_changes,
    model_shelf,
    restoring,
    rules,
    sealed_results,
    site_rules,
)
from meddx_desktop.core.operations.access import PROGRAM, Desk
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.settings import Settings
from meddx_desktop.core.store import database, keys, keys_file, keys_users, objects
from meddx_desktop.core.store.audit import CLOCK_CONFIRMED, AuditTrail
from meddx_desktop.core.store.delays import Delays
from meddx_desktop.core.store.keys_unlocked import UnlockedKeys
from meddx_desktop.core.store.lock import StoreLock
from meddx_desktop.core.store.opened import open_store
from meddx_desktop.core.store.recovery import RecoveryKey
from meddx_desktop.core.store.sessions import Session

log = logging.getLogger(__name__)

hand_back = memory.hand_back

_SIGNS_OF_A_STORE = (keys_file.FILE, database.FILE, objects.FOLDER)


@dataclass(frozen=True, slots=True)
class Welcome:
    """What somebody should hear who just signed in."""

    recovery_due: bool
    """The recovery key was used: issue a new one."""
    arrived: int
    """Results and films that came while the store was locked."""
    damaged: int
    """Results that came and can't be opened."""
    failed_tries: int
    """Wrong passphrases since the last sign-in."""
    clock_behind: timedelta | None
    """How far the clock stands before the newest entry of the audit trail."""
    recovery_untested: bool
    """A recovery key was made, and nobody typed it from the paper."""
    renewing: bool
    """A renewal of all keys was cut off; whoever may renew them goes on with it."""
    behind: int | None = None
    """How many entries the database lacks that it once had: an older copy of it lies there."""


def exists(folder: Path) -> bool:
    """Whether there is a store to sign in to, be it one that lost its keys: never a new one there.

    A folder that can't be looked into counts as one that holds a store.
    """
    try:
        return any((folder / name).exists() for name in _SIGNS_OF_A_STORE)
    except OSError:
        return True


def people(folder: Path) -> tuple[User, ...]:
    """Who can sign in; proven only once somebody has.

    Raises
    ------
    StoreRefused, StoreDamaged
        As `store.keys.users`.
    """
    return tuple(user for user in keys.users(folder) if not user.disabled)


def wait_left(folder: Path, user: str) -> float:
    """Seconds until `user` may try a passphrase again; the count outlives the program."""
    try:
        return Delays(folder).remaining(user)
    except CannotWrite:  # a clock set back can't be noted down; the try itself will say so
        return 0.0


def set_up(
    app: Application, owner: str, passphrase: str, *, parameters: Argon2Parameters | None = None
) -> RecoveryKey:
    """Make the store and sign its owner in.

    Returns
    -------
    RecoveryKey
        To be shown once and written down.

    Raises
    ------
    InvalidEntry
        A name or passphrase that is not taken.
    StoreRefused, CannotWrite
        ``keys_exist``, ``keys_missing`` (a store lost them), ``store_in_use``: nothing was made.
    """
    not_the_program(owner)
    if exists(app.folder) and not (app.folder / keys_file.FILE).exists():
        raise StoreRefused("keys_missing")
    with ExitStack() as undo:
        held = StoreLock(app.folder)
        undo.callback(held.release)
        opened, recovery = keys.create(app.folder, owner, passphrase, parameters)
        undo.pop_all()
    begin(app, opened, held, "store_created")
    return recovery


def sign_in(app: Application, user: str, passphrase: str) -> Welcome:
    """Open the store for `user`.

    Raises
    ------
    WrongPassphrase, NotPermitted
        ``passphrase_wrong``, ``user_disabled``.
    StoreRefused
        ``passphrase_wait`` (seconds), ``store_in_use``, and as `store.keys.unlock`.
    StoreDamaged
        As `store.keys.unlock`; ``store_damaged``.
    """
    try:
        return _open(app, lambda: keys.unlock(app.folder, user, passphrase), "signed_in")
    except MedDxError as error:
        if error.code in ("passphrase_wrong", "user_disabled"):
            _tell_failure(app, user, error.code)
        raise


def sign_in_with_recovery(app: Application, typed: str) -> Welcome:
    """Open the store with the recovery key, as an owner; it has to be issued anew at once.

    Raises
    ------
    WrongPassphrase, InvalidEntry, StoreRefused, StoreDamaged
        As `store.keys.unlock_with_recovery`.
    """
    try:
        return _open(app, lambda: keys.unlock_with_recovery(app.folder, typed), "recovery_used")
    except MedDxError as error:
        if error.code == "recovery_wrong":
            _tell_failure(app, "", error.code)
        raise


def lock(app: Application, waiting: Iterable[str] = (), *, reason: str = "asked") -> None:
    """Sign out. Films named in `waiting` are still screened; their results are sealed.

    Nothing keeps the door from closing: a full disk costs the entry in the audit trail.

    Parameters
    ----------
    waiting
        Names of the stored films that wait for their screening.
    reason
        ``asked``, ``idle`` or ``closed``: what the audit trail says.
    """
    try:
        with app.access.using(None) as desk:
            desk.tell("locked", reason=reason)
    except MedDxError as error:
        log.warning("a lock is not in the audit trail", extra={"code": error.code})
    app.access.leave(waiting)
    app.pool.forget()
    app.note_models.forget()
    hand_back()


def confirm_clock(app: Application) -> None:
    """The owner says that the clock is right although the trail holds later entries.

    Raises
    ------
    NotPermitted, StoreRefused, CannotWrite
        It stays in doubt.
    """
    with app.access.using(Action.CHANGE_SETTINGS) as desk:
        desk.tell(CLOCK_CONFIRMED)
        app.access.clock_behind = None


def settle_recovery(app: Application, name: str, passphrase: str) -> Welcome:
    """After the recovery key: give `name` a new passphrase and go on as that person.

    Raises
    ------
    InvalidEntry, NotPermitted, StoreRefused, CannotWrite
        Nothing was changed, or the new passphrase holds and has to be typed at the sign-in.
    """
    with (
        app.access.using(Action.MANAGE_USERS) as desk,
        key_changes.announced(desk, "passphrase_reset", name_of_user=name) as around,
    ):
        keys_users.reset_user(app.folder, desk.keys, name, passphrase, around=around)
    lock(app, reason="recovered")
    return sign_in(app, name, passphrase)


def not_the_program(name: str) -> None:
    """Return if `name` is not the one under which the program itself stands in the audit trail.

    Raises
    ------
    InvalidEntry
        ``user_name_taken``.
    """
    if name_key(name) == PROGRAM:
        raise InvalidEntry("user_name_taken")


def idle_seconds(settings: Settings) -> float:
    """After how many seconds without a key or a mouse move the store locks itself."""
    return settings.number("auto_lock_minutes") * 60.0


def _open(app: Application, unlock: Callable[[], UnlockedKeys], event: str) -> Welcome:
    with ExitStack() as undo:
        held = StoreLock(app.folder)
        undo.callback(held.release)
        opened = unlock()
        undo.pop_all()
    return begin(app, opened, held, event)


def begin(app: Application, opened: UnlockedKeys, held: StoreLock, event: str) -> Welcome:
    """Open the store with unlocked keys, which are taken over, and let their user in."""
    with ExitStack() as undo:
        undo.callback(opened.close)
        store = open_store(app.folder, opened, lock=held)
        undo.callback(store.close)
        desk = Desk(
            store,
            Session(opened, idle_s=idle_seconds(app.settings)),
            AuditTrail(store.audit, opened.audit_key),
        )
        behind = desk.trail.clock_behind()
        key_changes.welcome(desk)
        rules.take_up(app.settings, desk)
        desk.session.wait(idle_seconds(app.settings))
        with desk.changing():
            desk.tell(event, role=desk.role.value)
            if store.behind is not None:
                desk.tell("store_behind", count=store.behind)
        undo.pop_all()
    untested = not key_changes.recovery_tested(desk)
    app.access.enter(desk, behind)
    restoring.tidy()
    _take_up_models(app)
    site_rules.take_up_calmly(app)
    came = sealed_results.take_in(app)
    return Welcome(
        recovery_due=opened.recovery_due,
        arrived=came.arrived,
        damaged=came.damaged,
        failed_tries=came.failed_tries,
        clock_behind=behind,
        recovery_untested=untested,
        renewing=opened.rotating,
        behind=store.behind,
    )


def _take_up_models(app: Application) -> None:
    """A damaged list of models keeps nobody out; what it named is not used."""
    try:
        model_shelf.take_up(app)
    except MedDxError as error:
        app.registry.choose(())
        log.warning("the list of models was not read", extra={"code": error.code})


def _tell_failure(app: Application, user: str, code: str) -> None:
    """A failed try goes into the trail at the next sign-in; until then it is sealed."""
    try:
        known = any(same_name(user, person.name) for person in keys.users(app.folder))
        sealed_results.seal_failure(app.folder, user if known else "", code)
    except MedDxError:
        log.warning("a failed sign-in could not be kept")
