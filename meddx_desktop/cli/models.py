"""`meddx models`: list, show, verify; what else is done needs a sign-in, see `model_packs`."""

import argparse
from typing import Any

from meddx_desktop.cli import model_packs
from meddx_desktop.cli.language import translation
from meddx_desktop.cli.output import json_line, line, table
from meddx_desktop.core.errors import InvalidEntry, MedDxError
from meddx_desktop.core.operations import models, open_application
from meddx_desktop.core.operations.application import Application
from meddx_desktop.words import sentence, terminal


def run(options: argparse.Namespace) -> int:
    """Run one of the actions; returns the exit code."""
    if options.action in model_packs.ACTIONS:
        return model_packs.run(options)
    app = open_application()
    as_json = options.format == "json"
    if options.action == "list":
        return _list(app, as_json=as_json)
    if options.action == "show":
        return _show(app, options.name, as_json=as_json)
    return _verify(app, options.name, as_json=as_json)


def _list(app: Application, *, as_json: bool) -> int:
    rows: list[dict[str, Any]] = [
        {
            "name": package.name,
            "version": package.manifest.version,
            "task": package.manifest.task,
            "variants": [variant.precision for variant in package.variants],
            "findings": [label.name for label in package.manifest.labels if label.shown],
            "licence": package.manifest.licence,
        }
        for package in models.packages(app)
    ]
    if as_json:
        for row in rows:
            json_line(row)
    else:
        cells = [
            (
                row["name"],
                row["version"],
                row["task"],
                ", ".join(row["variants"]),
                ", ".join(row["findings"]) or "-",
            )
            for row in rows
        ]
        for text in table(cells, header=("name", "version", "task", "variants", "findings")):
            line(text)
    return _refusals(app, as_json=as_json)


def _refusals(app: Application, *, as_json: bool) -> int:
    refused = models.refused(app)
    for refusal in refused:
        _error(str(refusal.parameters.get("name", "")), refusal, as_json=as_json)
    return 1 if refused else 0


def _show(app: Application, name: str, *, as_json: bool) -> int:
    package = app.registry.package(name)
    if as_json:
        json_line(
            {
                "name": package.name,
                "folder": str(package.folder),
                "version": package.manifest.version,
                "files": dict(package.manifest.files),
                "card": package.card(),
            }
        )
    else:
        line(package.card())
    return 0


def _verify(app: Application, name: str | None, *, as_json: bool) -> int:
    failed = False
    for result in models.verify(app, name):
        if result.error is not None:
            failed = True
            _error(result.name, result.error, as_json=as_json)
        elif as_json:
            json_line(
                {
                    "name": result.name,
                    "version": result.version,
                    "ok": True,
                    "provider": result.provider,
                    "left_out": list(result.left_out),
                }
            )
        else:
            facts = {"version": result.version, "provider": result.provider}
            line(terminal("agrees", translation(), name=result.name, **facts))
            if result.left_out:
                line(terminal("not_in_build", translation(), files=", ".join(result.left_out)))
    if name is None and app.registry.gate is None:
        failed = True
        _error("cxr-gate", InvalidEntry("no_models"), as_json=as_json)
    if name is None and _refusals(app, as_json=as_json):
        failed = True
    return 1 if failed else 0


def _error(name: str, error: MedDxError, *, as_json: bool) -> None:
    translate = str if as_json else translation()
    message = sentence(error.code, error.parameters, translate)
    if as_json:
        json_line({"name": name, "ok": False, "error": {"code": error.code, "message": message}})
    else:
        line(f"{name}: [{error.code}] {message}")
