"""Join the sources into one lexicon: each form leads to one concept, our own words first."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.note import DRUGBANK, HPO, ICD10CM
from meddx_desktop.core.notes.find.labs import ANALYTE, EXACT_ANALYTE
from meddx_desktop.core.notes.folding import fold_term
from meddx_desktop.core.notes.lexicon import EXACT, Concept, TermKind
from training.notes_lexicon import clean, sources

PHENOTYPE = "HP:0000118"
_INJURIES = tuple("STVWXYZ")
_SYMPTOMS = "R"


class BuildRefused(Exception):
    """A file written here names what the terminology does not know."""


@dataclass
class Lexicon:
    """The forms so far, and the concepts by their key."""

    forms: dict[str, str]
    concepts: dict[str, Concept]

    def add(self, concept: Concept, forms: Iterable[str]) -> None:
        """Add a concept under those of its forms that no earlier concept has."""
        self.concepts.setdefault(concept.key, concept)
        for form in forms:
            self.forms.setdefault(form, concept.key)

    def code(self, key: str, code: Code) -> None:
        """Give a concept a code, unless it has one of the same scheme."""
        concept = self.concepts[key]
        if all(one.scheme != code.scheme for one in concept.codes):
            self.concepts[key] = replace(concept, codes=(*concept.codes, code))

    def result(self) -> dict[str, Concept]:
        """Each form with its concept."""
        return {form: self.concepts[key] for form, key in self.forms.items()}


def build(data: Path, resources: Path) -> tuple[Lexicon, dict[str, str]]:
    """Build the lexicon; returns it and the version of each source."""
    version, hpo = sources.hpo(data)
    icd = sources.icd10cm(data)
    stop = clean.stop_list("stop_english.txt")
    stop_zh = clean.stop_list("stop_chinese.txt")
    lexicon = Lexicon({}, {})
    _common(lexicon, resources / "common.tsv", hpo, icd)
    drugs = _drugs(lexicon, resources / "drugs.tsv", sources.drugbank(data))
    _hpo(lexicon, hpo, stop)
    _mesh(lexicon, sources.mesh(data), stop)
    _icd(lexicon, icd, stop)
    _drugbank(lexicon, sources.drugbank(data), stop, drugs)
    _chinese(lexicon, data, stop_zh)
    _analytes(lexicon, resources.parent / "analytes")
    return lexicon, {"HPO": version, "ICD-10-CM": "2026-04"}


def _forms(written: sources.Written) -> list[str]:
    words = (*written.english, *written.chinese)
    return [word if word.startswith(EXACT) else fold_term(word) for word in words]


def _common(
    lexicon: Lexicon, path: Path, hpo: dict[str, sources.Term], icd: dict[str, sources.Term]
) -> None:
    for row in sources.written(path, width=8, english=4):
        _, kind, icd_code, hpo_code = row.fields[:4]
        codes = []
        for value, scheme, terms in ((icd_code, ICD10CM, icd), (hpo_code, HPO, hpo)):
            if value and value not in terms:
                raise BuildRefused(f"{path.name}: {row.key}: no {scheme} {value}")
            if value:
                codes.append(Code(value, scheme, terms[value].name))
        name = next((form for form in row.english if form[0] != EXACT), row.key)
        chinese = row.chinese[0] if row.chinese else ""
        concept = Concept(row.key, TermKind(kind), name, chinese, tuple(codes), row.fields[6])
        _add_written(lexicon, concept, row, path)


def _add_written(lexicon: Lexicon, concept: Concept, row: sources.Written, path: Path) -> None:
    forms = _forms(row)
    double = [f for f in forms if lexicon.forms.get(f, concept.key) != concept.key]
    if double or concept.key in lexicon.concepts:
        raise BuildRefused(f"{path.name}: {row.key} twice: {double}")
    lexicon.add(concept, forms)


def _drugs(lexicon: Lexicon, path: Path, drugbank: list[sources.Term]) -> dict[str, str]:
    """Add the drugs written here; returns the key of each by its DrugBank id."""
    ids: dict[str, sources.Term] = {}
    for term in reversed(drugbank):
        for name in term.synonyms:
            ids[fold_term(name)] = term
    for term in drugbank:
        ids[fold_term(term.name)] = term
    keys: dict[str, str] = {}
    for row in sources.written(path, width=5, english=1):
        parts = tuple(part for part in row.fields[3].split("+") if part)
        unknown = [part for part in parts if fold_term(part) not in ids]
        if unknown:
            raise BuildRefused(f"{path.name}: {row.key}: DrugBank has no {unknown}")
        found = [ids[fold_term(part)] for part in parts]
        codes = tuple(Code(one.code, DRUGBANK, one.name) for one in found)
        key = f"drug:{row.key}"
        chinese = row.chinese[0] if row.chinese else ""
        concept = Concept(key, TermKind.DRUG, row.key, chinese, codes, "", parts)
        _add_written(lexicon, concept, row, path)
        if len(found) == 1:
            keys.setdefault(found[0].code, key)
    return keys


def _below(terms: dict[str, sources.Term], root: str) -> set[str]:
    children: dict[str, list[str]] = {}
    for term in terms.values():
        for parent in term.parents:
            children.setdefault(parent, []).append(term.code)
    found, waiting = set(), [root]
    while waiting:
        code = waiting.pop()
        if code not in found:
            found.add(code)
            waiting += children.get(code, ())
    return found


_DISEASE_ENDING = re.compile(
    r"(?:itis|oma|leukemia|lymphoma|cancer|disease|syndrome|disorder|fracture|infection|failure"
    r"|fibrillation|neoplasm|infarction|pathy|sclerosis|anemia|diabetes)$"
)
"""HPO names findings; what ends like a disease is one."""


def _hpo(lexicon: Lexicon, terms: dict[str, sources.Term], stop: frozenset[str]) -> None:
    own = {
        code.value: concept.key
        for concept in lexicon.concepts.values()
        for code in concept.codes
        if code.scheme == HPO
    }
    for code in sorted(_below(terms, PHENOTYPE) - {PHENOTYPE}):
        term = terms[code]
        forms = clean.english_forms(term, stop)
        if not forms:
            continue
        key = own.get(code) or lexicon.forms.get(fold_term(term.name))
        if key is None:
            key = code.lower()
            kind = TermKind.PROBLEM if _DISEASE_ENDING.search(forms[0]) else TermKind.SYMPTOM
            lexicon.add(Concept(key, kind, term.name), ())
        if lexicon.concepts[key].kind in (TermKind.DRUG, TermKind.OTHER):
            continue
        lexicon.add(lexicon.concepts[key], forms)
        lexicon.code(key, Code(code, HPO, term.name))


_DISEASE = re.compile(
    r"(?:itis|oma|osis|emia|uria|pathy|plegia|algia|trophy|philia|ectasia|rrhea|ism"
    r"|cele|lepsy|sclerosis)$|\b(?:disease|syndrome|disorder|cancer|neoplasm|tumor"
    r"|infection|injury|fracture|fever|failure|infarction|ischemia|hemorrhage"
    r"|thrombosis|embolism|deficiency|anomaly|defect|malformation|obstruction|stenosis"
    r"|ulcer|abscess|cyst|edema|shock|poisoning|insufficiency|hernia|prolapse"
    r"|perforation|rupture|aneurysm|palsy|paralysis|seizure|epilepsy|dystrophy|atrophy"
    r"|hypertension|hypotension|anemia|leukemia|lymphoma|sarcoma|carcinoma|dermatitis"
    r"|pneumonia|hepatitis|virus|influenza|malaria|necrosis|block|arrhythmia"
    r"|fibrillation|dislocation|sprain|burn|wound|bite|pain|attack|stroke|calculi"
    r"|stone|effusion|spasm|bleeding)\b"
)
"""A name of a disease; the MeSH list holds behaviour and relatives too (mother, sleep)."""


def _mesh(lexicon: Lexicon, terms: list[sources.Term], stop: frozenset[str]) -> None:
    for term in terms:
        forms = clean.english_forms(term, stop)
        if not forms:
            continue
        key = lexicon.forms.get(fold_term(term.name)) or lexicon.forms.get(forms[0])
        if key is None and not _DISEASE.search(forms[0]):
            continue
        if key is None:
            key = f"mesh:{forms[0]}"
            lexicon.add(Concept(key, TermKind.PROBLEM, term.name), ())
        concept = lexicon.concepts[key]
        if concept.kind is TermKind.SYMPTOM and key.startswith("hp:"):
            lexicon.concepts[key] = replace(concept, kind=TermKind.PROBLEM)
        lexicon.add(lexicon.concepts[key], forms)


def _icd(lexicon: Lexicon, terms: dict[str, sources.Term], stop: frozenset[str]) -> None:
    for code, term in sorted(terms.items(), key=lambda one: (len(one[0]), one[0])):
        if code[0] in _INJURIES:
            continue
        forms = clean.english_forms(term, stop)
        if not forms:
            continue
        key = next((lexicon.forms[form] for form in forms if form in lexicon.forms), None)
        if key is None:
            kind = TermKind.SYMPTOM if code[0] == _SYMPTOMS else TermKind.PROBLEM
            key = f"icd10cm:{code}"
            lexicon.add(Concept(key, kind, term.name), ())
        if lexicon.concepts[key].kind in (TermKind.DRUG, TermKind.OTHER):
            continue
        if key.startswith("icd10cm:"):
            lexicon.add(lexicon.concepts[key], forms)
        if lexicon.forms.get(forms[0]) == key:
            lexicon.code(key, Code(code, ICD10CM, term.name))


def _drugbank(
    lexicon: Lexicon, terms: list[sources.Term], stop: frozenset[str], own: dict[str, str]
) -> None:
    for term in terms:
        forms = [form for form in clean.english_forms(term, stop) if len(form.split()) <= 3]
        if not forms:
            continue
        key = own.get(term.code)
        if key is None:
            if fold_term(term.name) not in forms:
                continue
            name = term.name.lower()
            key = f"drug:{name}"
            if key in lexicon.concepts or lexicon.forms.get(fold_term(name)):
                continue
            codes = (Code(term.code, DRUGBANK, term.name),)
            lexicon.add(Concept(key, TermKind.DRUG, name, "", codes, "", (name,)), ())
        lexicon.add(lexicon.concepts[key], forms)


def _chinese(lexicon: Lexicon, data: Path, stop: frozenset[str]) -> None:
    known = frozenset(form for form in lexicon.forms if "一" <= form[:1] <= "鿿")
    lists = {
        name: sources.huatuo(data, name) for name in ("disease", "symptom", "drug", "check")
    } | {"exam": sources.huatuo(data, "physical_examination")}
    every = known | frozenset(lists["disease"]) | frozenset(lists["symptom"])
    for name, kind in (("disease", TermKind.PROBLEM), ("symptom", TermKind.SYMPTOM)):
        for word in clean.chinese_words(lists[name], stop, every):
            lexicon.add(Concept(f"zh:{word}", kind, word, word), [fold_term(word)])
    for word, base in clean.chinese_drugs(lists["drug"], stop).items():
        key = lexicon.forms.get(base) or lexicon.forms.get(clean.without_salt(base))
        if key and lexicon.concepts[key].kind is TermKind.DRUG:
            lexicon.add(lexicon.concepts[key], [fold_term(word)])
        else:
            lexicon.add(Concept(f"drug:{word}", TermKind.DRUG, word, word), [fold_term(word)])
    for word in clean.chinese_procedures([*lists["exam"], *lists["check"]], stop):
        concept = Concept(f"zh:{word}", TermKind.PROCEDURE, word, word)
        lexicon.add(concept, [fold_term(word)])


_NO_ANALYTE = frozenset(
    {"T", "P", "CT", "IP", "OB", "EC", "SI", "FA", "UN", "TS", "SB", "PA", "BE"}
)
"""Short names of analytes that are another word in a note: CT is the scan, PA the view."""


_USUAL = ("serum", "blood")
"""Where a note names no specimen, blood is meant; several analytes of blood stay in doubt (PCT)."""


def _usual(ones: dict[str, tuple[str, str]]) -> set[str]:
    for specimens in (_USUAL, ("arterial_blood",)):
        found = {one for one, (_, specimen) in ones.items() if specimen in specimens}
        if found:
            return found
    return set(ones)


def _analytes(lexicon: Lexicon, folder: Path) -> None:
    """Add the names of laboratory values; one that several analytes have leads to them all."""
    keys: dict[str, dict[str, tuple[str, str]]] = {}
    for path in sorted(folder.glob("*.toml")):
        for one in tomllib.loads(path.read_text(encoding="utf-8"))["analyte"]:
            for name in (one["english"], one["chinese"], *one["names"]):
                if not name or name in _NO_ANALYTE:
                    continue
                short = len(name) <= 3 and name.isascii()
                form = EXACT_ANALYTE + name if short else ANALYTE + fold_term(name)
                keys.setdefault(form, {})[one["id"]] = (one["english"], one["specimen"])
    for form, ones in keys.items():
        usual = _usual(ones)
        key = "|".join(sorted(usual))
        name = " or ".join(ones[one][0] for one in sorted(usual))
        concept = Concept(key, TermKind.OTHER, name)
        lexicon.concepts.setdefault(f"lab:{key}", concept)
        lexicon.forms[form] = f"lab:{key}"
