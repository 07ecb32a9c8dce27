"""English names that the words around announce: whom somebody spoke with, the wife in brackets.

Each rule finds words in the place of a name; whether they are one is asked of the lists of names
and of the words of medicine.
"""

import re
from collections.abc import Iterator

from meddx_desktop.core.privacy.identifiers import Found, IdentifierKind
from meddx_desktop.core.privacy.names_written import NAMES_FIRST
from meddx_desktop.core.privacy.surnames import ORDINARY_WORDS, THINGS, TITLES
from meddx_desktop.core.privacy.word_lists import word_list

_CAPITAL = r"(?:[A-Z]'|Mc|Mac)?[A-Z][A-Za-z'-]{1,24}"
_NAME = rf"(?P<name>(?:[A-Z]\.[ ]?){{0,2}}{_CAPITAL}(?:[ ](?:[A-Z]\.[ ])?{_CAPITAL}){{0,2}})"
_END = r"(?![A-Za-z0-9'-])"
_RELATIVE = (
    r"(?i:(?:ex-?)?wife|husband|spouse|partner|son|daughter|mother|father|mum|mom|dad|brother|"
    r"sister|"
    r"(?:half|step)-?(?:son|daughter|mother|father|brother|sister)|friend|neighbou?r|carer|"
    r"caregiver|nephew|niece|aunt|uncle|cousin|grand(?:mother|father|son|daughter|ma|pa)|"
    r"(?:mother|father|son|daughter|brother|sister)-in-law|guardian|landlady|landlord|employer|"
    r"boss|"
    r"fianc[e]{1,2}|boyfriend|girlfriend|nok|next of kin)"
)
_SPOKEN = (
    r"(?i:(?:spoke|spoken|talked|met|discussed|chatted|conversation|agreed)[ ](?:with|to)|d/w|"
    r"hand(?:ed)?[ ]?over[ ](?:to|from)|signed[ ](?:out[ ]to|by)|dictated[ ]by|accompanied[ ]by|"
    r"(?:seen|reviewed|examined|assessed|brought in|escorted|interpreted|witnessed)[ ]by|"
    r"informed|contacted|phoned|rang|paged|bleeped|telephoned|updated|text(?:ed)?|e-?mailed|"
    r"goes by|prefers to be called|answers to|formerly|n[e]e|alias|aka|a\.k\.a\.)"
)
_GRADE = (
    r"(?:SHO|SpR|StR|Registrar|HCA|ANP|ENP|FY[12]|ST[3-8]|CT[1-3]|IMT|Sgt|Officer|Pastor|Imam|"
    r"Rabbi|"
    r"CNS|RMO|Judge|Cllr|Sra|Herr|Frau|Mme|Monsieur|Shri|Smt|Alhaji|Mzee)"
)
_RULES = tuple(
    (rule, re.compile(form, re.MULTILINE))
    for rule, form in (
        ("spoken", rf"(?<![A-Za-z]){_SPOKEN}[ ]{{1,2}}(?:(?:her|his|the)[ ])?{_NAME}{_END}"),
        (
            "relative_bracket",
            rf"(?<![A-Za-z]){_RELATIVE}(?:[ ]?[(,:-][ ]{{0,2}}|[ ](?:is|was|called|named)[ ]"
            rf"(?:called |named )?|[ ]){_NAME}{_END}",
        ),
        (
            "bracket_relative",
            rf"(?<![A-Za-z]){_NAME}[ ]?(?:\(|,[ ])(?:(?:the|her|his|their|pt's|patient's)[ ])?"
            rf"{_RELATIVE}(?![A-Za-z])",
        ),
        (
            "called",
            rf"\b(?i:name is|name was|named|is called|calls (?:him|her)self)[ ]{_NAME}{_END}",
        ),
        ("grade", rf"(?<![A-Za-z0-9]){_GRADE}\.?[ ]{_NAME}{_END}"),
        ("signature", rf"^[ \t]{{0,60}}(?:/s/|[-~]{{1,2}})[ \t]{{0,3}}{_NAME}[ \t]{{0,4}}$"),
        ("signature", rf"(?<![A-Za-z]){_NAME}[ ]\((?i:electronically |e-?)?(?i:signed)\)"),
        (
            "signature",
            rf"(?i:thank you|thanks|cheers|regards|best wishes|yours|love)[,.]?[ \t]{{0,3}}"
            rf"(?:\r?\n[ \t]{{0,8}}){{0,3}}{_NAME}[ \t]{{0,4}}\.?[ \t]{{0,4}}(?=\r?\n|$)",
        ),
    )
)
_DOUBTFUL = frozenset({"grade", "signature", "bracket_relative"})
"""Rules whose words may stand before other things than names."""
_CARET = re.compile(
    r"(?<![A-Za-z0-9^])(?P<name>[A-Za-z][A-Za-z' -]{0,23}[A-Za-z]\^[A-Za-z][A-Za-z'. -]{0,24}"
    r"(?:\^[A-Za-z.' -]{0,24}){0,3})"
)
"""DOE^JANE^Q, as HL7 and DICOM have it."""
_WRAPPED = re.compile(
    r"(?<![A-Za-z0-9'-])(?P<first>[A-Z][A-Za-z'-]{1,24})[ \t]{0,4}\r?\n[ \t>]{0,8}"
    r"(?P<last>[A-Z][A-Za-z'-]{1,24})(?![A-Za-z0-9'-])"
)
_SMALL_LABEL = re.compile(
    r"(?<![A-Za-z])(?i:(?:full |first |last |given |family |patient'?s? |preferred )name|surname|"
    r"(?m:^)[ \t]{0,4}name|(?<=[.;|,\t] )name|forenames?|next of kin|nok|signed(?: by)?|"
    r"name of patient)"
    r"[ \t]{0,3}[:=][ \t]{0,4}(?P<name>[a-z][a-z'-]{1,24}(?:,?[ ][a-z][a-z'-]{1,24}){0,2})"
    r"(?![A-Za-z0-9'-])"
)


def said_names(text: str) -> Iterator[Found]:
    """Find English names by the words around them in a plain text."""
    for rule, pattern in _RULES:
        for match in pattern.finditer(text):
            end = _kept(match["name"])
            if end and (rule not in _DOUBTFUL or _is_listed(match["name"][:end])):
                start = match.start("name")
                yield Found(start, start + end, IdentifierKind.NAME, f"name_{rule}")
    for match in _CARET.finditer(text):
        yield Found(*match.span("name"), IdentifierKind.NAME, "name_caret")
    for match in _WRAPPED.finditer(text):
        last = match["last"].lower()
        is_last = last in word_list("surnames") and last not in ORDINARY_WORDS
        if is_last and _is_given(match["first"]):
            yield Found(match.start("first"), match.end(), IdentifierKind.NAME, "name_wrapped")
    for match in _SMALL_LABEL.finditer(text):
        end = _kept(match["name"])
        if end:
            start = match.start("name")
            yield Found(start, start + end, IdentifierKind.NAME, "name_small_label")


def _kept(name: str) -> int:
    """How many letters of the words are a name: up to the first that can be none."""
    end = 0
    for word in re.finditer(r"[A-Za-z'-]+\.?", name):
        bare = word[0].strip(".")
        if len(bare) > 1 and not _can_be_name(bare):
            break
        if len(bare) > 1:
            end = word.end()
    return end - (name[end - 1 : end] == ".")


def _can_be_name(word: str) -> bool:
    small = word.lower().removesuffix("'s")
    if small in NAMES_FIRST:
        return True
    if small in ORDINARY_WORDS or small in THINGS or small in TITLES or small in _SHORT_FORMS:
        return False
    if word.isupper() and len(word) <= 4 and small not in word_list("surnames"):
        return False
    return not small.endswith(_TRADES) and small not in word_list("words")


def _is_listed(name: str) -> bool:
    small = re.findall(r"[a-z'-]+", name.lower())
    return any(one in word_list("surnames") or one in word_list("given") for one in small)


def _is_given(word: str) -> bool:
    small = word.lower()
    if small in ORDINARY_WORDS or small not in word_list("given"):
        return False
    return small in NAMES_FIRST or small not in word_list("words")


_TRADES = (
    "ology",
    "ologist",
    "ologists",
    "iatry",
    "iatrics",
    "etics",
    "edics",
    "therapy",
    "therapist",
    "nursing",
)
_SHORT = (
    "ortho neuro cards cardio surg gynae gyn obs obgyn onc haem heme micro gastro resp renal"
    " uro derm psych paeds peds ent icu itu ed er ot pt slt rehab radiology pharmacy anaes id gi"
    " vascular ophthal maxfax geris geri endo rheum hepatology palliative switchboard reception"
    " family parents unknown none nil refused declined withheld na social safeguarding police"
    " ambulance paramedics ems theatre theatres recovery triage nok physio physios dietitian"
    " dietician midwifery daughter son wife husband mother father consent english spanish french"
    " mandarin cantonese arabic urdu polish hindi bengali somali"
)
_SHORT_FORMS = frozenset(_SHORT.split())
"""Whom a ward speaks with, and languages."""
