"""Words of invented reports, placed as a network would find them, so that none has to be asked."""

from meddx_desktop.core.ocr.page import Word
from meddx_desktop.core.ocr.signs import Signs

HEAD = ("序号", "项目名称", "结果", "提示", "单位", "参考区间")
ROWS = (
    ("1", "白细胞计数", "11.24", "↑", "10^9/L", "3.5-9.5"),
    ("2", "C反应蛋白", "<0.50", "", "mg/L", "0-10"),
    ("3", "钾", "3.50", "", "mmol/L", "3.5~5.3"),
)
PERSON = ("姓名：张三", "性别：女", "年龄：45岁")
_AT = (0, 120, 420, 560, 640, 860)


def word(text, left, top, *, share=1.0, second=None, by_hand=False):
    """A word whose signs are 20 wide, on a line 40 high."""
    places = tuple((at + 0.5) / len(text) for at in range(len(text)))
    signs = Signs(text, (share,) * len(text), places)
    right = left + 20 * len(text)
    return Word(left, top, right, top + 40, signs, text if second is None else second, by_hand)


def table_page(*, head=PERSON, rows=ROWS, shares=None, seconds=None, texts=None, by_hand=()):
    """A page with a line of the patient, headings and three results."""
    lines = [head, HEAD, *rows] if head else [HEAD, *rows]
    words = []
    for number, line in enumerate(lines):
        at = _AT if len(line) == len(_AT) else (0, 300, 560)
        for text, left in zip(line, at, strict=False):
            if text:
                words.append(
                    word(
                        (texts or {}).get(text, text),
                        left,
                        60 * number,
                        share=(shares or {}).get(text, 1.0),
                        second=(seconds or {}).get(text),
                        by_hand=text in by_hand,
                    )
                )
    return tuple(words)


def lines_page(*lines, shares=None):
    """A page of a note: each line's words beside each other."""
    return tuple(
        word(text, 200 * place, 60 * number, share=(shares or {}).get(text, 1.0))
        for number, line in enumerate(lines)
        for place, text in enumerate(line)
    )
