"""Chinese names by their labels, titles and surnames."""

import re
from collections.abc import Iterator

from meddx_desktop.core.privacy.identifiers import Found, IdentifierKind
from meddx_desktop.core.privacy.surnames import COMPOUND, NOT_NAMES, SURNAMES

_SURNAME = f"(?:{'|'.join(COMPOUND)}|[{''.join(SURNAMES)}])"
_HAN = r"[\u3400-\u9fff]"
_GAP = r"[ \t]{0,4}"
_END = (
    r"(?=$|[^\u3400-\u9fff]|性别|年龄|男|女|医[师生]|主任|护士|教授|大夫|科|床|住院|门诊|"
    r"病[区案]|民族|职业|婚姻|"
    r"电话|出生|籍贯|身份|手机|联系|关系|日期|签|记录|报告|审核|于|与|在)"
)
_ZH_LABEL = (
    r"(?:患者姓名|病人姓名|姓\s{0,4}名|患者|病人|患儿|产妇|联系人|紧急联系人|家属姓名|家属|"
    r"监护人|陪护人?|陪同者|"
    r"父亲姓名|母亲姓名|父亲|母亲|配偶|丈夫|妻子|儿子|女儿|供史者|病史陈述者|陈述者|代诉人|"
    r"代述人|陈述人|供史人|叙述者|"
    r"(?:主管|主治|经治|接诊|首诊|会诊|值班|上级|申请|送检|开单|报告|审核|检查|诊断|住院|主诊|"
    r"管床|责任|记录|手术|"
    r"麻醉|门诊|家庭|管理|带教|进修|实习)?(?:医师|医生|大夫|护士|技师|药师)(?:签名|签字|签章)?|"
    r"主任医师|副主任医师|主任|"
    r"(?:医师|医生|患者|病人|家属|本人|护士|电子)?签\s?[名字章]|代签|记录[者人]|报告[者人]|"
    r"审核[者人]|检查[者人]|"
    r"操作[者人]|术[者中]|主刀|助手|一助|二助|麻醉[者师]|采样人|核对[者人]|抄送|收件人|寄件人|"
    r"经办人|登记人|填表人|签发人)"
)
_ZH_LABELLED = re.compile(
    rf"{_ZH_LABEL}(?:\([^)\n]{{1,10}}\))?(?:[ \t]{{0,3}}[:=][ \t_]{{0,6}}|[ \t]{{1,6}})"
    rf"(?P<name>{_SURNAME}[ \t]{{0,2}}{_HAN}{{1,2}}?){_END}"
)
_ZH_ANY_LABELLED = re.compile(
    rf"(?:患者姓名|病人姓名|姓\s{{0,4}}名)[ \t]{{0,3}}[:=][ \t_]{{0,6}}"
    rf"(?P<name>{_HAN}{{2,4}}){_END}"
)
_ZH_PATIENT = re.compile(
    rf"(?:患者|病人|患儿|产妇|病员|伤者)[ \t]?(?P<name>{_SURNAME}{_HAN}{{1,2}}?)"
    rf"(?=[,，、( ]{{1,2}}(?:男|女|\d|系|因|于|汉|回|年|性|住|身份)|[(（])"
)
_ZH_HEAD = re.compile(
    rf"(?m:^)[ \t]{{0,8}}(?P<name>{_SURNAME}{_HAN}{{1,2}})"
    rf"[ \t]{{0,2}}[,，、 ][ \t]{{0,2}}(?=[男女][,，、 性(（]|[男女]$)"
)
_ZH_TITLED = re.compile(
    rf"(?P<name>{_SURNAME}{_HAN}{{0,2}}?)(?:(?:副|正)?主任(?:医师|护师|技师|药师)?|(?:主治|住院|"
    rf"副主任|主管|实习|进修|值班)"
    rf"?(?:医师|医生)|"
    r"大夫|护士长|护士|护师|教授|院长|科长|技师|先生|女士|小姐|同志|阿姨|大爷|大妈|奶奶|爷爷|"
    r"老师|师傅)(?!会(?!诊|同|商|议|面)|协会|们|办|站|值班|证|资格)"
)
_ZH_RELATIVE = re.compile(
    r"(?:其|患者|之|，|,|、|由|系|^)(?:子|女|妻|夫|父|母|兄|弟|姐|妹|儿子|女儿|妻子|丈夫|父亲|"
    r"母亲|爱人|配偶|哥哥|弟弟|姐姐|妹妹|孙子|孙女|"
    rf"儿媳|女婿|家属|邻居|同事|朋友|老伴)[ \t]?[(（]?(?P<name>{_SURNAME}{_HAN}{{1,2}}?)"
    r"(?=$|[,，。；;、)） \t\n(（:：]|陪|代|述|说|电话|送|签|知|同意|联系|手机|提供|诉)"
)
_ZH_SIGNED = re.compile(
    rf"(?m:^)[ \t]{{4,60}}(?P<name>{_SURNAME}{_HAN}{{1,2}})[ \t]{{0,4}}(?=$|/|\r?\n|[ \t]\d{{4}})"
)
_ZH_PAIR = re.compile(
    rf"(?:医师|医生|护士|签名|术者|助手|报告者|审核者)"
    rf"[ \t]{{0,3}}[:=][ \t]{{0,4}}{_SURNAME}{_HAN}{{1,2}}[ \t]{{0,2}}[/、,，][ \t]{{0,2}}"
    rf"(?P<name>{_SURNAME}{_HAN}{{1,2}}){_END}"
)
_DOTTED_PART = (
    r"(?:(?!会诊|诉|述|称|因|于|同意|签|男|女|的|将|来|已|在|入院|就诊|说|精神|自述|主任|医师|"
    r"医生|大夫|护士|代|陪|患|复诊|要求)"
    rf"{_HAN})"
)
_ZH_DOTTED = re.compile(
    rf"(?P<name>{_HAN}{{2,7}}[·•・‧]{_DOTTED_PART}{{2,8}}(?:[·•・‧]{_DOTTED_PART}{{2,8}})?)"
)
_DOT_STOPS = re.compile(r"^.*(?:患者|姓名|病人|患儿|医师|医生|家属|父亲|母亲|由|与|和|系|名)")
_BAD_MIDDLE = set(
    "科院室病住本我该外内等的经由请在有治诊到至及无未主上值为按需叫找问见遵告听求就当级向随接是否可能已"
)

_TITLE_ENDS = frozenset(
    [
        "子宫",
        "值班",
        "当班",
        "带班",
        "主管",
        "女性",
        "妇科",
        "母乳",
        "主任",
        "责任",
        "担任",
        "现任",
        "老师",
        "教师",
        "病史",
        "门诊",
        "患者",
    ]
)

_CHINESE = (
    ("zh_label", _ZH_LABELLED),
    ("zh_label", _ZH_ANY_LABELLED),
    ("zh_patient", _ZH_PATIENT),
    ("zh_head", _ZH_HEAD),
    ("zh_title", _ZH_TITLED),
    ("zh_relative", _ZH_RELATIVE),
    ("zh_signature", _ZH_SIGNED),
    ("zh_pair", _ZH_PAIR),
)


def chinese_names(text: str) -> Iterator[Found]:
    """Find Chinese names in a folded text."""
    for rule, pattern in _CHINESE:
        for match in pattern.finditer(text):
            before = text[max(0, match.start("name") - 1) : match.start("name")]
            if _is_name(match["name"], before, rule):
                yield Found(*match.span("name"), IdentifierKind.NAME, f"name_{rule}")
    for match in _ZH_DOTTED.finditer(text):
        cut = _DOT_STOPS.match(match["name"].split("·")[0])
        start = match.start() + (cut.end() if cut else 0)
        yield Found(start, match.end(), IdentifierKind.NAME, "name_dotted")


def _is_name(name: str, before: str, rule: str) -> bool:
    bare = re.sub(r"\s", "", name)
    if before + bare[0] in _TITLE_ENDS:
        return False
    if bare in NOT_NAMES or any(bare.startswith(one) for one in NOT_NAMES if len(one) > 1):
        return False
    return rule != "zh_title" or not _BAD_MIDDLE & set(bare[1:])
