"""Heads of notes that have no labels: "Patient: Wong Siu Ming, M, 44", "张伟，男，44岁"."""

import re
from dataclasses import dataclass, replace

from meddx_desktop.core.domain.patient import DAYS_PER_MONTH, DAYS_PER_YEAR, Sex
from meddx_desktop.core.privacy.surnames import COMPOUND, NOT_NAMES, SURNAMES

SEXES = {
    **dict.fromkeys(("男", "男性", "m", "male", "man", "boy", "gentleman"), Sex.MALE),
    **dict.fromkeys(("女", "女性", "f", "female", "woman", "girl", "lady"), Sex.FEMALE),
}
_TITLES = {
    **dict.fromkeys(("mr", "master", "mstr", "先生"), Sex.MALE),
    **dict.fromkeys(("mrs", "ms", "miss", "女士", "小姐"), Sex.FEMALE),
}
_LINES = 6
"""Lines with words in which a note says who it is about."""
_LONGEST = 160
_UNIT = r"years?|yrs?|yo|y\.?/?o\.?|y|months?|mths?|mos?|weeks?|wks?|days?|周?岁|个?月|天|日龄?"
_AGE = rf"(?P<{{0}}>\d{{{{1,3}}}})(?!\d|[/.-]\d)(?:[ -]?(?P<{{1}}>{_UNIT})(?![a-z]))?(?:[ -]old\b)?"
_SEX = r"(?P<{0}>(?:fe)?male|woman|man|girl|boy|lady|gentleman|(?-i:[MF])(?![A-Za-z'])|[男女]性?)"
_GAP = r"[\s,，、;；/(（|.·-]{0,4}(?:(?:sex|gender|aged?|性别|年龄)[\s:：]{0,3})?"
_DETAIL = re.compile(
    rf"{_GAP}(?:{_SEX.format('sex1')}{_GAP}{_AGE.format('age1', 'unit1')}"
    rf"|{_AGE.format('age2', 'unit2')}{_GAP}{_SEX.format('sex2')}(?![a-z])"
    rf"|{_AGE.format('age3', 'unit3')}(?<!\d)(?<!\d[ -])"
    rf"|(?:(?<=aged )|(?<=age )|(?<=age: )|(?<=年龄 )|(?<=年龄:)|(?<=年龄: ))"
    rf"{_AGE.format('age4', 'unit4')}"
    r"|(?P<sex3>(?:fe)?male|woman|man|girl|boy|lady|gentleman|[男女]性?"
    r"|(?:(?<=[,，;/(|])|(?<=[,，;/(|] )|(?<=[ ]{2})|(?<=\t)|(?<=sex )|(?<=sex: ))(?-i:[MF]))"
    r"(?![A-Za-z])(?=[ \t]*(?:[,，;；。.)）\n]|$)))",
    re.IGNORECASE,
)
"""Sex and age in either order, an age with its unit, or a sex that closes the head."""
_LEAD = re.compile(
    r"(?:(?P<re>re|regarding|concerning)[ \t]*[:：][ \t]*"
    r"|(?P<lead>patient'?s? name|patient|pt|name|full name)[ \t]*(?P<colon>[:：=])?[ \t]+)?"
    r"(?:(?P<title>mr|mrs|ms|miss|master|mstr)\.?[ \t]+)?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_BETWEEN = re.compile(r"[ \t]{1,8},?[ \t]?|,[ \t]?")
_LABEL = re.compile(
    r"[\s,;|(]*(?:dob|d\.o\.b\.?|date of birth|born|age|sex|gender|mrn|nhs|hospital n|hosp|id\b)",
    re.IGNORECASE,
)
_PARTICLE = re.compile(r"van|von|der?|den|del|di|da|al|el|bin|binti|ibn|le|la|dos|san")
_GOES_ON = re.compile(
    r"is|was|aged|has|had|comes|came|present(?:s|ed)|attend(?:s|ed)|seen|born", re.IGNORECASE
)
_NO_NAME = re.compile(
    r"for|with|of|and|the|no|not|in|on|at|to|who|since|after|denies|complains|reports|states|says"
    r"|review(?:ed)?|stable|well|pain|cough|fever|chest|history|discharge|summary|report|clinic"
    r"|ward|letter|note|follow|admission|visit|abdominal|known|unknown|allergic|pneumonia",
    re.IGNORECASE,
)
_FEWEST, _MOST_WORDS = 2, 5
_HAN_LEAD = re.compile(r"(?P<lead>患者|病人|患儿|姓名|病人姓名|患者姓名)?[ \t:：]*")
_HAN_NAME = re.compile(
    r"[\u4e00-\u9fff·]{1,3}(?=先生|女士|小姐)|[\u4e00-\u9fff·]{2,4}?(?=[\s,，、;；/(（]|[男女]性?[\s,，、\d]|$)"
)
_HAN_TITLE = re.compile(r"先生|女士|小姐")
_ANYBODY = re.compile(r"[老中青成少幼壮]年|青壮年|高龄|老龄|家属|.*某.*")
_OF_OTHERS = re.compile(
    r"[^.;。；\n]{0,30}?(?:\b(?:mother|father|mum|mom|dad|parent|husband|wife|son|daughter|sister"
    r"|brother|carer|aunt|uncle|guardian)\b|之[父母]|[父母]亲|家属)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Head:
    """Who a head is about, as far as it says so.

    Attributes
    ----------
    name : str
        Without title; of one writing.
    sex : Sex
        By its word, else by the title.
    years : float or None
        The age.
    """

    name: str = ""
    sex: Sex = Sex.UNKNOWN
    years: float | None = None


NOBODY = Head()


def head(text: str) -> Head:
    """The first line of the top that names somebody with sex, age, birth date or title.

    Parameters
    ----------
    text
        The top of a note, in compatibility form (full-width signs folded).
    """
    lines = [line.strip()[:_LONGEST] for line in text.splitlines() if line.strip()][:_LINES]
    for number, line in enumerate(lines):
        found = _chinese(line, is_first=not number) or _english(line, is_first=not number)
        if found is not None:
            return found
    return NOBODY


def years(value: str, unit: str | None) -> float:
    """An age in years; without a unit it is told in years."""
    small = (unit or "y").lower()
    if small.startswith("mo") or small.startswith("mth") or "月" in small:
        return int(value) * DAYS_PER_MONTH / DAYS_PER_YEAR
    if small.startswith("w"):
        return int(value) * 7 / DAYS_PER_YEAR
    return int(value) / (DAYS_PER_YEAR if small.startswith("d") or small[0] in "天日" else 1)


def _english(line: str, *, is_first: bool) -> Head | None:
    lead = _LEAD.match(line)
    words, place = _words(line, lead.end() if lead else 0)
    if lead is None or not words or any(map(_NO_NAME.fullmatch, words)):
        return None
    said = _details(line, place)
    is_known = said is not None or _LABEL.match(line, place) is not None
    if not (is_known or _tells_on(line, place, lead, len(words), is_first=is_first)):
        return None
    is_bare = not any(lead.groupdict().values())
    is_whole = said is not None and said.years is not None and said.sex is not Sex.UNKNOWN
    is_weak = (is_bare and not (is_first and is_whole)) or (
        not lead["colon"] and len(words) < _FEWEST
    )
    if (is_weak and not (lead["title"] or lead["re"])) or _OF_OTHERS.match(line, place):
        return None
    sex = _TITLES[lead["title"].lower()] if lead["title"] and is_known else Sex.UNKNOWN
    return _with(Head(" ".join(words).rstrip(".,"), sex), said)


def _tells_on(line: str, place: int, lead: re.Match[str], words: int, *, is_first: bool) -> bool:
    """Whether a sentence on the person goes on: "Mr Wong came", "Patient: Mary Brown is"."""
    word = _WORD.match(line, place + len(line[place:]) - len(line[place:].lstrip(" ,")))
    if word is None or not _GOES_ON.fullmatch(word[0]):
        return False
    return bool(is_first if lead["title"] else lead["colon"] and words >= _FEWEST)


def _words(line: str, place: int) -> tuple[list[str], int]:
    """The words of a name, up to what says sex, age or anything else; and where they end."""
    words: list[str] = []
    while len(words) < _MOST_WORDS:
        if words and (_details(line, place) or _LABEL.match(line, place)):
            break
        gap = _BETWEEN.match(line, place)
        start = gap.end() if gap and words else place
        word = _WORD.match(line, start)
        if word is None or (words and gap is None) or _GOES_ON.fullmatch(word[0]):
            break
        if not (word[0][0].isupper() or (words and _PARTICLE.fullmatch(word[0].lower()))):
            break
        words.append(word[0])
        place = word.end()
    return words, place


def _chinese(line: str, *, is_first: bool) -> Head | None:
    lead = _HAN_LEAD.match(line)
    name = _HAN_NAME.match(line, lead.end()) if lead else None
    if lead is None or name is None:
        return None
    words, place = name[0], name.end()
    title = _HAN_TITLE.match(line, place)
    place = title.end() if title else place
    said = _details(line, place)
    is_labelled = "姓名" in (lead["lead"] or "")
    is_whole = said is not None and said.years is not None
    is_name = words[0] in SURNAMES or words.startswith(COMPOUND) or is_labelled
    if not is_name or _ANYBODY.fullmatch(words) or words in NOT_NAMES:
        return None
    if not (said and (lead["lead"] or (is_first and is_whole))) and not is_labelled:
        return None
    if _OF_OTHERS.match(line, place):
        return None
    sex = _TITLES[title[0]] if title else Sex.UNKNOWN
    return _with(Head("" if title else words, sex), said)


def _with(named: Head, said: Head | None) -> Head:
    if said is None:
        return named
    return replace(named, sex=said.sex or named.sex, years=said.years)


def _details(line: str, place: int) -> Head | None:
    match = _DETAIL.match(line, place)
    if match is None:
        return None
    groups = {name[:-1]: value for name, value in match.groupdict().items() if value}
    found = Head(sex=SEXES.get(groups.get("sex", "").lower(), Sex.UNKNOWN))
    if "age" in groups:
        found = replace(found, years=years(groups["age"], groups.get("unit")))
    return found
