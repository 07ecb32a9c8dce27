"""English names by their titles, labels and signatures."""

import re
from collections.abc import Iterator

from meddx_desktop.core.privacy.identifiers import CAPITALS, LETTERS, Found, IdentifierKind
from meddx_desktop.core.privacy.surnames import ORDINARY_WORDS
from meddx_desktop.core.privacy.word_lists import word_list

_WORD = rf"[{CAPITALS}][{LETTERS}'-]{{0,24}}"
_PART = r"(?:(?:van|von|de|da|di|la|le|bin|binti|al|el|der|den|dos|du|O'|Mc|Mac)[ -]?){0,2}"
_NAME = (
    rf"(?:[A-Z]\.|{_PART}{_WORD})(?:[ \t]{{1,2}}(?:[A-Z]\.|{_PART}{_WORD}|[A-Z](?![a-z])|-)){{0,3}}"
)
_TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Master|Dr|Drs|Prof|Professor|Doctor|Sister|Sr\.|"
    r"Staff Nurse|Charge Nurse|Nurse|Matron|Sir|Madam|Rev|"
    r"MR|MRS|MS|DR|PROF|NP|RN|PA|CNM|RD|LPN)\.?"
)
_TITLED = re.compile(rf"(?<![A-Za-z]){_TITLE}[ \t]{{1,2}}(?P<name>{_NAME})")
_LABEL = (
    r"(?:(?:full |patient'?s? |patient |pt |legal |maiden |family |first |last |given |"
    r"preferred )?name|"
    r"name of (?:the )?(?:patient|child|mother|father|relative|carer)|surname|forenames?|patient|"
    r"pt|"
    r"(?:electronically |digitally )?signed(?: by)?|signature|e-signed by|dictated by|dictating|"
    r"transcribed by|reported by|reporting (?:doctor|physician|radiologist)|written by|entered by|"
    r"author|seen by|examined by|reviewed by|verified by|checked by|prepared by|authori[sz]ed by|"
    r"attending(?: physician| doctor| md)?|physician|doctor|consultant|surgeon|an(?:a)?esthetist|"
    r"radiologist|pathologist|nurse|midwife|referr(?:ed|ing) (?:by|physician|doctor)|"
    r"(?:primary care |family )(?:physician|provider|doctor)|pcp|gp|clinician|provider|resident|"
    r"intern|"
    r"registrar|next of kin|nok|emergency contact|contact(?: person)?|guardian|parent|mother|"
    r"father|"
    r"wife|husband|spouse|son|daughter|brother|sister|relative|carer|caregiver|informant|"
    r"interpreter|"
    r"witness|accompanied by|cc|attn|dear|re|from|to)"
)
_LABELLED = re.compile(
    rf"(?<![A-Za-z])(?i:{_LABEL})(?:'s name)?[ \t]{{0,3}}(?:\([a-z /]{{1,20}}\)[ \t]?)"
    rf"?[:=][ \t]{{0,4}}"
    rf"(?:{_TITLE}[ \t]{{1,2}})?(?P<name>(?:[A-Z]\.[ \t]?){{0,3}}{_WORD}"
    rf"(?:,[ \t]?{_WORD}(?:[ \t]{_WORD}|[ \t][A-Z]\.?)?|"
    rf"(?:[ \t]{{1,2}}(?:{_PART}{_WORD}|[A-Z]\.?(?![a-z]))){{0,3}}))"
)
_BY = re.compile(
    rf"(?i:\b(?:signed|dictated|reported|reviewed|seen|examined|written|discussed|verified|"
    rf"transcribed|"
    rf"referred|performed|authori[sz]ed)(?: by| with)|\bunder the care of|\bcare of|\bc/o|"
    rf"\battention of|"
    rf"\bpatient named|\bknown as|\bhe(?:r)? name is|\bhis name is|\b(?:wife|husband|son|"
    rf"daughter|mother|"
    rf"father|brother|sister|friend|neighbou?r|carer|partner|colleague),?)"
    rf"[ \t]{{1,2}}(?:{_TITLE}[ \t]{{1,2}})?"
    rf"(?P<name>{_PART}{_WORD}[ \t]{{1,2}}(?:[A-Z]\.[ \t])?{_PART}{_WORD})"
)
_RELATIVE = re.compile(
    r"(?<![A-Za-z])(?i:wife|husband|son|daughter|mother|father|brother|sister|friend|neighbou?r|"
    r"partner|"
    rf"carer|spouse),?[ \t](?P<name>{_WORD})(?![ \t][A-Z]|[A-Za-z'-])"
)
_DEGREE = re.compile(
    rf"(?<![A-Za-z])(?P<name>(?:{_WORD}|[A-Z]\.)(?:[ \t](?:[A-Z]\.|{_WORD})){{1,3}}),?[ \t]{{1,2}}"
    r"(?:M\.?D\.?|MBBS|MBChB|D\.?O\.?|Ph\.?D\.?|RN|R\.N\.|NP|PA-C|FRCP|FRCS|MRCP|MRCGP|BSN|MSN|"
    r"RRT|DDS|PharmD)"
    r"(?![A-Za-z])"
)
_AGED = re.compile(
    rf"(?<![A-Za-z])(?P<name>{_WORD}[ \t](?:[A-Z]\.[ \t])?{_PART}{_WORD})"
    r"(?=,?[ \t](?:is an?|was an?|\(?a(?:ged|n)?)[ \t]\d{1,3}[ -]?(?:y|m|w|d)|"
    r",?[ \t]\d{1,3}[ -]?(?:y(?!(?:ea)?rs?[ ](?:ago|later|before|earlier))|M\b|F\b)|"
    r"[ \t]?\((?:DOB|MRN|ID|NHS|\d{1,3}[ ]?[yMF]))"
)
_GREETING = re.compile(
    rf"(?im:^[ \t]*(?:sincerely|regards|kind regards|best regards|yours (?:sincerely|faithfully|"
    rf"truly)|"
    rf"best wishes|thank you|thanks),?[ \t]*(?:\r?\n){{1,3}}[ \t]*)(?:{_TITLE}[ \t])"
    rf"?(?P<name>{_NAME})"
)

_SIGN_OFF = re.compile(
    rf"(?i:\b(?:sincerely|regards|yours (?:sincerely|faithfully|truly)|"
    rf"best wishes))[,.]?[ \t]{{1,4}}"
    rf"(?:{_TITLE}[ \t])?(?P<name>{_NAME})"
)
_IN_BED = re.compile(
    rf"(?<![A-Za-z])(?i:bed|bay|room|side ?room)[ \t]{{0,2}}\d{{1,3}}[A-Z]?[,:)-]?[ \t]{{1,2}}\(?"
    rf"(?P<name>(?:[A-Z]\.[ \t]?)?{_WORD})(?![{LETTERS}])"
)

_NO_NAME = frozenset(["hepatitis", "vitamin", "type", "grade", "stage", "group", "influenza"])
_DOUBTFUL = frozenset({"label", "relative", "greeting"})
_SHORT_FIRST = frozenset(["pat", "peg", "will", "ray", "rob", "mick", "nan", "val", "dot", "art"])
"""First names that are on no list of names, for they are words."""
_ENGLISH = (
    ("title", _TITLED),
    ("label", _LABELLED),
    ("by", _BY),
    ("relative", _RELATIVE),
    ("degree", _DEGREE),
    ("aged", _AGED),
    ("greeting", _GREETING),
    ("greeting", _SIGN_OFF),
    ("bed", _IN_BED),
)


def english_names(text: str) -> Iterator[Found]:
    """Find English names in a folded text."""
    for rule, pattern in _ENGLISH:
        for match in pattern.finditer(text):
            if rule == "bed" and not _is_surname(match["name"]):
                continue
            span = _trimmed(text, *match.span("name"), rule)
            if span is not None:
                yield Found(*span, IdentifierKind.NAME, f"name_{rule}")


def _is_no_name(word: str) -> bool:
    """Whether a word alone behind a label is a letter or a word of medicine: "Name: Metoprolol"."""
    small = word.strip(".,").lower()
    return len(word) < 2 or (not _is_listed(word) and small in word_list("words"))


def _is_listed(word: str) -> bool:
    small = word.strip(".,").lower()
    return small in word_list("given") or small in word_list("surnames")


def _is_first_name(word: str) -> bool:
    """Whether a word that is an ordinary one too is a first name after a relative: husband Pat."""
    small = word.lower()
    return word[1:].islower() and (small in _SHORT_FIRST or small in word_list("given"))


def _is_surname(name: str) -> bool:
    """Whether a word behind the number of a bed is somebody's name: "bed 4 Jones"."""
    bare = name.rsplit(maxsplit=1)[-1].rpartition(".")[2].lower()
    is_known = bare in word_list("surnames") or bare in word_list("given")
    return bare not in ORDINARY_WORDS and (is_known or bare not in word_list("words"))


def _trimmed(text: str, start: int, end: int, rule: str) -> tuple[int, int] | None:
    """The words of a match that can be a name: what can be none ends it."""
    words = list(re.finditer(r"[^\s,]+", text[start:end]))
    kept = 0
    for word in words:
        bare = word[0].strip(".-'").lower()
        is_initial = len(word[0]) == 2 and word[0][0].isupper() and word[0][1] == "."
        if not bare or (bare in _ROLES and not is_initial) or (kept and bare in _VERBS):
            break
        kept += 1
    if rule == "by" and kept and _is_no_name(words[0][0]) and not _is_listed(words[kept - 1][0]):
        return None
    is_word = words and words[0][0].lower() in ORDINARY_WORDS
    if words and rule == "relative" and _is_first_name(words[0][0]):
        return start + words[0].start(), start + words[0].end()
    if words and (words[0][0].lower() in _NO_NAME or (is_word and rule == "relative")):
        return None
    if kept == 0 or (rule in _DOUBTFUL and all(_is_no_name(word[0]) for word in words[:kept])):
        return None
    last = words[kept - 1]
    bare_end = start + last.end()
    if text[bare_end - 1] in ".-" and len(last[0]) > 2:
        bare_end -= 1
    return start + words[0].start(), bare_end


_ROLES = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "on",
        "for",
        "in",
        "at",
        "to",
        "and",
        "or",
        "by",
        "with",
        "from",
        "is",
        "was",
        "has",
        "had",
        "not",
        "no",
        "yes",
        "none",
        "unknown",
        "male",
        "female",
        "patient",
        "doctor",
        "dr",
        "mr",
        "mrs",
        "ms",
        "nurse",
        "clinic",
        "hospital",
        "ward",
        "department",
        "unit",
        "room",
        "bed",
        "please",
        "see",
        "seen",
        "review",
        "follow",
        "consultant",
        "surgeon",
        "radiologist",
        "physician",
        "attending",
        "resident",
        "dob",
        "mrn",
        "age",
        "sex",
        "date",
        "time",
        "address",
        "phone",
        "tel",
        "id",
        "nhs",
        "history",
        "name",
        "signed",
        "gp",
        "self",
        "well",
        "alive",
        "healthy",
        "deceased",
        "dead",
        "md",
        "rn",
        "np",
        "phd",
        "mbbs",
        "frcp",
        "bsn",
        "diabetic",
        "hypertensive",
        "reports",
        "denies",
        "states",
        "says",
        "who",
        "he",
        "she",
        "they",
        "it",
        "this",
        "that",
        "as",
        "if",
        "then",
        "emergency",
        "medicine",
        "surgery",
        "cardiology",
        "team",
        "service",
        "on-call",
    ]
)
_VERB_WORDS = (
    "saw told asked called advised noted reviewed agreed her him his felt thinks will can may aware"
    " informed present here came went said"
)
_VERBS = frozenset(_VERB_WORDS.split())
"""Words that end a name written in capitals: DR SMITH SAW HER."""
