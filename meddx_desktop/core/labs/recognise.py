"""Which analyte a result is: a code only when panel, specimen and unit agree, else a question.

Names that trap: PCT is plateletcrit or procalcitonin, TP total protein or syphilis, GLU and RBC
are blood's or urine's, a D-dimer is in FEU or DDU. Nothing is guessed: what stays open comes back
with its candidates.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import LOINC, SentResult, Specimen
from meddx_desktop.core.labs.analytes import Analyte, analytes, by_loinc
from meddx_desktop.core.labs.names import Named, Panel, named, panel_of
from meddx_desktop.core.labs.unit_text import kinds, readings
from meddx_desktop.core.labs.units import conversion

_STANDS_IN = {
    Specimen.BLOOD: (Specimen.BLOOD, Specimen.SERUM),
    Specimen.SERUM: (Specimen.SERUM, Specimen.BLOOD),
    Specimen.ARTERIAL_BLOOD: (Specimen.ARTERIAL_BLOOD, Specimen.BLOOD, Specimen.SERUM),
    Specimen.URINE_24H: (Specimen.URINE_24H, Specimen.URINE),
}
"""A tube of blood is often called blood when serum was measured; the first that fits is taken."""
_BLOODS = (Specimen.UNKNOWN, Specimen.BLOOD, Specimen.SERUM, Specimen.ARTERIAL_BLOOD)
_DIMER = re.compile(r"FEU|DDU", re.IGNORECASE)
_COMMON_WORDS = frozenset(
    {"total", "in", "of", "the", "and", "blood", "urine", "whole", "free", "serum", "cells", "per"}
    | {"fraction", "ratio", "high", "sensitivity", "count", "antibody", "test"}
)
_MOLAR_UREA_NITROGEN = "14937-7"


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a result was found to be.

    Attributes
    ----------
    analyte : Analyte | None
        None when it is open or unknown; `candidates` then has what it may be.
    unit : str
        UCUM unit of the sent number; empty when there is none or it is not known.
    code : Code | None
        LOINC code of the result as shown; None wherever something does not agree.
    is_sure : bool
        Panel or specimen were stated and fit.
    """

    analyte: Analyte | None = None
    unit: str = ""
    code: Code | None = None
    cautions: tuple[Reason, ...] = ()
    candidates: tuple[Analyte, ...] = ()
    is_sure: bool = False


def recognise(sent: SentResult, *, beside: frozenset[str] = frozenset()) -> Recognised:
    """The analyte of `sent`, or the question.

    Parameters
    ----------
    sent : SentResult
    beside : frozenset[str]
        Groups (`Analyte.group`) of the results around it that were clear. Without a unit they do
        not tell what a name that traps means: "PCT 0.3" beside a blood count is a question.
    """
    coded = _coded(sent)
    name = _named(sent)
    if coded and name.candidates and not _same_thing(coded, name.candidates):
        return _open(sent, "lab_name_and_code_disagree", (coded, *name.candidates))
    candidates = (coded,) if coded else name.candidates
    if not candidates:
        return Recognised(unit=_first(_units(sent)), cautions=(Reason("lab_not_recognised"),))
    stated, panel = _stated_specimen(sent, name), panel_of(sent.panel)
    fitting = _of_specimen(candidates, stated)
    if not coded and stated is Specimen.UNKNOWN:
        fitting = _not_against(fitting, panel)
    if not fitting:
        return _open(sent, "lab_specimen_does_not_fit", candidates)
    right = _of_value(fitting, sent)
    if not right:
        return _open(sent, "lab_unit_does_not_fit", fitting)
    return _decided(
        sent, coded, name, right, _Evidence(stated, panel, beside, bool(sent.unit.strip()))
    )


@dataclass(frozen=True, slots=True)
class _Evidence:
    specimen: Specimen
    panel: Panel
    beside: frozenset[str]
    has_unit: bool

    def supports(self, one: Analyte) -> bool:
        """Whether specimen, panel or neighbours say that it is this one."""
        if Specimen.UNKNOWN not in (self.specimen, one.specimen):
            return self.specimen is one.specimen
        if self.panel.group:
            return one.group == self.panel.group or one.specimen is self.panel.specimen
        return one.group in self.beside and (self.has_unit or not one.never_assumed)


def _decided(
    sent: SentResult,
    coded: Analyte | None,
    name: Named,
    right: tuple[Analyte, ...],
    evidence: _Evidence,
) -> Recognised:
    cautions: tuple[Reason, ...] = ()
    if len(right) > 1:
        right = tuple(one for one in right if evidence.supports(one)) or right
    if len(right) > 1 and evidence.specimen is Specimen.UNKNOWN:
        right = _by_unit(right, sent)
    if len(right) > 1:
        assumed = _assumed(right, evidence)
        if assumed is None:
            return _open(sent, "lab_which_analyte", right)
        right, cautions = (assumed,), (Reason("lab_specimen_assumed"),)
    one = right[0]
    alone = len(name.candidates) == 1 and not one.never_assumed
    sure = not cautions and (coded is not None or alone or evidence.supports(one))
    if evidence.specimen not in (Specimen.UNKNOWN, one.specimen) and not coded:
        sure = False
    return _finished(sent, coded, one, cautions, sure)


def _finished(
    sent: SentResult,
    coded: Analyte | None,
    one: Analyte,
    cautions: tuple[Reason, ...],
    sure: bool,
) -> Recognised:
    unit = _first(reading for reading in _units(sent) if one.takes(reading))
    if not unit and one.unit_may_be_missing and not sent.unit.strip():
        unit = one.unit
    loinc = _sent_loinc(sent)
    if _is_urea(one, unit, loinc):
        one, sure = analytes()["urea"], False
        cautions = (*cautions, Reason("lab_bun_is_urea"))
    code = _code(sent, one, unit, loinc if coded else "") if sure else None
    if loinc and coded and code and code.value != loinc and not _other_scale(one, unit):
        cautions = (*cautions, Reason("lab_code_and_unit_disagree", {"code": loinc}))
    return Recognised(one, unit, code, cautions, (one,), sure)


def _is_urea(one: Analyte, unit: str, loinc: str) -> bool:
    """Urea nitrogen in mmol/L is nearly always urea; the number is the same either way."""
    molar = kinds().get(unit) == "substance/volume"
    return one.id == "urea_nitrogen" and molar and loinc != _MOLAR_UREA_NITROGEN


def _other_scale(one: Analyte, unit: str) -> bool:
    """Whether showing it changes the property that LOINC codes tell apart (mass to molar)."""
    return kinds().get(unit) != one.kind


def _code(sent: SentResult, one: Analyte, unit: str, loinc: str) -> Code | None:
    if _is_words(sent):
        value = loinc or one.code_for("text")
    elif not unit:
        value = ""
    else:
        shown = one.unit if conversion(unit, one.unit, one.substance) else unit
        keeps = loinc in one.also_loinc and kinds().get(unit) == kinds().get(shown)
        value = loinc if keeps else one.code_for(shown)
    return Code(value, LOINC, one.english) if value else None


def _sent_loinc(sent: SentResult) -> str:
    return _first(code.value for code in sent.codes if code.scheme == LOINC)


def _coded(sent: SentResult) -> Analyte | None:
    found = [by_loinc().get(code.value) for code in sent.codes if code.scheme == LOINC]
    return next((one for one in found if one), None)


def _named(sent: SentResult) -> Named:
    others = [code.value for code in sent.codes if code.scheme != LOINC]
    meanings = [code.meaning for code in sent.codes]
    found = (named(text) for text in (*sent.names, *meanings, *others) if text)
    return next((one for one in found if one.candidates), Named())


def _same_thing(coded: Analyte, candidates: tuple[Analyte, ...]) -> bool:
    """Whether a code and a name can mean the same, the specimen left aside."""
    words = _words(coded)
    return any(one is coded or words & _words(one) for one in candidates)


def _words(one: Analyte) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z0-9]+", one.english.casefold())) - _COMMON_WORDS


def _stated_specimen(sent: SentResult, name: Named) -> Specimen:
    if sent.specimen is not Specimen.UNKNOWN:
        return sent.specimen
    return name.specimen


def _of_specimen(candidates: tuple[Analyte, ...], stated: Specimen) -> tuple[Analyte, ...]:
    if stated is Specimen.UNKNOWN:
        return candidates
    for specimen in _STANDS_IN.get(stated, (stated,)):
        found = tuple(one for one in candidates if one.specimen is specimen)
        if found:
            return found
    return ()


def _not_against(candidates: tuple[Analyte, ...], panel: Panel) -> tuple[Analyte, ...]:
    """Without what is blood's in a battery of urine: its UA is no uric acid."""
    if panel.specimen in _BLOODS:
        return candidates
    return tuple(one for one in candidates if one.specimen not in _BLOODS[1:])


def _is_words(sent: SentResult) -> bool:
    return sent.value is None or sent.value.number is None


def _of_value(candidates: tuple[Analyte, ...], sent: SentResult) -> tuple[Analyte, ...]:
    """Those that can have this kind of value in this unit; one missing or unknown excludes none."""
    if sent.value is None:
        return candidates
    if _is_words(sent):
        return tuple(one for one in candidates if one.may_be_text) or candidates
    units = _units(sent)
    if not units:
        return candidates
    return tuple(one for one in candidates if any(map(one.takes, units)))


def _by_unit(candidates: tuple[Analyte, ...], sent: SentResult) -> tuple[Analyte, ...]:
    """Without those that nobody writes in this unit, where the table says so."""
    units = _units(sent)
    kept = tuple(
        one
        for one in candidates
        if not one.told_apart_by_unit or not units or set(units) & set(one.told_apart_by_unit)
    )
    return kept or candidates


def _assumed(candidates: tuple[Analyte, ...], evidence: _Evidence) -> Analyte | None:
    """Blood's, where the plain name by custom means blood and nothing speaks of a specimen."""
    known = evidence.specimen is not Specimen.UNKNOWN or evidence.panel.group
    if known or any(one.never_assumed for one in candidates):
        return None
    usual = [one for one in candidates if one.specimen in (Specimen.SERUM, Specimen.BLOOD)]
    return usual[0] if len(usual) == 1 else None


def _units(sent: SentResult) -> tuple[str, ...]:
    found = readings(sent.unit, is_ucum=sent.unit_is_ucum)
    marks = {
        mark.upper() for mark in _DIMER.findall(" ".join((*sent.names, sent.method, sent.note)))
    }
    if len(marks) != 1:
        return found
    marked = tuple(f"{unit}{{{next(iter(marks))}}}" for unit in found)
    return tuple(unit for unit in marked if unit in kinds()) or found


def _open(sent: SentResult, code: str, candidates: tuple[Analyte, ...]) -> Recognised:
    distinct = tuple(dict.fromkeys(candidates))
    listed = " ".join(one.id for one in distinct)
    reason = Reason(code, {"candidates": listed, "unit": sent.unit})
    return Recognised(unit=_first(_units(sent)), cautions=(reason,), candidates=distinct)


def _first(texts: Iterable[str]) -> str:
    return next(iter(texts), "")
