"""Chinese addresses and organisations."""

import re
from collections.abc import Iterator

from meddx_desktop.core.privacy.identifiers import Found, IdentifierKind

_KIND = IdentifierKind
_PROVINCE = (
    r"(?:北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|"
    r"河南|湖北|湖南|广东|海南|四川|贵州|"
    r"云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)"
)
_UNIT = (
    r"(?:省|自治区|特别行政区|自治州|地区|市|盟|区|县|旗|镇|乡|街道|村|社区|小区|大道|"
    r"大街|路|街|巷|胡同|弄|里|庄|屯|苑|园|"
    r"花园|新村|公寓|大厦|广场|组|队|农场|林场|坊|湾|营|寨|堡|坡|沟)"
)
_STEP = rf"(?:[\u3400-\u9fff]{{1,6}}?{_UNIT}(?:村|组|社区)?)"
_NUMBER_STEP = (
    r"(?:[0-9A-Za-z一二三四五六七八九十百甲乙丙丁东西南北-]{1,6}(?:号楼|号院|号|弄|栋|幢|"
    r"座|单元|室|楼|层|户|组|队|社|支路|房))"
)
_ADDRESS_ZH = (
    (
        "zh_province",
        re.compile(
            rf"{_PROVINCE}(?:省|市|壮族自治区|回族自治区|维吾尔自治区|"
            rf"自治区)?{_STEP}{{0,7}}{_NUMBER_STEP}{{0,6}}"
        ),
    ),
    (
        "zh_lives",
        re.compile(
            rf"(?:家住|现住|居住在|居住于|住在|住址为|住于|户籍在?|来自|老家|租住于?|寄住)"
            rf"(?P<value>{_STEP}{{1,7}}{_NUMBER_STEP}{{0,6}})"
        ),
    ),
    (
        "zh_steps",
        re.compile(
            rf"(?<![\u3400-\u9fff])(?P<value>[\u3400-\u9fff]{{2,4}}(?:市|县|州)"
            rf"{_STEP}{{1,6}}{_NUMBER_STEP}{{0,6}})"
        ),
    ),
    (
        "zh_district",
        re.compile(
            rf"(?<![\u3400-\u9fff])"
            rf"(?P<value>[\u3400-\u9fff]{{2,4}}区{_STEP}{{1,4}}{_NUMBER_STEP}{{1,6}})"
        ),
    ),
    (
        "zh_numbered",
        re.compile(
            rf"(?P<value>[\u3400-\u9fff]{{2,5}}(?:路|街|大道|大街|巷|胡同|弄|小区|新村|花园|公寓|"
            rf"村|苑)"
            rf"{_NUMBER_STEP}{{1,5}})"
        ),
    ),
)
_HOME = re.compile(
    r"(?:患者|病人|患儿|家属|其|本人|夫妇|一家)?(?:系|是|为|来自|自|回|返回|从|家在|原籍|籍贯|"
    r"祖籍|老家|生于|出生于|长期居住|居住于|居住|务工于|在)"
    r"(?P<value>(?!该|本|邻|某|外|当|全|各|乡|农|同|城|上|下|我|疫)[\u3400-\u9fff]{1,5}?(?:县|镇|"
    r"乡|村|寨|屯|旗))"
    r"(?=人|籍|居民|村民|农民|务农|居住|生活|人士|打工|务工|长大|出生|[,，。;；、 \n]|$)"
)
"""Where somebody is from, in one step: 患者系青阳县人."""
_LABEL_ZH = re.compile(
    r"(?:(?:家庭|现|居住|户籍|户口|通讯|通信|联系|详细|常住|单位)?(?:住址|地址|住所)|"
    r"户籍地|户口所在地|居住地|出生地|籍贯|"
    r"现居住?|常住地)[ \t]{0,3}[:=][ \t]{0,4}(?P<value>[^\s,，。;；|、][^\n,，。;；|\t]{1,60}?)"
    r"(?=[ ]{2,}|[\n,，。;；|\t]| ?(?:电话|联系|邮编|手机|邮政|职业|民族|婚姻|性别|年龄|"
    r"单位|工作|姓名|出生|身份|入院|住院)|$)"
)
_POSTCODE_ZH = re.compile(r"(?:邮编|邮政编码)[ \t]{0,3}[:=]?[ \t]{0,3}(?P<value>\d{6})(?!\d)")
_HOSPITAL_ZH = re.compile(
    r"(?P<name>[\u3400-\u9fff()]{2,22}?(?:医院(?:[\u3400-\u9fff]{2,4}(?:分院|院区|分部))?|"
    r"卫生院|卫生服务(?:中心|"
    r"站)|保健院|门诊部|诊所|卫生室|卫生所|"
    r"疗养院|医学中心|医疗中心|福利院|养老院|防治所|防治院|疾控中心|疾病预防控制中心|"
    r"急救中心|体检中心|大学|中学|小学|学院|幼儿园|有限公司|集团|工厂))"
)
_KNOWN_AS = re.compile(
    r"(?:转(?:往|至|到|入|院至|诊至|诊|院)?|前往|曾(?:在|于|去|到)|赴|就诊于?|送(?:往|至|到)?|"
    r"收住|住(?:在|于)?|(?:遂|后)?(?:去|到|至|在|于))"
    r"(?P<name>华西|湘雅|北?协和|瑞金|齐鲁|西京|天坛|阜外|积水潭|宣武|安贞|盛京|同济|华山|"
    r"北医三院|(?:省|市|州|县)医(?![院疗保生务药])|省立|"
    r"[一-鿿]{0,3}(?:一|二|三|四|五|六)院|附[一二三]院?|301|三〇一|东方肝胆|肿瘤所|妇产院)"
    r"(?!医院|学院|[\u3400-\u9fff]{1,3}(?:医院|分院)|医学院|堂|路|街|精神|共)"
)
"""A hospital by its short name: 后转华西."""
_BEFORE_HOSPITAL = re.compile(
    r"^.*(?:转诊|转往|转至|转入|转到|转送|转回|送至|送往|送到|送入|就诊于|就诊|住院于|"
    r"住于|曾于|曾在|曾到|曾去|遂至|遂到|"
    r"遂去|遂来|遂于|前往|来自|来到|到达|返回|患者|医生|医师|介绍|建议|推荐|随访|我们|"
    r"毕业于?|就读于?|工作于?|任职于?|"
    r"外出|急诊|住院|门诊|体检|手术|分娩|出生|产检|检查|治疗|至|到|在|于|赴|往|由|从|经|去|自|转)"
)
_LEAD = re.compile(r"^(?:[年月日时的及后前因并即遂又再均曾系为是号]|我(?!院))+")
_LEAD_PLACE = re.compile(r"^(?:现|转往|转至|前往|来自|返回|[在于到至从由往去住日])+")
_GENERIC_ZH = re.compile(
    r"^(?:我|本|外|当地|上级|下级|某|该|附近|其他|其它|别|原|多家|多|两|几|各|专科|综合|"
    r"定点|三甲|三级|二级|一级|基层|县|市|省|乡镇|乡|镇|村|区|"
    r"社区|私人|个体|公立|民营|大|小|外地|省级|市级|县级|地方|有|无|结核病?|传染病|精神|"
    r"精神病|妇幼|儿童|肿瘤|中|发热|住|本地|急诊|互联网|一家|"
    r"人民|县人民|市人民|定点结核病|结核病定点|上级综合|高级|对口|接诊|转诊|首诊|就近|"
    r"正规|相关|三级甲等|二级以上|三级以上)"
    r"(?:医院|卫生院|卫生服务中心|卫生服务站|保健院|门诊部|诊所|卫生室|卫生所|医疗中心|"
    r"急救中心|防治所|防治院|大学|中学|小学|学院|幼儿园|养老院|集团|工厂|体检中心|"
    r"疾控中心)$"
)


def chinese_places(text: str) -> Iterator[Found]:
    """Find Chinese addresses and organisations in a folded text."""
    for pattern in (_LABEL_ZH, _POSTCODE_ZH):
        for match in pattern.finditer(text):
            yield Found(*match.span("value"), _KIND.ADDRESS, "address_label")
    for match in _HOME.finditer(text):
        yield Found(*match.span("value"), _KIND.ADDRESS, "address_zh_home")
    for rule, pattern in _ADDRESS_ZH:
        for match in pattern.finditer(text):
            span = match.span("value") if "value" in match.groupdict() else match.span()
            span = (span[0] + _lead(text[slice(*span)], _LEAD_PLACE), span[1])
            if span[1] - span[0] > 2:
                yield Found(*span, _KIND.ADDRESS, f"address_{rule}")
    for match in _KNOWN_AS.finditer(text):
        yield Found(*match.span("name"), _KIND.ORGANISATION, "hospital_short")
    for match in _HOSPITAL_ZH.finditer(text):
        name = match["name"]
        cut = _BEFORE_HOSPITAL.match(name[:-2])
        start = match.start() + (cut.end() if cut else 0)
        start += _lead(text[start : match.end()], _LEAD)
        if match.end() - start > 3 and not _GENERIC_ZH.match(text[start : match.end()]):
            yield Found(start, match.end(), _KIND.ORGANISATION, "hospital")


def _lead(words: str, pattern: re.Pattern[str]) -> int:
    """How many signs at the beginning are no part of a name."""
    found = pattern.match(words)
    return found.end() if found else 0
