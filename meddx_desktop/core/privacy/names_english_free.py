"""English names that no label and no title announces: told by lists of names and by the sentence.

Two capitalised words are a name where one of them is a given name and the other none of the words
of medicine, or where neither is any known word. Eponyms (Parkinson disease, Foley catheter) are
made of known words.
"""

import re
import unicodedata
from collections.abc import Iterator

from meddx_desktop.core.privacy.identifiers import CAPITALS, LETTERS, Found, IdentifierKind
from meddx_desktop.core.privacy.surnames import EPONYMS, ORDINARY_WORDS, THINGS, TITLES
from meddx_desktop.core.privacy.word_lists import word_list

_WORD = rf"[{CAPITALS}][{LETTERS}'-]{{1,24}}"
_PART = re.compile(rf"[{CAPITALS}][{LETTERS}'-]{{2,24}}")
_SMALL = r"(?:(?:van|von|de|da|di|la|le|bin|binti|al|el|der|den|dos|du|ten|ter)[ \t]){0,2}"
_PAIR = re.compile(
    rf"(?<![A-Za-z0-9'-])(?=(?P<name>(?P<first>{_WORD})[ \t](?:[A-Z]\.?[ \t])?{_SMALL}"
    rf"(?P<last>{_WORD}))(?![{LETTERS}0-9]))"
)
"""A look ahead, so that "Patient John Smith" is tried from each of its words."""
_TURNED = re.compile(
    rf"(?<![A-Za-z0-9'-])(?P<name>(?P<last>{_WORD}),[ \t]{{1,2}}(?P<first>{_WORD})"
    r"(?:[ \t][A-Z]\.?)?)(?![A-Za-z0-9])(?P<form>[ \t]{1,8}(?:DOB|MRN|ID|\d{1,3}[ ]?[yMF]|\())?"
)
_AFTER = (
    r"(?=,?[ \t](?:was[ \t](?:seen|admitted|reviewed|discharged|brought)|is[ \t]an?|"
    r"reports?|reported|"
    r"denie[sd]|complain(?:s|ed)|c/o|states?|stated|says?|said|tells|told|slept|woke|ate|walked|"
    r"refuse[sd]|feels?|felt|attended|presents?|presented|came|lives|smokes|agree[sd]|consented|"
    r"tolerated|fell|returned|called|arrived|appears?|wants|wishes|has|had|needs|takes|took|cried|"
    r"remains|vomited|passed|mobilised|mobilized|ambulated|asked)\b)"
)
_BEFORE = (
    r"(?:(?i:patient|pt|client|lady|gentleman|man|woman|boy|girl|child|baby|infant|mother|father|"
    r"wife|"
    r"husband|son|daughter|brother|sister|neighbour|neighbor|friend|aunt|uncle|nephew|niece|"
    r"grandmother|grandfather|guardian|carer|caregiver|seeing|referring|reviewed|examined|assessed|"
    r"met|saw|informed|told|spoke[ \t]to|spoke[ \t]with|discussed[ \t]with|prepared[ \t]by|"
    r"checked[ \t]by|typed[ \t]by|dictated[ \t]by|witnessed[ \t]by|"
    r"history[ \t]from|obtained[ \t]from|"
    r"called|named|this[ \t]is|under|for|to|by|from|with|and)[,:]?[ \t]{1,2}\(?)"
)
_ROLED = re.compile(
    rf"(?<![A-Za-z]){_BEFORE}(?P<first>{_WORD})[ \t](?:[A-Z]\.?[ \t])?{_SMALL}"
    rf"(?P<last>{_WORD})(?![A-Za-z0-9])"
)
_SINGLE = re.compile(rf"(?<![A-Za-z0-9'.-])(?P<first>{_WORD}){_AFTER}")
_NAMES_FIRST = frozenset(["john", "mary", "peter", "paul", "james", "david", "michael", "thomas"])
"""Given names that stand among the words of medicine for some disease or other."""
_PLAIN_WORDS = (
    "the a an is was has had and or for with to in on of reports says denies states called seen"
    " will can may came rang from at by who not no lives feels pt patient also then saw her him his"
)
_PLAIN = frozenset(_PLAIN_WORDS.split())
_RELATIVE_WORDS = (
    "wife husband partner spouse son daughter mother father mum mom dad brother sister friend"
    " neighbour neighbor carer caregiver nephew niece aunt uncle cousin grandmother grandfather"
    " grandson granddaughter guardian landlord landlady colleague widow widower"
)
_RELATIVES = frozenset(_RELATIVE_WORDS.split())
_SMALL_PAIR = re.compile(
    r"(?<![A-Za-z0-9'@._-])(?=(?P<name>(?P<first>[a-z]{3,15})[ ](?P<last>[a-z][a-z'-]{2,20}?))"
    r"(?:'s)?(?![A-Za-z0-9@'-]))"
)
_SMALL_ROLED = re.compile(
    r"(?<![A-Za-z])(?:wife|husband|son|daughter|mother|father|mum|dad|brother|sister|friend|carer"
    r"|neighbou?r|partner|patient|pt|niece|nephew|aunt|uncle|grandson|granddaughter|mr|mrs|ms|dr|"
    r"named"
    r"|called)[,:]?[ ](?P<first>[a-z]{3,15})(?![A-Za-z0-9'-])"
)
_ONE_BEFORE = re.compile(rf"(?<![A-Za-z0-9])(?P<name>{_WORD})[ ]$")
_NAMED_AFTER = re.compile(r"(?:'s)?[ \t](?:disease|syndrome|sign|test|palsy|criteria|fracture)")


def free_english_names(text: str) -> Iterator[Found]:
    """Find English names without title or label in a folded text."""
    given, last = word_list("given"), word_list("surnames")
    words = word_list("words") | ORDINARY_WORDS
    yield from _pairs(text)
    for match in _TURNED.finditer(text):
        one, two = _plain(match["first"]), _plain(match["last"])
        is_given = one in given and one not in words and (two in last or two not in words)
        if is_given or (match["form"] and not {one, two} & words):
            yield _found(match, "name_turned")
    for match in _ROLED.finditer(text):
        one, two = _plain(match["first"]), _plain(match["last"])
        is_name = (one in given or one not in words) and (two in last or two not in words)
        if is_name and not _is_other(one, two) and match["last"][1:].islower():
            yield Found(match.start("first"), match.end("last"), IdentifierKind.NAME, "name_roled")
    for match in _SINGLE.finditer(text):
        one = _plain(match["first"])
        if one in given and one not in words:
            yield Found(*match.span("first"), IdentifierKind.NAME, "name_given")


def _pairs(text: str) -> Iterator[Found]:
    given, last = word_list("given"), word_list("surnames")
    words = word_list("words") | ORDINARY_WORDS
    for match in _PAIR.finditer(text):
        one, two = _plain(match["first"]), _plain(match["last"])
        if match["name"].isupper() and {one, two} & _PLAIN:
            continue
        if _is_other(one, two) or _NAMED_AFTER.match(text, match.end("name")):
            continue
        if one in _RELATIVES:  # the word for the neighbour is none of the name
            if two in last or two in given or two not in words:
                yield Found(*match.span("last"), IdentifierKind.NAME, "name_relative")
            continue
        is_given = one in given and (one not in words or two not in words)
        is_given = is_given or (one in given and two in last and not {one, two} & ORDINARY_WORDS)
        is_last = two in last and two not in words and one not in words
        if (is_given and (two in last or two not in words)) or is_last:
            yield _with_first(text, match, "name_pair")
        elif (
            not {one, two} & words and match["last"][1:].islower() and match["first"][1:].islower()
        ):
            yield _with_first(text, match, "name_strange_pair")


def small_english_names(text: str) -> Iterator[Found]:
    """Find names that somebody typed in small letters: "john smith's daughter karen"."""
    given, last = word_list("given"), word_list("surnames")
    words = (word_list("words") | ORDINARY_WORDS) - _NAMES_FIRST
    for match in _SMALL_PAIR.finditer(text):
        one, two = _plain(match["first"]), _plain(match["last"])
        known = one in given and (two in last or two not in word_list("words"))
        if known and one not in words and two not in ORDINARY_WORDS and two not in _PLAIN:
            yield Found(*match.span("name"), IdentifierKind.NAME, "name_small_pair")
    for match in _SMALL_ROLED.finditer(text):
        one = _plain(match["first"])
        if one in given and one not in words and one not in _PLAIN:
            yield Found(*match.span("first"), IdentifierKind.NAME, "name_small")


def _with_first(text: str, match: re.Match[str], rule: str) -> Found:
    """A pair and the name before it: Tran Van Minh, where the first two are no pair."""
    start = match.start("name")
    before = _ONE_BEFORE.search(text, max(0, start - 26), start)
    if before:
        small = before["name"].lower()
        is_listed = small in word_list("surnames") or small in word_list("given")
        is_word = small in word_list("words") or small in ORDINARY_WORDS or small in TITLES
        if is_listed and not is_word:
            start = before.start("name")
    return Found(start, match.end("name"), IdentifierKind.NAME, rule)


def _found(match: re.Match[str], rule: str) -> Found:
    return Found(*match.span("name"), IdentifierKind.NAME, rule)


def _is_other(one: str, two: str) -> bool:
    """Whether a word is a title, or both name an illness, a sign or a place."""
    pair = {one, two}
    return bool(pair & TITLES or pair & THINGS or f"{one}_{two}" in EPONYMS)


def _plain(word: str) -> str:
    """In small letters without accents, as the lists have it."""
    bare = word.lower().removesuffix("'s")
    if bare.isascii():
        return "".join(c for c in bare if c.isalpha())
    return "".join(c for c in unicodedata.normalize("NFD", bare) if "a" <= c <= "z")
