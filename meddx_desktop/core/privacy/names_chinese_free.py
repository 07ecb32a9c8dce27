"""Chinese names that no label announces: a surname, signs of given names, and the words around.

Names have no blanks around them, so that three things are asked together: a surname, one or two
signs that given names are made of, and words before and after that a name stands between.
"""

import re
from collections.abc import Iterator

from meddx_desktop.core.privacy.identifiers import Found, IdentifierKind
from meddx_desktop.core.privacy.surnames import (
    COMPOUND,
    GIVEN_SIGNS,
    NO_GIVEN_SIGNS,
    NOT_NAMES,
    SURNAMES,
)

_HAN = r"[\u3400-\u9fff]"
_SURNAME = f"(?:{'|'.join(COMPOUND)}|[{''.join(sorted(SURNAMES))}])"
_SIGN = rf"(?![{''.join(sorted(NO_GIVEN_SIGNS))}]){_HAN}"
_USUAL = f"[{''.join(sorted(GIVEN_SIGNS))}]"
_ROLE = (
    r"(?:患者|病人|患儿|产妇|孕妇|伤者|病员|老人|家属|家长|父亲|母亲|爸爸|妈妈|丈夫|妻子|爱人|"
    r"配偶|老伴|儿子|女儿|儿媳|女婿|"
    r"孙子|孙女|哥哥|弟弟|姐姐|妹妹|兄弟|邻居|同事|同学|朋友|老乡|房东|雇主|工友|陪护人员|陪护|"
    r"陪同人员|护工|村民|村医|联系人|介绍人|"
    r"见证人|监护人|委托人|之子|之女|之妻|之夫|其子|其女|其妻|其夫|其母|其父|其兄|其弟|其姐|其妹|"
    r"护士|医生|医师|大夫|技师|药师|主任|同志)"
)
_ROLE_FOLLOWS = (
    r"(?=$|[^\u3400-\u9fff]|诉|述|代|称|说|讲|因|于|将|把|到|来|在|陪|送|电话|签|同意|知|要求|"
    r"拒绝|表示|提供|联系|系|是|为|的|等|和|与|及|"
    r"自|今|昨|现|已|未|无|有|男|女|精神|神志|意识|生命|病情|入|出|住|突|出现|既往|年|主|介绍|陈|"
    r"反映|发现|带|抱|护|巡|"
    r"值|执|给|遵|告|嘱|予|查|会诊|收|急|转|复|口|对|晨|夜|晚|术|行)"
)
_ROLED = re.compile(
    rf"{_ROLE}[ \t]?(?P<name>{_SURNAME}(?:{_SIGN}{_SIGN}|{_SIGN}|某某?)){_ROLE_FOLLOWS}"
)
_ROLED_SHORT = re.compile(rf"{_ROLE}[ \t]?(?P<name>{_SURNAME}{_SIGN}){_ROLE_FOLLOWS}")
_SOMEBODY = re.compile(
    rf"(?P<name>(?:{'|'.join(COMPOUND)}|{_HAN})"
    r"(?:某{1,2}(?!些|种|个|一|项|日|天|年|月|地|处|人|院)|[×✕＊*○]{1,2}(?![\d.,*])))"
)
_LADY = re.compile(
    rf"(?P<name>[阮黎范裴潘武邓黄陈吴杨胡]氏{_SIGN}{{1,2}}?)"
    r"(?=$|[^\u3400-\u9fff]|女|男|诉|述|称|说|因|于|系|今|来|自|的|入|签|年)"
)
"""Vietnamese names of women: 阮氏兰."""
_FREE = re.compile(
    rf"(?:(?<!{_HAN})|(?<=今日)|(?<=昨日)|(?<=今晨)|(?<=今天)|(?<=随访)|(?<=通知)|(?<=告知)|"
    rf"(?<=联系)|(?<=嘱)|"
    r"(?<=由)|(?<=与)|(?<=和)|(?<=向)|(?<=给)|(?<=为)|(?<=见)|(?<=请)|(?<=及)|(?<=经)|(?<=对)|"
    r"(?<=叫)|(?<=名)|(?<=者))"
    rf"(?P<name>{_SURNAME}{_USUAL}{{1,2}})"
    r"(?=$|[^\u3400-\u9fff]|的|诉|述|称|说|因|于|自|今|昨|已|未|无|在|到|来|将|等|系|男|女|精神|"
    r"神志|一般|病情|同意|签字|签名|"
    r"表示|要求|拒绝|复诊|入院|出院|就诊|家属|家人|之|代|陪|送|晨|夜|术后|生命|步行|卧床|食欲|"
    r"睡眠|情绪|血压|血糖|体温|伤口|切口|"
    r"母亲|父亲|医生|护士|汇报|报告|主诉|患者|患)"
)
_FAMILIAR = re.compile(
    rf"(?:(?<!{_HAN})|(?<=护士|医生|家属|邻居|同事|朋友|同学|老乡|护工|技师)|"
    rf"(?<=[由给和与叫找向跟]))"
    rf"(?P<name>[老小](?![时便儿腿肠脑师年支方单关安全常成高万明白米孔车计夏冷和黄麦])"
    rf"[{''.join(sorted(SURNAMES))}])"
    r"(?=$|[,，。;；、 \n]|妈|爸|爷|奶|家属|家人|的家|说|诉|称|今|昨|"
    r"来|到|有|被|同志|自|已|反映|血压|血糖|头|咳|发热|老师|查|巡|执|值|交|给|测|换|打|带|陪)"
)
_FAMILIAR_RELATIVE = re.compile(
    rf"(?:丈夫|妻子|老公|老婆|爱人|配偶|老伴|儿子|女儿|儿媳|女婿|父亲|母亲|爸爸|妈妈|哥哥|弟弟|姐姐|妹妹|兄弟|"
    rf"岳父|岳母|公公|婆婆|孙子|孙女|外孙|舅舅|叔叔|伯伯|姑姑|阿姨|亲戚|室友|工友|房东|保姆|老乡|邻居)"
    rf"(?P<name>[老小](?![时便儿腿肠脑年方单关常高万明白花])(?!于[ ]?\d)"
    rf"[{''.join(sorted(SURNAMES))}])(?![产])"
)
"""丈夫老王: whoever it is, and whatever the sentence goes on to say."""
_TOLD = re.compile(
    rf"姓(?P<name>{_SURNAME}[,，]?单?名{_SIGN}{{1,2}}?)(?=$|[^\u3400-\u9fff]|的|男|女|因|于|诉|"
    rf"来|是|今|自|年|住|现|入)"
)
"""患者姓张名伟."""
_APART = re.compile(
    rf"(?:(?m:^)|(?<=[:|\t])|(?<=患者|病人|患儿|姓名|签名|签字|医师|医生|护士))[ \t]{{0,8}}"
    rf"(?P<name>{_SURNAME}[ \t]{{1,4}}{_USUAL}(?:[ \t]{{0,4}}{_USUAL})?)"
    r"(?=[ \t]{0,4}(?:$|[,，、(（:：。;；\n]|[男女]|\d)|[ \t]{2,}|诉|述|称)"
    rf"|(?<!{_HAN})(?P<name2>{_SURNAME}[ \t]{{1,4}}{_USUAL}(?:[ \t]{{0,4}}{_USUAL})?)"
    r"(?=[ \t]{0,4}[,，、(（ ]?[ \t]{0,4}(?:[男女]|\d{1,3} ?岁)|[ \t]{0,2}(?:诉|述|称))"
)
"""张 伟, as forms and narrow columns have it."""
_BROKEN = re.compile(
    rf"(?:患者|姓名[:：]?|病人|患儿|"
    rf"家属)[ \t]{{0,2}}(?P<name>{_SURNAME}{_USUAL}?[ \t]{{0,4}}\r?\n[ \t]{{0,8}}{_USUAL}{{1,2}}?)"
    r"(?=$|[^\u3400-\u9fff]|诉|述|称|说|因|于|男|女|的|今|昨|现)"
)
"""A name that the end of a line splits."""
_BREAK = r"(?:[ \t]{0,4}|[ \t]{0,4}\r?\n[ \t]{0,8})"
_LEAST = 3
"""Signs of a name that stands alone; two with a full stop before and a verb behind."""
_SHORT_END = (
    r"(?=$|[^\u3400-\u9fffA-Za-z]|诉|述|称|说|因|于|的|今|昨|男|女|来|同意|签|自|"
    r"无|未|有|现|将|已|入|出|精神|家属|在|到)"
)
_ALONE = rf"(?:(?<!{_HAN})|(?<=[由与和向给见请及经对叫名]))"
_VERB = re.compile(r"诉|述|称|说|代|陪|签|同意|要求|拒绝|表示")


def free_chinese_names(text: str) -> Iterator[Found]:
    """Find Chinese names without a label in a folded text."""
    for pattern, rule in ((_ROLED, "name_zh_roled"), (_ROLED_SHORT, "name_zh_roled")):
        for match in pattern.finditer(text):
            if not _is_word(match["name"]):
                yield _found(match, rule)
    for match in _FREE.finditer(text):
        is_long = len(match["name"]) >= _LEAST or _VERB.match(text, match.end())
        if is_long and not _is_word(match["name"]):
            yield _found(match, "name_zh_free")
    for match in _LADY.finditer(text):
        yield _found(match, "name_zh_free")
    for match in _SOMEBODY.finditer(text):
        if match["name"][0] in SURNAMES or match["name"].startswith(COMPOUND):
            yield _found(match, "name_zh_somebody")
    for match in (*_FAMILIAR.finditer(text), *_FAMILIAR_RELATIVE.finditer(text)):
        yield _found(match, "name_zh_familiar")
    for match in (*_TOLD.finditer(text), *_APART.finditer(text), *_BROKEN.finditer(text)):
        part = "name" if match["name"] else "name2"
        if not _is_word("".join(match[part].split())):
            yield Found(*match.span(part), IdentifierKind.NAME, "name_zh_apart")


def repeated_chinese_names(text: str, found: list[Found]) -> Iterator[Found]:
    """Find full names that were found once wherever they stand."""
    names = {
        bare
        for one in found
        if one.kind is IdentifierKind.NAME
        and "\u3400" <= (bare := "".join(text[one.start : one.end].split()))[:1] <= "\u9fff"
        and (len(bare) >= _LEAST or _is_short_name(bare))
    }
    for name in sorted(names):
        end = "" if len(name) >= _LEAST else _SHORT_END
        for match in re.finditer(_BREAK.join(map(re.escape, name)) + end, text):
            yield Found(*match.span(), IdentifierKind.NAME, "name_repeated")
    for given in sorted({_given(name) for name in names} - {""}):
        for match in re.finditer(_ALONE + re.escape(given) + _SHORT_END, text):
            yield Found(*match.span(), IdentifierKind.NAME, "name_repeated")


def _given(name: str) -> str:
    """The given name by which somebody is called alone: two signs that names are made of."""
    surname = next((one for one in COMPOUND if name.startswith(one)), name[:1])
    given = name[len(surname) :]
    is_name = len(given) == 2 and given not in NOT_NAMES and GIVEN_SIGNS.issuperset(given)
    return given if is_name else ""


def _is_short_name(name: str) -> bool:
    """Whether a name of two signs can be looked for in every sentence."""
    is_made = len(name) == 2 and name[0] in SURNAMES and name[1] in GIVEN_SIGNS
    return is_made and not _is_word(name)


def _found(match: re.Match[str], rule: str) -> Found:
    return Found(*match.span("name"), IdentifierKind.NAME, rule)


def _is_word(name: str) -> bool:
    return name in NOT_NAMES or any(name.startswith(one) for one in NOT_NAMES if len(one) > 1)
