"""Typed allergies and drugs, read by the names of the lexicon; the unknown stays as written."""

import re
from collections.abc import Iterable

from meddx_desktop.core.assessment.treatment.drug_names import (
    DrugName,
    DrugNames,
    drug_names,
    fold_name,
)
from meddx_desktop.core.assessment.treatment.knowledge_drugs import drug_knowledge
from meddx_desktop.core.domain.treatment import KnownAllergy, TakenDrug

LONGEST = 4000
"""Signs of one text; what follows is kept as one entry that was not understood."""
_PARTING = re.compile(r"[,，、;；。\n\r\t|]+|\band\b|以及|和|及", re.IGNORECASE)
_DENIED = frozenset(
    {
        *("none", "nil", "no", "nka", "nkda", "no known allergies", "no known drug allergies"),
        *("no known allergy", "no known drug allergy", "no allergies", "no drug allergies"),
        *("denies", "denies allergies", "not known to have any", "no medication", "no medications"),
        *("无", "否认", "没有", "无过敏", "无过敏史", "无药物过敏", "无药物过敏史", "否认过敏史"),
        *("否认药物过敏史", "否认药物过敏", "否认食物药物过敏史", "未服药", "无用药", "无特殊用药"),
    }
)
_FILLERS = frozenset(
    {
        *("allergy", "allergies", "allergic", "allergen", "to", "severe", "mild", "rash", "drug"),
        *("hives", "anaphylaxis", "reaction", "history", "of", "with", "the", "a", "an", "on"),
        *("mg", "g", "ml", "mcg", "ug", "iu", "unit", "units", "tab", "tabs", "tablet", "tablets"),
        *("cap", "caps", "capsule", "capsules", "od", "bd", "bid", "tid", "tds", "qid", "qd", "qn"),
        *("qds", "prn", "po", "iv", "im", "sc", "daily", "twice", "once", "nightly", "weekly"),
        *("per", "day", "every", "hours", "sr", "xr", "er", "mr", "retard", "inhaler", "injection"),
        *("syrup", "cream", "suspension", "sodium", "potassium", "hydrochloride", "times", "x"),
    }
)
_CHINESE_FILLERS = re.compile(
    "药物过敏史|药物过敏|过敏史|过敏性休克|过敏|严重|轻度|皮疹|皮试|阳性|休克|有|对|史|类|药|"
    "每日|每天|每晚|每周|一次|两次|二次|三次|四次|口服|静滴|静脉|肌注|外用|吸入|片|粒|胶囊|颗粒|"
    "注射液|缓释|控释|肠溶|分散|糖浆|混悬|盐酸|硫酸|钠|钾|次|天|周|日|支|袋|半"
)
_WORD = re.compile(r"[A-Za-z]+|[^\W\dA-Za-z_]+")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")


def read_allergies(texts: str | Iterable[str]) -> tuple[KnownAllergy, ...]:
    """Allergies as typed, in one text or in several; a denial alone gives none.

    An allergy that is denied together with its drug ("no penicillin allergy") counts as one:
    a clinician sees the words and decides.
    """
    classes = {word: one.key for one in drug_knowledge().allergies.values() for word in one.words}
    found = []
    for written, rows in _entries(texts):
        of = tuple(dict.fromkeys(classes[row.key] for row in rows if row.key in classes))
        found.append(KnownAllergy(written, _ingredients(rows), of))
    return tuple(dict.fromkeys(found))


def read_drugs(texts: str | Iterable[str]) -> tuple[TakenDrug, ...]:
    """Drugs as typed, in one text or in several; a product is split into its ingredients."""
    return tuple(
        dict.fromkeys(TakenDrug(written, _ingredients(rows)) for written, rows in _entries(texts))
    )


def _entries(texts: str | Iterable[str]) -> list[tuple[str, tuple[DrugName, ...]]]:
    names = drug_names()
    given = [texts] if isinstance(texts, str) else list(texts)
    found = []
    for text in given:
        pieces = [fold_name(piece) for piece in _PARTING.split(text[:LONGEST])]
        pieces += [fold_name(text[LONGEST:])]
        for piece in pieces:
            if piece and piece.casefold().strip(" .!-") not in _DENIED:
                found += _entry(piece, names)
    return found


def _entry(piece: str, names: DrugNames) -> list[tuple[str, tuple[DrugName, ...]]]:
    """One entry for what is known, one for each word that is not."""
    matches = names.find(piece[:LONGEST])
    if not matches:
        return [(piece, ())]
    rest, last = "", 0
    for start, end, _ in matches:
        rest += piece[last:start] + " "
        last = end
    rest = _CHINESE_FILLERS.sub(" ", _ASIDE.sub(" ", rest + piece[last:]))
    unknown = [
        word for word in _WORD.findall(rest) if len(word) > 1 and word.casefold() not in _FILLERS
    ]
    known = tuple(dict.fromkeys(row for _, _, row in matches if row.ingredients))
    # A product of herbs or a class of its own: beside a known drug it must not look like checked.
    alone = [
        (piece[start:end] if len(matches) > 1 else piece, (row,))
        for start, end, row in matches
        if not row.ingredients
    ]
    return [*([(piece, known)] if known else []), *alone, *((word, ()) for word in unknown)]


def _ingredients(rows: Iterable[DrugName]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for row in rows for one in row.ingredients))
