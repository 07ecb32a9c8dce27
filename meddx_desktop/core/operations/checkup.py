"""`meddx doctor`: is this installation fit to work? One line per question, words elsewhere."""

import os
import platform
import shutil
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from meddx_desktop import __version__
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.inference.session import CPU, CUDA, NoGpu, choose_device
from meddx_desktop.core.operations import assessment, models, protection, sentinel
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.protection import Place, Risk
from meddx_desktop.core.paths import RESOURCES, data_folder, private_folder
from meddx_desktop.core.store import keys_file

_LEAST_FREE_GB = 2.0
_LEAST_MEMORY_GB = 3.5


class Verdict(StrEnum):
    """How an answer is to be taken."""

    GOOD = "ok"
    WARNING = "warning"
    BAD = "failed"


@dataclass(frozen=True, slots=True)
class Answer:
    """One question of the check-up."""

    question: str
    verdict: Verdict
    facts: dict[str, str | int | float]


def examine(app: Application) -> tuple[Answer, ...]:
    """Ask everything; nothing here changes the installation."""
    return (
        Answer(
            "program",
            Verdict.GOOD,
            {
                "version": __version__,
                "python": sys.version.split()[0],
                "frozen": str(getattr(sys, "frozen", False)).lower(),
            },
        ),
        Answer(
            "system", Verdict.GOOD, {"system": platform.platform(), "cores": os.cpu_count() or 0}
        ),
        _memory(),
        _disk(),
        _data_folder(),
        *_models(app),
        _device(app),
        _clock(),
        _fonts(),
        _knowledge(),
        *_store(app.folder),
        *_sentinel(app),
        *(_protection(place) for place in protection.examine(_nearest(app.folder))),
    )


def _memory() -> Answer:
    try:
        total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    except (AttributeError, ValueError, OSError):
        return Answer("memory", Verdict.WARNING, {"gigabytes": "unknown"})
    enough = Verdict.GOOD if total >= _LEAST_MEMORY_GB else Verdict.WARNING
    return Answer("memory", enough, {"gigabytes": round(total, 1)})


def _disk() -> Answer:
    place = _nearest(data_folder())
    free = shutil.disk_usage(place).free / 1e9
    enough = Verdict.GOOD if free >= _LEAST_FREE_GB else Verdict.WARNING
    return Answer("disk", enough, {"free_gigabytes": round(free, 1)})


def _nearest(path: Path) -> Path:
    """The folder itself or the nearest one above it that is there."""
    return next(folder for folder in (path, *path.parents) if folder.exists())


def _data_folder() -> Answer:
    try:
        folder = private_folder(data_folder())
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"meddx")
    except OSError:
        return Answer("data_folder", Verdict.BAD, {"folder": str(data_folder())})
    return Answer("data_folder", Verdict.GOOD, {"folder": str(folder)})


def _models(app: Application) -> list[Answer]:
    answers = [
        Answer(
            "model",
            Verdict.BAD if result.error else Verdict.GOOD,
            {
                "name": result.name,
                "version": result.version,
                "code": result.error.code if result.error else "",
            },
        )
        for result in models.verify(app)
    ]
    answers += [
        Answer(
            "model",
            Verdict.BAD,
            {"name": str(refusal.parameters.get("name", "")), "version": "", "code": refusal.code},
        )
        for refusal in models.refused(app)
    ]
    if app.registry.gate is None:
        answers.append(Answer("gate", Verdict.BAD, {}))
    return answers


def _device(app: Application) -> Answer:
    """What was asked for against what runs: the library falls back without a word."""
    device = choose_device(app.settings.text("device"))
    running = CPU
    for package in models.packages(app):
        running = app.pool.session(package).provider
    as_asked = device.asked != "cuda" or running == CUDA
    facts: dict[str, str | int | float] = {
        "asked": device.asked,
        "used": running,
        "threads": int(app.settings.number("inference_threads")),
    }
    if device.why in (NoGpu.NOT_IN_BUILD, NoGpu.NO_CARD):
        facts["state"] = device.why.value
    return Answer("device", Verdict.GOOD if as_asked else Verdict.WARNING, facts)


def _clock() -> Answer:
    """A clock before this version was made is surely wrong, and ages hang on it."""
    now = datetime.now(UTC)
    # The installed program's modules lie inside its start file.
    made = Path(sys.executable if getattr(sys, "frozen", False) else __file__)
    built = datetime.fromtimestamp(made.stat().st_mtime, UTC)
    return Answer(
        "clock",
        Verdict.GOOD if now >= built else Verdict.WARNING,
        {"utc": now.strftime("%Y-%m-%d %H:%M")},
    )


def _fonts() -> Answer:
    shipped = sorted(path.name for path in (RESOURCES / "fonts").glob("*.otf"))
    return Answer(
        "fonts", Verdict.GOOD if shipped else Verdict.WARNING, {"shipped": ", ".join(shipped)}
    )


def _knowledge() -> Answer:
    """Whether the conditions of the assessment can be read; the reason names the file."""
    try:
        count = assessment.check_knowledge()
    except MedDxError as error:
        told = {"code": error.code, "file": str(error.parameters.get("file", ""))}
        return Answer("knowledge", Verdict.BAD, {**told})
    return Answer("knowledge", Verdict.GOOD, {"conditions": count})


def _store(folder: Path) -> list[Answer]:
    """Whether there is a store, and how dear a guess at a passphrase is; opens nothing."""
    if not (folder / keys_file.FILE).exists():
        return [Answer("store_none", Verdict.GOOD, {"folder": str(folder)})]
    try:
        users = keys_file.load(folder).users
    except MedDxError as error:
        return [Answer("store_keys", Verdict.BAD, {"folder": str(folder), "code": error.code})]
    weakest = min((user.parameters for user in users), key=lambda cost: cost.memory_kib)
    return [
        Answer(
            "store",
            Verdict.GOOD,
            {
                "folder": str(folder),
                "users": len(users),
                "memory_mb": round(weakest.memory_kib / 1024),
                "iterations": weakest.iterations,
                "lanes": weakest.lanes,
            },
        )
    ]


def _sentinel(app: Application) -> list[Answer]:
    """What shifted at the last change of models, if there is a store that looked."""
    if not (app.folder / keys_file.FILE).exists():
        return []
    last = sentinel.last(app.folder)
    if last is None:
        return [Answer("sentinel", Verdict.WARNING, {"state": "none"})]
    facts: dict[str, str | int | float] = {
        "at": last.at,
        "films": last.films,
        "largest": last.largest,
        "calls": last.calls,
        "lost": last.lost,
    }
    if last.mark != sentinel.mark(app):
        return [Answer("sentinel", Verdict.WARNING, {"state": "due", **facts})]
    state = "shifted" if last.matters else "same"
    verdict = Verdict.WARNING if last.matters else Verdict.GOOD
    return [Answer("sentinel", verdict, {"state": state, **facts})]


def _protection(place: Place) -> Answer:
    """Nothing here makes the program unfit: it says what to switch off."""
    verdict = Verdict.GOOD if place.risk is Risk.SAFE else Verdict.WARNING
    return Answer(place.question, verdict, {"state": place.risk.value, "what": place.what})
