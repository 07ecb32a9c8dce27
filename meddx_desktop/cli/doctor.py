"""`meddx doctor`: one page that a clinic can read out on the telephone."""

import argparse

from meddx_desktop.cli.language import translation
from meddx_desktop.cli.output import json_line, line
from meddx_desktop.core.operations import checkup, open_application
from meddx_desktop.core.operations.checkup import Answer, Verdict
from meddx_desktop.words import Translate, safety, terminal

_MARKS = {Verdict.GOOD: "[ ok ]", Verdict.WARNING: "[ ?? ]", Verdict.BAD: "[FAIL]"}
_CAN_FAIL = frozenset({"data_folder", "model", "gate", "device", "clock", "fonts", "knowledge"})


def run(options: argparse.Namespace) -> int:
    """Print the check-up; returns 1 when something failed."""
    translate = translation()
    answers = checkup.examine(open_application())
    for answer in answers:
        if options.format == "json":
            json_line(
                {"question": answer.question, "verdict": answer.verdict.value, **answer.facts}
            )
        else:
            line(f"{_MARKS[answer.verdict]} {_words(answer, translate)}")
    if options.format == "table":
        line("")
        line(safety("support", translate))
    return 1 if any(answer.verdict is Verdict.BAD for answer in answers) else 0


def _words(answer: Answer, translate: Translate) -> str:
    key = answer.question
    if "state" in answer.facts:
        return terminal(f"{key}_{answer.facts['state']}", translate, **answer.facts)
    if answer.verdict is not Verdict.GOOD and key in _CAN_FAIL:
        key = f"{key}_bad"
    elif key == "model":
        key = "model_agrees"
    return terminal(key, translate, **answer.facts)
