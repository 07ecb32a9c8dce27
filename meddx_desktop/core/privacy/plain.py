"""A text as the rules read it: plain letters, nothing invisible, each with its place.

Names hide behind letters that look like others (full-width, Cyrillic, bold ones of mathematics),
behind marks (Trần, Żak) and behind signs without width. What is found in the plain text is told
in the places of the text as it was written.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache

from meddx_desktop.core.privacy.identifiers import Found

_BLANKS = frozenset("\u3000\u00a0\u1680\u202f\u205f") | frozenset(map(chr, range(0x2000, 0x200B)))
_MARKS = {
    **dict.fromkeys(_BLANKS, " "),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    **dict.fromkeys("\u2018\u2019\u02bc", "'"),
}
_UNSEEN = frozenset("\u00ad\u034f\u180e\ufeff").union(
    map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)))
)
_LOOK_LIKE = str.maketrans(
    "АВЕЗІЈКМНОРСТУХѕаеіјорсухһԁѵΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "ABE3IJKMHOPCTYXsaeijopcyxhdvABEZHIKMNOPTYXo",
)
"""Cyrillic and Greek letters that nobody can tell from Latin ones."""
_NAME_SIGNS = """
劉刘 歐欧 陽阳 楊杨 鄭郑 馮冯 鄧邓 趙赵 吳吴 黃黄 孫孙 馬马 羅罗 蕭萧 謝谢 鄒邹 葉叶 盧卢
蔣蒋 賈贾 錢钱 韓韩 龔龚 譚谭 賴赖 顧顾 萬万 莊庄 閻阎 鍾钟 鐘钟 嚴严 張张 陳陈 許许 蘇苏
龐庞 聶聂 湯汤 溫温 魯鲁 連连 駱骆 貝贝 齊齐 龍龙 樂乐 倫伦 號号 華华 國国 麗丽 偉伟 軍军
蘭兰 鳳凤 傑杰 瓊琼 蓮莲 瑩莹 儀仪 賢贤 輝辉 慶庆 榮荣 濤涛 曉晓 紅红 鵬鹏 遠远 強强 勝胜
維维 寶宝 貴贵 銀银 鋒锋 鋼钢 鐵铁 雲云 飛飞 嬌娇 義义 興兴 東东 學学 愛爱 寧宁 靜静 潔洁
艷艳 飄飘 誠诚 謙谦 諾诺 賓宾 雙双 碼码 繫系 衛卫 臺台 縣县 鄉乡 鎮镇 區区 灣湾 樓楼 門门
親亲 兒儿 屬属 護护 師师 醫医 歲岁 歷历 證证 聯联 絡络 電电 話话
"""
_SIMPLIFIED = {pair[0]: pair[1] for pair in _NAME_SIGNS.split()}
"""Traditional signs of names, places and the labels before them: the rules know simplified ones."""
_OWN_LETTERS = str.maketrans("ØøŁłĐđÐðıȷĦħŦŧƏə", "OoLlDdDdijHhTtEe")
"""Letters of Latin writing that Unicode does not take apart; ae and ss stay two things."""


@dataclass(frozen=True, slots=True)
class Plain:
    """The plain text, and where each of its signs begins and ends in the text as written."""

    text: str
    starts: tuple[int, ...] | None = None
    """None where every sign stands in its old place."""
    ends: tuple[int, ...] | None = None

    def written(self, one: Found) -> Found:
        """A find with its places in the text as it was written."""
        if self.starts is None or self.ends is None:
            return one
        return Found(self.starts[one.start], self.ends[one.end - 1], one.kind, one.rule)


def plain(text: str) -> Plain:
    """Read a text with plain letters, digits and marks."""
    if text.isascii():
        return Plain(text)
    signs: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for place, character in enumerate(text):
        if character in _UNSEEN:
            continue
        if "\u0300" <= character <= "\u036f" and signs and signs[-1].isalpha():
            ends[-1] = place + 1  # a mark that stands apart belongs to its letter
            continue
        signs.append(character if character.isascii() else _plain(character))
        starts.append(place)
        ends.append(place + 1)
    return Plain("".join(signs), tuple(starts), tuple(ends))


@cache
def _plain(character: str) -> str:
    """One sign for one sign, so that places stay."""
    if "\uff01" <= character <= "\uff5e":
        return chr(ord(character) - 0xFEE0)
    if character in _MARKS:
        return _MARKS[character]
    if character in _SIMPLIFIED:
        return _SIMPLIFIED[character]
    if 0x1D400 <= ord(character) <= 0x1D7FF:
        return unicodedata.normalize("NFKC", character)
    base = unicodedata.normalize("NFD", character)[0].translate(_OWN_LETTERS)
    if base.isascii() and base.isalpha():
        return base
    return character.translate(_LOOK_LIKE)
