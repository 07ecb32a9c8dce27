"""The model packages that are here: which there are, which is used, the way back, removal."""

import shutil
from contextlib import suppress
from dataclasses import dataclass, replace

from meddx_desktop.core.domain.finding import ModelIdentity
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import InvalidEntry, MedDxError, ModelRejected
from meddx_desktop.core.inference import trust
from meddx_desktop.core.inference.manifest import Manifest
from meddx_desktop.core.inference.metrics import Metric
from meddx_desktop.core.inference.package import Package
from meddx_desktop.core.inference.registry import open_chosen
from meddx_desktop.core.inference.trust import Revoked, Standing
from meddx_desktop.core.operations import model_shelf, risk_records
from meddx_desktop.core.operations.access import Desk
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.model_shelf import Record

__all__ = ["SHIPPED", "Entry", "Manifest", "Metric", "Standing"]

SHIPPED = ""
"""Stands for "the version that came with the program" where a version is chosen."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One version of one package, as it stands in the list of models."""

    name: str
    version: str
    shipped: bool
    in_use: bool
    on_trial: bool = False
    revoked: bool = False
    fingerprint: str = ""
    signer_name: str = ""
    standing: Standing = Standing.UNSIGNED
    manifest: Manifest | None = None
    card: str = ""
    risk_on: bool | None = None
    """Of a risk model, whether the owner switched it on; None for models of films."""
    error: MedDxError | None = None
    """Why it can't be used."""

    @property
    def states(self) -> tuple[str, ...]:
        """What it is, as `words.label` names it behind ``model.``."""
        found = ["shipped" if self.shipped else "installed"]
        if self.risk_on is not None:
            found.append("risk_on" if self.risk_on else "risk_off")
        elif self.in_use:
            found.append("in_use")
        if not self.shipped:
            found.append("on_trial" if self.on_trial else "validated")
        if self.revoked:
            found.append("revoked")
        elif self.error is not None:
            found.append("unusable")
        return tuple(found)


def listed(app: Application) -> tuple[Entry, ...]:
    """Every version that is here, shipped or installed, by name."""
    with app.access.using(Action.SCREEN) as desk:
        shelf, gone = model_shelf.load(desk), _revoked(desk)
        choices = risk_records.load(desk)
        entries = [
            Entry(
                package.name,
                package.manifest.version,
                shipped=True,
                in_use=not shelf.used(package.name),
                risk_on=(risk_records.is_on(package, choices) if package.manifest.risk else None),
                manifest=package.manifest,
                card=_card(package),
            )
            for package in app.registry.shipped.packages
        ]
        entries += [_entry(desk, record, gone) for record in shelf.records]
    return tuple(sorted(entries, key=lambda one: (one.name, not one.shipped, _parts(one.version))))


def use(app: Application, name: str, version: str) -> None:
    """Switch to another version; `SHIPPED` for the one that came with the program.

    Raises
    ------
    InvalidEntry
        ``model_version_unknown``, ``model_unknown``.
    ModelRejected
        ``model_revoked``, or why the version can't be used any more.
    """
    with app.access.using(Action.INSTALL_MODEL) as desk:
        shelf = model_shelf.load(desk)
        before = shelf.used(name)
        if version == SHIPPED:
            _shipped(app, name)
        else:
            record = shelf.record(name, version)
            open_chosen(model_shelf.chosen(desk, record, model_shelf.revoked(desk)))
        if before != version:
            with desk.changing():
                model_shelf.save(desk, shelf.using(name, version))
                desk.tell(
                    "model_switched",
                    model=name,
                    from_version=before or _shipped_word(app, name),
                    to_version=version or _shipped_word(app, name),
                )
    model_shelf.take_up(app)


def remove(app: Application, name: str, version: str) -> None:
    """Remove an installed version.

    Raises
    ------
    InvalidEntry
        ``model_version_unknown``; ``model_in_use`` while there is another one to switch to.
    """
    with app.access.using(Action.INSTALL_MODEL) as desk:
        shelf = model_shelf.load(desk)
        record = shelf.record(name, version)
        others = [one for one in shelf.records if one.name == name and one.version != version]
        if shelf.used(name) == version and (others or _has_shipped(app, name)):
            raise InvalidEntry("model_in_use", name=name, version=version)
        with desk.changing():
            model_shelf.save(desk, shelf.without(name, version))
            desk.tell("model_removed", model=name, version=version, sha256=record.sha256)
        # The list decides, not the folder: what can't be deleted now is not used any more.
        folder = model_shelf.folder_of(desk, record)
        shutil.rmtree(folder, ignore_errors=True)
        with suppress(OSError):  # other versions lie beside it
            folder.parent.rmdir()
    model_shelf.take_up(app)


def is_on_trial(app: Application, identity: ModelIdentity) -> bool:
    """Whether results of that model are shown without being used for sorting or assessment."""
    return app.registry.is_on_trial(identity.name, identity.version)


def set_trial(desk: Desk, name: str, version: str, *, on_trial: bool) -> None:
    """Note that a version was validated here, or that its validation lapsed.

    For the operation that proves it, inside its own transaction and under its own permission;
    `model_shelf.take_up` has to follow it.

    Raises
    ------
    InvalidEntry
        ``model_version_unknown``.
    """
    shelf = model_shelf.load(desk)
    record = replace(shelf.record(name, version), on_trial=on_trial)
    model_shelf.save(desk, shelf.with_record(record))
    action = "model_on_trial" if on_trial else "model_validated"
    desk.tell(action, model=name, version=version, sha256=record.sha256)


def _entry(desk: Desk, record: Record, gone: Revoked | None) -> Entry:
    shelf = model_shelf.load(desk)
    entry = Entry(
        record.name,
        record.version,
        shipped=False,
        in_use=shelf.used(record.name) == record.version,
        on_trial=record.on_trial,
        fingerprint=trust.fingerprint(record.signer),
        signer_name=_name_of(desk, record.signer),
    )
    if gone is None:
        return replace(entry, error=ModelRejected("revocations_damaged"))
    one = model_shelf.chosen(desk, record, gone)
    entry = replace(entry, revoked=one.revoked, standing=model_shelf.standing(desk, record.signer))
    try:
        # What a revoked package says of itself is still shown.
        package = open_chosen(replace(one, revoked=False))
        entry = replace(entry, manifest=package.manifest, card=package.card())
        open_chosen(one)
    except ModelRejected as error:
        return replace(entry, error=error)
    return entry


def _name_of(desk: Desk, public: str) -> str:
    return next((one.name for one in model_shelf.signers(desk) if one.public == public), "")


def _revoked(desk: Desk) -> Revoked | None:
    try:
        return model_shelf.revoked(desk)
    except ModelRejected:
        return None


def _card(package: Package) -> str:
    try:
        return package.card()
    except ModelRejected:
        return ""


def _shipped(app: Application, name: str) -> Package:
    for package in app.registry.shipped.packages:
        if package.name == name:
            return package
    raise InvalidEntry("model_unknown", name=name[:60])


def _has_shipped(app: Application, name: str) -> bool:
    return any(package.name == name for package in app.registry.shipped.packages)


def _shipped_word(app: Application, name: str) -> str:
    versions = (p.manifest.version for p in app.registry.shipped.packages if p.name == name)
    return next(versions, "none")


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else 0 for part in version.split("."))
