"""Boxes of a form: what stands beside one that nobody ticked was not said.

The words of such a box are blanked out before anything reads the note, each sign by one of the same
length, so that every place stays where it was. A ticked box becomes a bullet.
"""

import re
from typing import NamedTuple

_BOX = re.compile(
    r"(?P<off>[☐□❏▢◻⬜]|\[[ _\u3000]{0,3}\]|[(（][ _\u3000]{1,3}[)）])"
    r"|(?P<on>[☑☒✓✔✅■]|√|\[[xX✓✔√vV]\]|[(（][xX✓✔√][)）])"
)
_SURE = re.compile(r"[☐□❏▢◻⬜☑☒✅]|\[[ _\u3000xX✓✔√vV]{0,3}\]")
"""Signs that are boxes by themselves; a tick or `(x)` only where one of these stands near."""
_END_OF_ITEM = re.compile(r"(?<=[A-Za-z)])\.(?=\s|$)|[。；;]")
_BEGIN_OF_ITEM = re.compile(r"[\s:：,，、;；。\u3000]")
_ANSWER = re.compile(r"[ \t\u3000]*(?:有|无|是|否|yes\b|no\b|[yn]\b|阳性|阴性)", re.IGNORECASE)
_BULLET = "•"


class _Box(NamedTuple):
    start: int
    end: int
    is_on: bool


def without_unticked(text: str) -> str:
    """The text as long as before, with the words of boxes that are not ticked blanked out."""
    if not _BOX.search(text):
        return text
    signs = list(text)
    place = 0
    for line in text.splitlines(keepends=True):
        boxes = [
            _Box(place + match.start(), place + match.end(), match["on"] is not None)
            for match in _BOX.finditer(line)
        ]
        if len(boxes) > 1 or (boxes and _SURE.search(line)):
            _read_line(text, signs, boxes, place, place + len(line.rstrip("\r\n")))
        place += len(line)
    return "".join(signs)


def _read_line(text: str, signs: list[str], boxes: list[_Box], start: int, end: int) -> None:
    is_behind = not text[boxes[-1].end : end].strip(" \t\u3000.。;；,，")
    is_behind = is_behind and bool(text[start : boxes[0].start].strip())
    for place, box in enumerate(boxes):
        before = boxes[place - 1].end if place else start
        after = boxes[place + 1].start if place + 1 < len(boxes) else end
        if is_behind:
            item = _begin(text, before, box.start), box.start
        else:
            stop = _END_OF_ITEM.search(text, box.end, after)
            item = box.end, stop.end() if stop else after
        if not box.is_on:
            _blank(signs, *item)
        is_answer = not is_behind and _is_answer(text, start, box)
        sign = (":" if box.is_on else " ") if is_answer else _BULLET
        signs[box.start : box.end] = [sign, *" " * (box.end - box.start - 1)]


def _is_answer(text: str, start: int, box: _Box) -> bool:
    """Whether the box is that of an answer to what stands before: 高血压 □有 ☑无."""
    return bool(text[start : box.start].strip()) and _ANSWER.match(text, box.end) is not None


def _begin(text: str, start: int, end: int) -> int:
    """Where the item before a box begins: behind the last white space or sign."""
    words = text[start:end]
    kept = len(words.rstrip())
    if re.search(r"[A-Za-z]", words[:kept]):
        found = max(words.rfind(sign, 0, kept) for sign in ":,;，；：")
        return start + found + 1
    places = [match.end() for match in _BEGIN_OF_ITEM.finditer(words[:kept])]
    return start + (places[-1] if places else 0)


def _blank(signs: list[str], start: int, end: int) -> None:
    for place in range(start, end):
        if signs[place] not in "\r\n":
            signs[place] = " "
