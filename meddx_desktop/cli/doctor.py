"""`meddx doctor`: one page that a clinic can read out on the telephone."""

import argparse

from meddx_desktop.cli.output import json_line, line
from meddx_desktop.core.operations import checkup, open_application
from meddx_desktop.core.operations.checkup import Answer, Verdict
from meddx_desktop.words import safety

_MARKS = {Verdict.GOOD: "[ ok ]", Verdict.WARNING: "[ ?? ]", Verdict.BAD: "[FAIL]"}

_TEXTS = {
    "program": "MedDx Desktop {version}, Python {python}, installed build: {frozen}",
    "system": "{system}, {cores} processor cores",
    "memory": "Memory: {gigabytes} GB",
    "disk": "Free disk space: {free_gigabytes} GB",
    "data_folder": "Data folder can be written: {folder}",
    "model": "Model {name} {version}: files, shapes and sample agree",
    "gate": "The gate model is there",
    "device": "Device: asked for {asked}, runs on {used}, {threads} thread(s) per film",
    "clock": "Clock (UTC): {utc}",
    "fonts": "Fonts for English and Chinese: {shipped}",
    "store": "This version keeps cases in memory only: nothing is saved, nothing is encrypted",
}
_FAILED = {
    "data_folder": "Data folder can't be written: {folder}. Settings are lost at the end.",
    "model": "Model {name} {version} is not used [{code}]. Install the package again.",
    "gate": "The gate model is missing: no film can be scored. Install the package cxr-gate.",
    "device": "Device: asked for {asked}, but {used} runs. Update the card's driver or choose cpu.",
    "clock": "The clock shows {utc} (UTC), before this program was made. Set it: ages need it.",
    "fonts": "The program's fonts are missing. Install it again.",
}


def run(options: argparse.Namespace) -> int:
    """Print the check-up; returns 1 when something failed."""
    answers = checkup.examine(open_application())
    for answer in answers:
        if options.format == "json":
            json_line(
                {"question": answer.question, "verdict": answer.verdict.value, **answer.facts}
            )
        else:
            line(f"{_MARKS[answer.verdict]} {_words(answer)}")
    if options.format == "table":
        line("")
        line(safety("support"))
    return 1 if any(answer.verdict is Verdict.BAD for answer in answers) else 0


def _words(answer: Answer) -> str:
    texts = _TEXTS if answer.verdict is Verdict.GOOD else _FAILED
    return texts.get(answer.question, _TEXTS[answer.question]).format(**answer.facts)
