"""Sentences with what their red flags must be, as red_flag_sentences.txt has them."""

import re
from dataclasses import dataclass
from pathlib import Path

from meddx_desktop.core.domain.note import Measured, Mention, MentionKind, Span
from meddx_desktop.core.domain.patient import DAYS_PER_MONTH, DAYS_PER_YEAR, Sex
from meddx_desktop.core.notes.paragraphs import paragraphs
from meddx_desktop.core.notes.red_flags import find_flags
from meddx_desktop.core.notes.sections import find_sections
from meddx_desktop.core.notes.sentences import sentences

_LINE = re.compile(
    r"(?P<language>en|zh)(?P<sign>[+?-]) (?:\{(?P<known>[^}]*)\} )?(?P<text>.*) \| (?P<why>.*)"
)
_DAYS = {"d": 1, "m": DAYS_PER_MONTH, "y": DAYS_PER_YEAR}


@dataclass(frozen=True)
class Case:
    key: str
    language: str
    sign: str
    known: dict
    text: str
    why: str

    def __str__(self):
        return f"{self.key} {self.language}{self.sign} {self.text[:50]}"


def cases():
    found, key = [], ""
    for line in (Path(__file__).parent / "red_flag_sentences.txt").read_text("utf-8").splitlines():
        if line.startswith("== "):
            key = line[3:]
        elif line and not line.startswith("#"):
            match = _LINE.fullmatch(line)
            known = dict(one.split("=") for one in (match["known"] or "").split())
            found.append(
                Case(key, match["language"], match["sign"], known, match["text"], match["why"])
            )
    return found


def flags(text, known=None):
    """All flags of a text; vital signs among what is known stand as mentions at its end."""
    known = dict(known or {})
    age, sex, pregnant = (known.pop(key, None) for key in ("age", "sex", "pregnant"))
    cut = paragraphs(text)
    end = len(text)
    measured = [
        Mention(
            Span(end - 1, end),
            text[-1:],
            MentionKind.VITAL_SIGN,
            measured=(Measured(name, float(value), None),),
        )
        for name, value in known.items()
    ]
    return find_flags(
        text,
        sentences(text, cut),
        measured,
        sections=find_sections(text, cut),
        age_days=None if age is None else round(int(age[:-1]) * _DAYS[age[-1]]) + (age[-1] != "d"),
        sex=None if sex is None else Sex(sex),
        pregnant=None if pregnant is None else pregnant == "yes",
    )


def answer(case):
    """What the rule of the case said: ``+``, ``?`` or ``-``."""
    flag = next((one for one in flags(case.text, case.known) if one.name == case.key), None)
    return "-" if flag is None else "?" if flag.possible else "+"
