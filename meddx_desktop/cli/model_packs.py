"""`meddx models install`, `export` and the others that work on a store."""

import argparse
from collections.abc import Callable
from typing import Any

from meddx_desktop.cli import at_store
from meddx_desktop.cli.language import translation
from meddx_desktop.cli.output import json_line, line, table
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations import model_list, model_packs, model_trust, risks
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.model_list import Entry
from meddx_desktop.core.operations.model_trust import Written
from meddx_desktop.words import label, sentence, terminal

SHIPPED = "shipped"


def run(options: argparse.Namespace) -> int:
    """Run one of `ACTIONS`; returns the exit code."""
    try:
        with at_store.signed_in(options) as app:
            return ACTIONS[options.action](app, options)
    except MedDxError as error:
        return at_store.failed(options, error)


def _installed(app: Application, options: argparse.Namespace) -> int:
    entries = model_list.listed(app)
    if options.format == "json":
        for entry in entries:
            json_line(_record(entry))
        return 0
    translate = translation()
    rows = [
        (
            entry.name,
            entry.version,
            ", ".join(label(f"model.{state}", translate) for state in entry.states),
            entry.signer_name or entry.fingerprint or "-",
        )
        for entry in entries
    ]
    for text in table(rows, header=("name", "version", "state", "signer")):
        line(text)
    for entry in entries:
        if entry.error is not None:
            told = sentence(entry.error.code, entry.error.parameters, translate)
            line(f"{entry.name} {entry.version}: [{entry.error.code}] {told}")
    return 0


def _record(entry: Entry) -> dict[str, Any]:
    return {
        "name": entry.name,
        "version": entry.version,
        "states": list(entry.states),
        "signer": entry.fingerprint,
        "signer_name": entry.signer_name,
        "error": entry.error.code if entry.error else None,
    }


def _install(app: Application, options: argparse.Namespace) -> int:
    with at_store.progress() as context:
        offer = model_packs.install(
            app, at_store.path(options.file), typed=options.type_name, context=context
        )
    name, version = offer.manifest.name, offer.manifest.version
    waits = not any(
        (one.name, one.version) == (name, version) and one.in_use for one in model_list.listed(app)
    )
    record = {"name": name, "version": version, "sha256": offer.sha256, "signer": offer.fingerprint}

    def words() -> str:
        told = [terminal("pack_installed", translation(), name=name, version=version)]
        if waits:
            told.append(terminal("pack_not_in_use", translation(), name=name, version=version))
        return "\n".join(told)

    at_store.tell(options, {**record, "in_use": not waits}, words)
    return 0


def _use(app: Application, options: argparse.Namespace) -> int:
    version = model_list.SHIPPED if options.version == SHIPPED else options.version
    model_list.use(app, options.name, version)
    return _told(options, "pack_used", name=options.name, version=options.version)


def _remove(app: Application, options: argparse.Namespace) -> int:
    model_list.remove(app, options.name, options.version)
    return _told(options, "pack_removed", name=options.name, version=options.version)


def _switch(app: Application, options: argparse.Namespace) -> int:
    risks.switch(app, options.name, on=options.state == "on")
    return _told(options, f"risk_{options.state}", name=options.name)


def _share(app: Application, options: argparse.Namespace) -> int:
    risks.set_share(app, options.name, options.share)
    shown = "-" if options.share is None else str(options.share)
    return _told(options, "risk_share", name=options.name, share=shown)


def _export(app: Application, options: argparse.Namespace) -> int:
    out = at_store.path(options.out)
    return _written(options, model_trust.export(app, options.name, options.version, out))


def _pack(app: Application, options: argparse.Namespace) -> int:
    folder, out = at_store.path(options.folder), at_store.path(options.out)
    return _written(options, model_trust.pack_folder(app, folder, out))


def _signers(app: Application, options: argparse.Namespace) -> int:
    own, known = model_trust.own_fingerprint(app), model_trust.signers(app)
    record = {
        "own": own,
        "signers": [{"name": one.name, "fingerprint": one.fingerprint} for one in known],
    }

    def words() -> str:
        told = [terminal("own_signer", translation(), fingerprint=own)]
        for one in known:
            facts = {"name": one.name, "fingerprint": one.fingerprint}
            told.append(terminal("signer_line", translation(), **facts))
        return "\n".join(told)

    at_store.tell(options, record, words)
    return 0


def _believe(app: Application, options: argparse.Namespace) -> int:
    offer = model_packs.look(app, at_store.path(options.file))
    model_trust.believe(app, offer.signer, options.name, fingerprint=options.fingerprint)
    return _told(options, "signer_now_known", name=options.name)


def _doubt(app: Application, options: argparse.Namespace) -> int:
    model_trust.doubt(app, options.fingerprint)
    return _told(options, "signer_now_unknown", fingerprint=options.fingerprint)


def _revoke(app: Application, options: argparse.Namespace) -> int:
    out = at_store.path(options.out)
    return _written(options, model_trust.revoke(app, options.name, options.version, out))


def _revoked(app: Application, options: argparse.Namespace) -> int:
    count = model_trust.take_revoked(app, at_store.path(options.file))
    return _told(options, "revocations_taken", count=count)


def _written(options: argparse.Namespace, written: Written) -> int:
    return _told(options, "pack_written", file=str(written.file), fingerprint=written.fingerprint)


def _told(options: argparse.Namespace, key: str, **facts: str | int) -> int:
    at_store.tell(options, dict(facts), lambda: terminal(key, translation(), **facts))
    return 0


ACTIONS: dict[str, Callable[[Application, argparse.Namespace], int]] = {
    "installed": _installed,
    "install": _install,
    "use": _use,
    "remove": _remove,
    "export": _export,
    "pack": _pack,
    "signers": _signers,
    "switch": _switch,
    "share": _share,
    "believe": _believe,
    "doubt": _doubt,
    "revoke": _revoke,
    "revoked": _revoked,
}
