"""Identifiers made of digits and letters: identity and record numbers, telephones, mail, links."""

import re
from collections.abc import Iterator

from meddx_desktop.core.domain.resident_id import ResidentId
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.privacy.identifiers import Found, IdentifierKind
from meddx_desktop.core.privacy.numbers_spaced import UNIT

_KIND = IdentifierKind
_NOT_BEFORE = r"(?<![A-Za-z0-9])"
_NOT_AFTER = r"(?![A-Za-z0-9])"
_IS = r"[ \t]{0,3}(?:[:=#]|\bis\b|\bno\.?|为|是|号码?)?[ \t]{0,3}[:#]?[ \t]{0,3}"
_VALUE = (
    r"(?P<value>\d{3,4}(?: \d{3,4}){1,4}(?![\d/:-]|\.\d)"
    r"|(?=[A-Za-z0-9/_-]*\d)[A-Za-z0-9][A-Za-z0-9/_-]{2,29})"
)
_NUMBER_WORD = r"(?:number|num|no|nr|id|#)\.?"

_RESIDENT = re.compile(rf"{_NOT_BEFORE}\d{{6}}[ -]?\d{{8}}[ -]?\d{{3}}[\dXx]{_NOT_AFTER}")
_RESIDENT_OLD = re.compile(rf"{_NOT_BEFORE}\d{{15}}{_NOT_AFTER}")
_DATE_WITHIN = re.compile(r"\d{6}(?:1[89]|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")

_LABELLED: tuple[tuple[IdentifierKind, str, str], ...] = (
    (
        _KIND.RESIDENT_ID,
        "resident_id_label",
        r"(?:公民|居民)?身份证(?:号码?)?|身份证件号码?|证件号码?|identity (?:card|number)(?: "
        rf"{_NUMBER_WORD})?|national id(?: {_NUMBER_WORD})?|id card(?: {_NUMBER_WORD})?",
    ),
    (
        _KIND.PASSPORT,
        "passport_label",
        rf"passport(?: {_NUMBER_WORD})?|护照(?:号码?)?|港澳(?:居民)?通行证(?:号码?)?|"
        r"台胞证(?:号码?)?|军官证(?:号码?)?|士兵证(?:号码?)?|驾驶证(?:号码?)?|"
        rf"driv(?:er|ing)(?:'s|s)? licen[cs]e(?: {_NUMBER_WORD})?",
    ),
    (
        _KIND.INSURANCE,
        "insurance_label",
        rf"(?:medical|health|social|national)? ?(?:insurance|security)(?: (?:card|policy|member))?"
        rf" {_NUMBER_WORD}|ssn|nino|ni number|medicare(?: {_NUMBER_WORD})?|"
        rf"medicaid(?: {_NUMBER_WORD})?|(?:policy|member|subscriber)(?: {_NUMBER_WORD})|"
        r"(?:社会保障|社保|医保|医疗保险|新农合|农合|医疗证|参合)(?:卡|证)?(?:号码?|编号)?",
    ),
    (
        _KIND.RECORD_NUMBER,
        "record_label",
        rf"mrn|medical record(?: {_NUMBER_WORD})?|(?:hospital|patient|chart|record|case|account|"
        rf"acct|accession|encounter|visit|admission|registration|file|folder|unit|study|specimen|"
        rf"sample|lab|order|requisition|invoice|barcode|bed head) {_NUMBER_WORD}|"
        rf"nhs(?: {_NUMBER_WORD})?|chi(?: {_NUMBER_WORD})|chi(?= ?[:#]? ?\d{{10}})|"
        rf"health (?:card|record) {_NUMBER_WORD}|(?:hosp|pt|emis|pas|urn|cris|pacs|crn|uhid|ihi|"
        rf"hn|opd|ipd"
        rf"|ur|hrn|nhi|phn|mr)(?: {_NUMBER_WORD}|(?=[ ]?[:#])|(?=[ ]\d{{5,12}}(?!\d)))|"
        r"accession|ref(?:erence)?(?: (?:number|no)\.?|#|(?=[:：]))|rx(?: (?:number|no)\.?|#)?|"
        r"(?:住院|门诊|病案|病历|登记|就诊|就诊卡|就诊序|检查|影像|放射|病理|超声|心电图|标本|"
        r"样本|条码|患者|"
        r"病人|档案|健康卡|健康档案|居民健康卡|体检|诊疗卡|流水|处方|申请单|报告|挂号|入院|ID|"
        r"PID|X线|CT|MR|片|"
        r"内镜|银行卡|账|帐|车牌)(?:号码?|编号)|患者ID|病人ID|登记编号|条形码|\bPID",
    ),
    (
        _KIND.RECORD_NUMBER,
        "net_account_label",
        r"微信号?|QQ号?|支付宝(?:账号)?|wechat(?: id)?|whatsapp|skype(?: id)?|"
        r"(?:user ?name|login|device|serial)(?: (?:id|no|number)\.?)?|序列号|设备编号",
    ),
)
_LABELS = tuple(
    (kind, rule, re.compile(rf"(?<![A-Za-z])(?:{label})(?![a-z]){_IS}{_VALUE}", re.IGNORECASE))
    for kind, rule, label in _LABELLED
)
_ID_ALONE = re.compile(rf"(?<![A-Za-z0-9.])ID[ \t]{{0,2}}[:=#][ \t]{{0,3}}{_VALUE}")
_PASSPORT = re.compile(rf"{_NOT_BEFORE}(?:[EGDSP]\d{{8}}|E[A-HJ-NP-Z]\d{{7}}){_NOT_AFTER}")
_SSN = re.compile(r"(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])")
_NHS = re.compile(r"(?<![\d-])\d{3}[ -]\d{3}[ -]\d{4}(?![\d-])")
_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]"
    rf"[A-HJ-NP-Z][ ·•.-]?[A-HJ-NP-Z0-9]{{5,6}}{_NOT_AFTER}"
)
_PLATE_ABROAD = re.compile(
    rf"{_NOT_BEFORE}[A-Z]{{2}}(?:0[1-9]|[1-7]\d)[ ]?(?!(?:MRI|NSR|ECG|CXR|MCV|RBC|"
    rf"WBC))[A-HJ-PR-Z]{{3}}{_NOT_AFTER}"
)
"""As in Britain since 2001: AB12 CDE."""
_PLATE_LABEL = re.compile(
    r"(?<![A-Za-z])(?:number|licen[cs]e|car|vehicle|van) ?(?:plate|reg(?:istration)?)(?: (?:no|"
    r"number)\.?)?"
    r"[ \t]{0,2}[:#]?[ \t]{0,2}(?:is |"
    r"was )?(?P<value>(?=[A-Z0-9 -]*\d)[A-Z0-9]{1,4}[ -]?[A-Z0-9]{2,6})(?![A-Za-z0-9])"
    r"|(?<![A-Za-z])plate[ :#]{1,2}(?P<value2>(?=[A-Z0-9-]*\d)[A-Z0-9-]{4,9})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_LONG = re.compile(r"(?<![A-Za-z0-9.,])\d(?:[ -]?\d){10,23}(?![\d.,]?\d|[A-Za-z])")
_CODED = re.compile(rf"{_NOT_BEFORE}[A-Z]{{1,4}}-?\d{{6,12}}{_NOT_AFTER}")
_AFTER_NAME = re.compile(
    r"(?<=[a-z\u3400-\u9fff\]]) ?\((?P<value>[A-Z]{0,3}\d{6,10}|\d{2,4}-\d{4,7})\)"
)
"""A number in brackets behind a name: "Maria Lopez (0012345)"."""
_BED = re.compile(
    r"(?<![\d.A-Za-z])(?P<value>[+加]?\d{1,3} ?床)(?![上下旁单边头位垫褥栏前尾])"
    r"|床(?:号|位号?)[ \t]{0,3}[:：]?[ \t]{0,3}(?P<value2>[+加]?\d{1,3}[A-Z]?床?)"
    r"|(?<![A-Za-z])[Bb][Ee][Dd][ \t]{0,2}(?:[Nn]o\.?|#|:)?[ \t]{0,2}"
    r"(?P<value3>\d{1,3}[A-Z]?)(?!\d|\.\d|[%/-])(?! ?(?:days|hours|times|weeks|x|degrees|min))"
)
_EMAIL = re.compile(
    r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}[ ]?@[ ]?[A-Za-z0-9-]{1,63}"
    r"(?:\.[A-Za-z0-9-]{1,63}){1,4}"
)
_EMAIL_WRITTEN = re.compile(
    r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64} ?[\[(](?:at|AT)[\])] ?[A-Za-z0-9.-]{1,63}"
    r"(?: ?[\[(](?:dot|DOT)[\])] ?[A-Za-z]{2,10})?"
)
_URL = re.compile(
    r"(?:https?|ftp)://[^\s<>\"，。；、）)]{3,300}|"
    r"(?<![A-Za-z0-9@])www\.[^\s<>\"，。；、）)]{3,300}"
)
_DOMAIN = re.compile(
    r"(?<![A-Za-z0-9@.-])(?:[A-Za-z0-9-]{1,63}\.){1,4}(?:com|org|net|cn|edu|gov|io|info|uk|co|de|"
    r"fr)"
    r"(?:/[^\s<>\"，。；、）)]{0,200})?(?![A-Za-z0-9])"
)
_IP = re.compile(
    r"(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])"
)

_PHONES = (
    ("mobile_cn", r"(?:\+?86[ -]?|0086[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}"),
    (
        "landline_cn",
        r"\(?0\d{2,3}\)?[ -]?[2-9]\d{2,3}[ -]?\d{4}(?:[ ]?(?:-|转|ext\.?)[ ]?\d{1,6})?",
    ),
    ("service_cn", r"[48]00[ -]?\d{3,4}[ -]?\d{3,4}"),
    (
        "phone_us",
        r"(?:\+?1[ .-]?)?(?:\(\d{3}\)[ ]?|\d{3}[.-])\d{3}[.-]\d{4}(?:[ ]?(?:x|ext\.?)[ ]?\d{1,6})?",
    ),
    ("phone_abroad", r"\+\d{1,3}[ .-]?(?:\(0\)[ ]?)?(?:\d[ .-]?){6,13}\d"),
    ("phone_uk", r"0\d{2,4}[ ]\d{3,4}[ ]\d{3,4}"),
    ("phone_local", r"555-\d{4}"),
    ("phone_spaced", r"\d{3}[ ]\d{3}[ ]\d{4}"),
)
_PHONE = tuple(
    (rule, re.compile(rf"(?<![A-Za-z0-9.+-]){form}(?![A-Za-z0-9]|\.\d)")) for rule, form in _PHONES
)
_PHONE_LABEL = re.compile(
    r"(?:(?<![A-Za-z])(?:tele)?phone(?: (?:no|number)\.?)?|(?<![A-Za-z])tel(?: no)?\.?|"
    r"(?<![A-Za-z])mobile(?: (?:no|number|phone)\.?)?|(?<![A-Za-z])cell(?: ?phone)?|"
    r"(?<![A-Za-z])fax|(?<![A-Za-z])pager?r?(?: (?:no|number)\.?)?|(?<![A-Za-z])beeper|"
    r"contact (?:no|number)\.?|"
    r"联系(?:人)?电话|家庭电话|电话(?:号码?)?|手机(?:号码?)?|联系方式|传真|分机)"
    r"[ \t]{0,3}(?:[:#]|为|是|\bis\b)?[ \t]{0,3}(?P<value>\+?[(\d][\d ()./-]{2,22}\d"
    r"(?:[ ]?(?:x|ext\.?|转)[ ]?\d{1,6})?)",
    re.IGNORECASE,
)


def numbers(text: str) -> Iterator[Found]:
    """Find identifiers of digits and letters in a folded text."""
    yield from _resident_ids(text)
    for kind, rule, label in _LABELS:
        for match in label.finditer(text):
            if not UNIT.match(text, match.end("value")):
                yield Found(*match.span("value"), kind, rule)
    for match in _ID_ALONE.finditer(text):
        yield Found(*match.span("value"), _KIND.RECORD_NUMBER, "id_label")
    yield from _plain(text)
    yield from _phones(text)
    yield from _net(text)


def _resident_ids(text: str) -> Iterator[Found]:
    for match in _RESIDENT.finditer(text):
        digits = re.sub(r"[ -]", "", match[0])
        if _is_resident_id(digits):
            yield Found(*match.span(), _KIND.RESIDENT_ID, "resident_id_checked")
        elif _DATE_WITHIN.match(digits):
            yield Found(*match.span(), _KIND.RESIDENT_ID, "resident_id_mistyped")
    for match in _RESIDENT_OLD.finditer(text):
        if _is_resident_id(match[0]):
            yield Found(*match.span(), _KIND.RESIDENT_ID, "resident_id_old")


def _is_resident_id(digits: str) -> bool:
    try:
        ResidentId.parse(digits)
    except InvalidEntry:
        return False
    return True


def _plain(text: str) -> Iterator[Found]:
    """Numbers that are told by their form alone."""
    for pattern, kind, rule in (
        (_PASSPORT, _KIND.PASSPORT, "passport_form"),
        (_SSN, _KIND.INSURANCE, "ssn_form"),
        (_PLATE, _KIND.RECORD_NUMBER, "number_plate"),
        (_PLATE_ABROAD, _KIND.RECORD_NUMBER, "number_plate"),
        (_LONG, _KIND.RECORD_NUMBER, "long_number"),
        (_CODED, _KIND.RECORD_NUMBER, "lettered_number"),
    ):
        for match in pattern.finditer(text):
            yield Found(*match.span(), kind, rule)
    for match in _PLATE_LABEL.finditer(text):
        part = "value" if match["value"] else "value2"
        yield Found(*match.span(part), _KIND.RECORD_NUMBER, "number_plate")
    for match in _AFTER_NAME.finditer(text):
        yield Found(*match.span("value"), _KIND.RECORD_NUMBER, "number_behind_name")
    for match in _BED.finditer(text):
        part = next(name for name, value in match.groupdict().items() if value)
        yield Found(*match.span(part), _KIND.RECORD_NUMBER, "bed")
    for match in _NHS.finditer(text):
        if _is_nhs(re.sub(r"\D", "", match[0])):
            yield Found(*match.span(), _KIND.RECORD_NUMBER, "nhs_number")


def _is_nhs(digits: str) -> bool:
    """The check digit of the NHS number, modulo 11."""
    total = sum(int(digit) * (10 - place) for place, digit in enumerate(digits[:9]))
    return (11 - total % 11) % 11 == int(digits[9])


def _phones(text: str) -> Iterator[Found]:
    for rule, pattern in _PHONE:
        for match in pattern.finditer(text):
            yield Found(*match.span(), _KIND.PHONE, rule)
    for match in _PHONE_LABEL.finditer(text):
        yield Found(*match.span("value"), _KIND.PHONE, "phone_label")


def _net(text: str) -> Iterator[Found]:
    for pattern, kind, rule in (
        (_EMAIL, _KIND.EMAIL, "email"),
        (_EMAIL_WRITTEN, _KIND.EMAIL, "email_written"),
        (_URL, _KIND.URL, "url"),
        (_DOMAIN, _KIND.URL, "domain"),
        (_IP, _KIND.URL, "ip_address"),
    ):
        for match in pattern.finditer(text):
            end = match.start() + len(match[0].rstrip(".,;:"))
            yield Found(match.start(), end, kind, rule)
