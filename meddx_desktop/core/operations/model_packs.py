"""A model package on a stick: look at it, and install it on trial."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import CannotWrite, InvalidEntry, ModelRejected
from meddx_desktop.core.inference import pack, trust
from meddx_desktop.core.inference.examine import FOREIGN, examine
from meddx_desktop.core.inference.manifest import Manifest
from meddx_desktop.core.inference.pack import SUFFIX, Unpacked
from meddx_desktop.core.inference.trust import Standing
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import model_shelf
from meddx_desktop.core.operations.access import Desk
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.interrupted import going_on
from meddx_desktop.core.operations.model_list import is_on_trial
from meddx_desktop.core.operations.model_shelf import Record

__all__ = ["SUFFIX", "Manifest", "Offer", "Standing", "is_on_trial"]

_INCOMING = ".incoming-"


@dataclass(frozen=True, slots=True)
class Offer:
    """A package in a file that passed every check, and what its signature is worth here."""

    manifest: Manifest
    card: str
    sha256: str
    signer: str
    """Public key; empty where nobody signed."""
    standing: Standing
    known_name: str
    """What this site calls the signer."""
    others: tuple[str, ...]
    """Versions of this name that are here already."""

    @property
    def fingerprint(self) -> str:
        """The signer's key as it is compared by telephone."""
        return trust.fingerprint(self.signer)

    @property
    def needs_name(self) -> bool:
        """Whether the owner has to type the package's name: nobody known vouches for it."""
        return self.standing in (Standing.UNKNOWN, Standing.UNSIGNED)


def look(app: Application, file: Path, *, context: JobContext | None = None) -> Offer:
    """Check a file whole, without installing anything.

    Raises
    ------
    ModelRejected, CannotWrite
        As `install`, but for the signature, whose worth is told.
    """
    with (
        app.access.using(Action.INSTALL_MODEL) as desk,
        _unpacked(app, desk, file, context) as found,
    ):
        return _offer(app, desk, found)


def install(
    app: Application,
    file: Path,
    *,
    typed: str = "",
    expected: str = "",
    context: JobContext | None = None,
) -> Offer:
    """Install a package, on trial. A package of a new name is in use at once, as its trial.

    Parameters
    ----------
    typed
        The package's name as the owner typed it, where nobody known signed.
    expected
        SHA-256 of the manifest that was looked at before; empty where none was.

    Raises
    ------
    ModelRejected
        ``model_signer_unknown``, ``model_signature_missing`` (unless `typed` is the name),
        ``model_signer_revoked``, ``model_revoked``, ``model_version_taken``, ``pack_changed``,
        and as `pack.unpack` and `examine`.
    CannotWrite, NotPermitted, StoreRefused
        Nothing was installed.
    """
    with (
        app.access.using(Action.INSTALL_MODEL) as desk,
        _unpacked(app, desk, file, context) as found,
    ):
        offer = _offer(app, desk, found)
        if expected and expected != offer.sha256:
            raise ModelRejected("pack_changed")
        _require_trust(offer, typed)
        _refuse_taken(app, desk, offer)
        going_on(app, context)
        _put(desk, found, offer)
    model_shelf.take_up(app)
    return offer


@contextmanager
def _unpacked(
    app: Application, desk: Desk, file: Path, context: JobContext | None
) -> Iterator[Unpacked]:
    """The file's package in a folder of its own, every check passed; gone afterwards."""
    try:
        place = model_shelf.place(desk)
        for left in place.glob(f"{_INCOMING}*"):
            shutil.rmtree(left, ignore_errors=True)
        folder = Path(tempfile.mkdtemp(prefix=_INCOMING, dir=place))
    except OSError as error:
        raise CannotWrite("folder_not_writable", folder=str(desk.store.folder)) from error
    try:
        found = pack.unpack(file, folder, context=context)
        going_on(app, context)
        examine(found.package)
        going_on(app, context)
        yield found
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _offer(app: Application, desk: Desk, found: Unpacked) -> Offer:
    manifest = found.package.manifest
    names = {signer.public: signer.name for signer in model_shelf.signers(desk)}
    here = [one for one in app.registry.shipped.packages if one.name == manifest.name]
    installed = [one for one in model_shelf.load(desk).records if one.name == manifest.name]
    if found.sha256 in model_shelf.revoked(desk).packages:
        raise ModelRejected("model_revoked", name=manifest.name, version=manifest.version)
    return Offer(
        manifest=manifest,
        card=found.package.card(),
        sha256=found.sha256,
        signer=found.signer,
        standing=model_shelf.standing(desk, found.signer),
        known_name=names.get(found.signer, ""),
        others=(*(one.manifest.version for one in here), *(one.version for one in installed)),
    )


def _require_trust(offer: Offer, typed: str) -> None:
    name = offer.manifest.name
    if offer.standing is Standing.REVOKED:
        raise ModelRejected("model_signer_revoked", name=name, signer=offer.fingerprint)
    if not offer.needs_name or typed.strip() == name:
        return
    if typed:
        raise InvalidEntry("model_name_not_confirmed", name=name)
    if offer.standing is Standing.UNSIGNED:
        raise ModelRejected("model_signature_missing", name=name)
    raise ModelRejected("model_signer_unknown", name=name, signer=offer.fingerprint)


def _refuse_taken(app: Application, desk: Desk, offer: Offer) -> None:
    """One version is one content, whoever made it, and no name is that of another kind of model.

    Results name the version alone.
    """
    name, version = offer.manifest.name, offer.manifest.version
    for package in app.registry.shipped.packages:
        if package.name == name and package.manifest.task in FOREIGN:
            # In use it would stand where the shipped one stood: no film would pass the gate.
            raise ModelRejected(FOREIGN[package.manifest.task], name=name)
        if (package.name, package.manifest.version) == (name, version):
            raise ModelRejected("model_version_taken", name=name, version=version)
    for record in model_shelf.load(desk).records:
        same = (record.name, record.version) == (name, version)
        if same and record.sha256 != offer.sha256:
            raise ModelRejected("model_version_taken", name=name, version=version)


def _put(desk: Desk, found: Unpacked, offer: Offer) -> None:
    """Into its place, then into the list: a cut between the two leaves files that nobody uses."""
    name, version = offer.manifest.name, offer.manifest.version
    shelf = model_shelf.load(desk)
    before = [one for one in shelf.records if (one.name, one.version) == (name, version)]
    record = Record(name, version, offer.sha256, offer.signer, datetime.now(UTC).isoformat())
    if before:  # installed again, to mend its files: what is known of it stays known
        record = replace(record, on_trial=before[0].on_trial)
    target = model_shelf.folder_of(desk, record)
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        shutil.rmtree(target, ignore_errors=True)
        found.package.folder.replace(target)
    except OSError as error:
        raise CannotWrite("folder_not_writable", folder=str(desk.store.folder)) from error
    shelf = shelf.with_record(record)
    if not offer.others:
        shelf = shelf.using(name, version)
    with desk.changing():
        model_shelf.save(desk, shelf)
        desk.tell(
            "model_installed",
            model=name,
            version=version,
            sha256=offer.sha256,
            signer=offer.fingerprint,
            reason="name_typed" if offer.needs_name else "signer_known",
        )
