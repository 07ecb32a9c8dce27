"""Which of the names in a text are one person's: Mrs Young is Margaret O'Neill-Young.

A short form counts as a longer name's where all its words stand in that name, in no other one of
the text, and nothing beside it speaks against it: another title, or a word for a relative.
"""

import re
from collections.abc import Sequence

from meddx_desktop.core.privacy.identifiers import Found, IdentifierKind, is_chinese
from meddx_desktop.core.privacy.surnames import COMPOUND

_TITLE = re.compile(
    r"(?i:(?<![a-z])(?P<title>mr|mrs|ms|miss|dr|doctor|prof|professor|nurse|sister)\.?[ \t]{1,2})$"
)
_KIND_OF_TITLE = {
    "mr": "man",
    **dict.fromkeys(("mrs", "ms", "miss"), "woman"),
    **dict.fromkeys(("dr", "doctor", "prof", "professor"), "doctor"),
    **dict.fromkeys(("nurse", "sister"), "nurse"),
}
_RELATIVE = re.compile(
    r"(?i:(?<![a-z])(?:wife|husband|partner|spouse|son|daughter|mother|father|brother|sister|"
    r"grand(?:son|daughter|mother|father)|aunt|uncle|niece|nephew|cousin|carer|neighbou?r|friend)"
    r",?[ \t(]{1,2}(?:(?:mr|mrs|ms|miss|dr)\.?[ ])?)$"
    r"|(?:丈夫|妻子|儿子|女儿|父亲|母亲|哥哥|弟弟|姐姐|妹妹|爱人|配偶|邻居|朋友|"
    r"同事|[其之][子女妻夫父母兄弟姐妹])$"
)
_STAFF = frozenset({"doctor", "nurse"})
_NEAR = 16
_PART = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff']+")
_LEAST = 2


def keys(text: str, found: Sequence[Found]) -> list[str]:
    """For each place what is the same for the same person, or for the same other words.

    Parameters
    ----------
    text
        With plain letters.
    found
        Places that are replaced.
    """
    own = ["".join(text[one.start : one.end].lower().split()) for one in found]
    parts = [_parts(text, one) for one in found]
    titles: dict[str, set[str]] = {}
    for one, key in zip(found, own, strict=True):
        titles.setdefault(key, set()).update(_title(text, one))
    out = []
    for one, key, mine in zip(found, own, parts, strict=True):
        longer = {other for other, theirs in zip(own, parts, strict=True) if mine and mine < theirs}
        whole = longer.pop() if len(longer) == 1 else key
        if whole == key or not _fits(text, one, titles[whole]):
            other = "".join(_title(text, one)) if whole != key else ""
            out.append(f"{key} {other}".rstrip())
            continue
        titles[whole].update(_title(text, one))
        out.append(whole)
    return out


def _fits(text: str, one: Found, theirs: set[str]) -> bool:
    """Whether nothing beside a short form says that it is somebody else."""
    if _RELATIVE.search(text, max(0, one.start - _NEAR), one.start):
        return False
    title = _title(text, one)
    return title <= theirs or (not theirs and not title & _STAFF)


def _title(text: str, one: Found) -> set[str]:
    found = _TITLE.search(text, max(0, one.start - _NEAR), one.start)
    return {_KIND_OF_TITLE[found["title"].lower()]} if found else set()


def _parts(text: str, one: Found) -> frozenset[str]:
    """The words of a name that can stand for it; of a Chinese one the whole and the given name."""
    if one.kind is not IdentifierKind.NAME:
        return frozenset()
    name = text[one.start : one.end]
    bare = "".join(name.split())
    if is_chinese(bare):
        surname = next((one for one in COMPOUND if bare.startswith(one)), bare[:1])
        given = bare[len(surname) :]
        is_full = len(given) >= _LEAST
        return frozenset({bare, given} if is_full else {bare} if len(bare) >= _LEAST else ())
    words = (one.lower().removesuffix("'s") for one in _PART.findall(name))
    return frozenset(one for one in words if len(one) > 1)
