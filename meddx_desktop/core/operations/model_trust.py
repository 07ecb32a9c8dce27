"""Handing packages on under this site's signature; whose signature is believed; what is revoked."""

from dataclasses import dataclass
from pathlib import Path

from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import CannotWrite, InvalidEntry, ModelRejected
from meddx_desktop.core.inference import pack, trust
from meddx_desktop.core.inference.registry import open_chosen
from meddx_desktop.core.inference.trust import Revoked, Signer, Standing, fingerprint
from meddx_desktop.core.operations import model_shelf
from meddx_desktop.core.operations.access import Desk
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.plain_copies import refuse_records
from meddx_desktop.core.safe_files import read_regular, write_replacing

__all__ = ["LIST_SUFFIX", "Revoked", "Signer", "fingerprint"]

LIST_SUFFIX = ".meddxrevoked"
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Written:
    """A file for a stick, and the fingerprint under which others know who signed it."""

    file: Path
    fingerprint: str


def own_fingerprint(app: Application) -> str:
    """The key of this site, to be told by telephone."""
    with app.access.using(Action.SCREEN) as desk:
        return trust.fingerprint(model_shelf.own_public(desk))


def export(app: Application, name: str, version: str, out: Path) -> Written:
    """Write a package that is here to a file, signed by this site.

    Parameters
    ----------
    version
        Empty for the version in use.

    Raises
    ------
    InvalidEntry, ModelRejected
        ``model_version_unknown``, ``model_unknown``; why the package is refused.
    CannotWrite
        ``pack_not_written``.
    """
    with app.access.using(Action.INSTALL_MODEL) as desk:
        folder = _folder(app, desk, name, version)
        return _write(desk, folder, out)


def pack_folder(app: Application, folder: Path, out: Path) -> Written:
    """Write a package that was made in `folder` to a file, signed by this site.

    Raises
    ------
    ModelRejected, CannotWrite
        As `pack.write`.
    """
    with app.access.using(Action.INSTALL_MODEL) as desk:
        return _write(desk, folder, out)


def signers(app: Application) -> tuple[Signer, ...]:
    """Whose signatures are believed here, beside the site's own."""
    with app.access.using(Action.SCREEN) as desk:
        return model_shelf.signers(desk)


def revoked(app: Application) -> Revoked:
    """Which signers and packages nobody may use any more, as this site knows it.

    Raises
    ------
    ModelRejected
        ``revocations_damaged``.
    """
    with app.access.using(Action.SCREEN) as desk:
        return model_shelf.revoked(desk)


def believe(app: Application, public: str, name: str, *, fingerprint: str) -> None:
    """Believe a signer from now on.

    Parameters
    ----------
    public
        The key, as an `Offer` names it.
    name
        What this site calls the signer.
    fingerprint
        What was read out by telephone; it has to be that of the key.

    Raises
    ------
    InvalidEntry
        ``signer_name_missing``, ``signer_fingerprint_wrong``.
    ModelRejected
        ``model_signer_revoked``.
    """
    called = " ".join(name.split())
    if not 0 < len(called) <= _LONGEST_NAME or not called.isprintable():
        raise InvalidEntry("signer_name_missing", limit=_LONGEST_NAME)
    if not trust.is_key(public) or _plain(fingerprint) != _plain(trust.fingerprint(public)):
        raise InvalidEntry("signer_fingerprint_wrong")
    with app.access.using(Action.INSTALL_MODEL) as desk:
        if model_shelf.standing(desk, public) is Standing.REVOKED:
            raise ModelRejected(
                "model_signer_revoked", name=called, signer=trust.fingerprint(public)
            )
        others = [signer for signer in model_shelf.signers(desk) if signer.public != public]
        with desk.changing():
            model_shelf.save_signers(desk, [*others, Signer(public, called)])
            desk.tell("signer_believed", signer=trust.fingerprint(public))


def doubt(app: Application, fingerprint: str) -> None:
    """Believe a signer no longer; what was installed stays.

    Raises
    ------
    InvalidEntry
        ``signer_unknown``.
    """
    with app.access.using(Action.INSTALL_MODEL) as desk:
        known = model_shelf.signers(desk)
        kept = [one for one in known if _plain(one.fingerprint) != _plain(fingerprint)]
        if len(kept) == len(known):
            raise InvalidEntry("signer_unknown")
        with desk.changing():
            model_shelf.save_signers(desk, kept)
            desk.tell("signer_doubted", signer=fingerprint)


def revoke(app: Application, name: str, version: str, out: Path) -> Written:
    """Revoke an installed version here, and write the list for other sites.

    Raises
    ------
    InvalidEntry
        ``model_version_unknown``: shipped packages change with the program alone;
        ``export_inside_records``.
    CannotWrite
        ``pack_not_written``; it is revoked here all the same.
    """
    refuse_records(out)
    with app.access.using(Action.INSTALL_MODEL) as desk:
        record = model_shelf.load(desk).record(name, version)
        with desk.changing():
            model_shelf.save_revoked(desk, Revoked(packages=frozenset({record.sha256})))
            desk.tell("model_revoked", model=name, version=version, sha256=record.sha256)
        private, gone = model_shelf.signing_key(desk), model_shelf.revoked(desk)
        fingerprint = trust.fingerprint(trust.public_of(private))
    model_shelf.take_up(app)
    try:
        write_replacing(out, trust.sign_revocations(private, gone))
    except OSError as error:
        raise CannotWrite("pack_not_written", folder=str(out.parent)) from error
    return Written(out, fingerprint)


def take_revoked(app: Application, file: Path) -> int:
    """Take in a list from a stick that somebody known here signed.

    Returns
    -------
    int
        How many packages and signers are newly revoked here.

    Raises
    ------
    ModelRejected
        ``revocations_damaged``, ``model_signature_wrong``, ``revocations_foreign``.
    """
    try:
        content = read_regular(file, trust.MAX_LIST_BYTES)
    except OSError as error:
        raise ModelRejected("pack_unreadable") from error
    if len(content) > trust.MAX_LIST_BYTES:
        raise ModelRejected("revocations_damaged")
    signer, more = trust.read_revocations(content)
    with app.access.using(Action.INSTALL_MODEL) as desk:
        if model_shelf.standing(desk, signer) not in (Standing.OWN, Standing.KNOWN):
            raise ModelRejected("revocations_foreign", signer=trust.fingerprint(signer))
        before = model_shelf.revoked(desk)
        # Nobody can shut this site out of its own packages.
        more = Revoked(more.signers - {model_shelf.own_public(desk)}, more.packages)
        new = len(more.signers - before.signers) + len(more.packages - before.packages)
        with desk.changing():
            model_shelf.save_revoked(desk, more)
            desk.tell("models_revoked", count=new, signer=trust.fingerprint(signer))
    model_shelf.take_up(app)
    return new


def _folder(app: Application, desk: Desk, name: str, version: str) -> Path:
    shelf = model_shelf.load(desk)
    wanted = version or shelf.used(name)
    for package in app.registry.shipped.packages:
        if package.name == name and wanted in ("", package.manifest.version):
            return package.folder
    record = shelf.record(name, wanted)
    return open_chosen(model_shelf.chosen(desk, record, model_shelf.revoked(desk))).folder


def _write(desk: Desk, folder: Path, out: Path) -> Written:
    packed = pack.write(folder, out, model_shelf.signing_key(desk))
    written = Written(out, trust.fingerprint(packed.signer))
    desk.tell(
        "model_exported",
        model=packed.package.name,
        version=packed.package.manifest.version,
        sha256=packed.sha256,
        signer=written.fingerprint,
    )
    return written


def _plain(fingerprint: str) -> str:
    return "".join(fingerprint.lower().replace("-", " ").split())
