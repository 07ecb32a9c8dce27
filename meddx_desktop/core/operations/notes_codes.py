"""Codes for a mention: those that were offered with it, and those found by words or typed."""

import re

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.note import ICD10CM, Coded, Mention
from meddx_desktop.core.notes.folding import fold
from meddx_desktop.core.notes.lexicon import lexicon
from meddx_desktop.core.operations import notes_codes_list
from meddx_desktop.core.operations.application import Application

MOST = 5
_ICD = re.compile(r"[A-Za-z]\d[0-9A-Za-z](?:\.[0-9A-Za-z]{1,4})?")
_LONGEST = 80


def offered(mention: Mention) -> tuple[Coded, ...]:
    """The codes that came with a mention, the likeliest first."""
    return tuple(sorted(mention.codes, key=lambda one: -one.score))[:MOST]


def near(app: Application, words: str) -> tuple[Coded, ...]:
    """The codes nearest to some words, of the site's own list where it has one. Slow at first.

    Raises
    ------
    BadOutput, ModelRejected, StoreRefused, StoreDamaged
        No codes can be looked for.
    """
    return notes_codes_list.nearest(app, words[:_LONGEST], codes=notes_codes_list.opened(app))


def search(words: str) -> tuple[Coded, ...]:
    """Codes of the terms in some words; a code of ICD-10-CM as it is typed stands first."""
    plain = " ".join(words.split())[:_LONGEST]
    found: dict[tuple[str, str], Coded] = {}
    if _ICD.fullmatch(plain):
        typed = Code(plain.upper(), ICD10CM, "")
        found[ICD10CM, typed.value] = Coded(typed)
    for match in lexicon().matches(plain, fold(plain)):
        for code in match.concept.codes:
            found.setdefault((code.scheme, code.value), Coded(code))
    return tuple(found.values())
