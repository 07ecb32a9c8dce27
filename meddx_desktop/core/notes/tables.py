"""Tables of questions and answers: each row says its own, whatever parts its cells.

A cell with an answer gets a colon before it, in the place of what parted it from its question, and
a bullet behind it where another question follows in the row. No place moves.
"""

import re

_ANSWER = (
    r"(?:yes|no|none|nil|neg(?:ative)?|pos(?:itive)?|present|absent|denies|denied|y|n"
    r"|有|无|無|否认?|是|没有|未见|阴性|阳性|[(（]?[-+－＋–][)）]?)"
)
_GAP = r"(?:[ ]{0,3}\t[ \t]{0,8}|[ \t]{0,8}\|[ \t]{0,8}|[ ]{2,40})"
_ROW = re.compile(
    rf"(?P<before>(?<=[^\s|:：,，;；.。])){_GAP}(?P<answer>{_ANSWER})(?P<after>[ \t]{{0,8}}\|?)"
    rf"(?P<end>[ \t]*\.?[ \t]*(?:$|(?=\r|\n))|{_GAP}(?=[^\s|]))",
    re.IGNORECASE | re.MULTILINE,
)
_DENIES = re.compile(
    r"(?:(?:pt|patient|s?he) )?(?:denies|denied|no|negative for|neg for|negatives?"
    r"|pertinent negatives|no evidence of|否认|无)(?: any| the following)?[ \t]*[:：]",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?P<gap>[ \t]*)(?P<sign>[-*•·●▪‣–]|\(?\d{1,2}[.)、])(?=[ \t]*\S)")
_ANSWERED = re.compile(rf"[:：][ \t]*{_ANSWER}[ \t|.]*$", re.IGNORECASE)


def with_colons(text: str) -> str:
    """The text as long as before, with a colon between each question of a table and its answer."""
    if "\t" not in text and "|" not in text and "  " not in text:
        return text
    return _ROW.sub(_told, text)


def _told(match: re.Match[str]) -> str:
    whole = match[0]
    start, end = match.start("answer") - match.start(), match.end("answer") - match.start()
    gap = ":" + " " * (start - 1)
    rest = whole[end:]
    is_last = not rest.strip(" \t|.")
    goes_on = match["end"] and match.end() < len(match.string)
    goes_on = goes_on and match.string[match.end()] not in "\r\n"
    behind = "•" + " " * (len(rest) - 1) if rest and goes_on and is_last else " " * len(rest)
    return gap + whole[start:end] + behind


def with_commas(text: str) -> str:
    """The text as long as before; items of a list under "Denies:" follow it after commas."""
    if not _DENIES.search(text):
        return text
    denied = False
    lines = []
    for line in text.splitlines(keepends=True):
        item = _ITEM.match(line) if denied else None
        if item is None:
            lines.append(line)
            denied = _DENIES.fullmatch(line.strip()) is not None
        else:
            comma = "," + " " * (len(item["sign"]) - 1)
            lines.append(item["gap"] + comma + line[item.end("sign") :])
    return "".join(lines)


def is_answered(line: str) -> bool:
    """Whether a line ends with the answer to its question, so that the next is none of it."""
    return _ANSWERED.search(line) is not None
