"""Characters as Chinese keyboards, printers and office programs write them, made comparable.

Not NFKC: that turns ``10⁹`` into ``109`` and ``①`` into ``1``, which would change numbers.
"""

import re

_ARROWS = {"⬆": "↑", "⇧": "↑", "▲": "↑", "△": "↑", "⬇": "↓", "⇩": "↓", "▼": "↓", "▽": "↓"}
_DASHES = "‐‑‒–—―−﹣"
_SPACES = "\t\u00a0\u00ad\u2060\ufeff" + "".join(map(chr, range(0x2000, 0x2010))) + "\u202f\u3000"
_TABLE = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(map(ord, _DASHES), "-"),
    **dict.fromkeys(map(ord, "〜∼"), "~"),
    **dict.fromkeys(map(ord, "✕⨯╳✖"), "×"),
    **dict.fromkeys(map(ord, "≦⩽"), "≤"),
    **dict.fromkeys(map(ord, "≧⩾"), "≥"),
    **dict.fromkeys(map(ord, "∶︰﹕"), ":"),
    ord("﹤"): "<",
    ord("﹥"): ">",
    ord("﹢"): "+",
    ord("\u2019"): "'",
    ord("【"): "[",
    ord("】"): "]",
    **{ord(key): arrow for key, arrow in _ARROWS.items()},
}
_SQUEEZE = re.compile(r"\s+")


def fold(text: str) -> str:
    """The same text in plain characters, each still at its own place: length never changes."""
    return text if text.isascii() and "\t" not in text else text.translate(_TABLE)


def key(text: str) -> str:
    """A form for comparing names: folded, no spaces, small letters (both micro signs alike)."""
    return _SQUEEZE.sub("", fold(text)).casefold()
