"""How vital signs are written, in English and Chinese."""

import re

from meddx_desktop.core.notes.find.numbers import NUMBER

SEP = (
    r"[ \t]{0,3}(?:[:：=]|\bis\b|\bwas\b|\bof\b|\bat\b|约?为|约|是|在"
    r"|可达|高达|曾达|达|最高达?|升至|波动于)?[ \t]{0,3}"
)
BEGIN = r"(?<![A-Za-z0-9/.])"
RANGE = rf"(?P<more>[ \t]?[-~–—至到][ \t]?{NUMBER}|s(?![A-Za-z]))?"
VALUE = rf"(?P<value>{NUMBER})(?!\d|/(?![ \t]?(?:min|分)))"
RATE = (
    r"(?P<unit>[ \t]?(?:bpm|b\.p\.m\.|beats?(?:/"
    r"| per )min(?:ute)?|breaths?(?:/"
    r"| per )min(?:ute)?|/[ \t]?min(?:ute)?\b"
    r"|per min(?:ute)?|次[/每]?分钟?))?"
)
NOT_MORE = r"(?![\d.]*\d)"


def _compile(pattern: str, *, capitals: bool = False) -> re.Pattern[str]:
    return re.compile(pattern, 0 if capitals else re.IGNORECASE)


TEMPERATURE_UNIT = (
    r"(?P<unit>[ \t]?(?:°[ \t]?[CF]|℃|℉|deg(?:rees?)?[ \t]?[CF]?\b|摄氏度|度|[CF]\b))?"
)
TEMPERATURE = _compile(
    BEGIN + r"(?P<name>temp(?:erature)?\.?(?:[ \t]max)?"
    r"|t-?max|T(?![A-Za-z])|腋温|肛温|耳温|体温(?:最高"
    r"|高峰)?|最高体温|热峰|Tm(?=[ :：]))"
    + SEP
    + r"(?:最高|高峰)?"
    + SEP
    + VALUE
    + RANGE
    + TEMPERATURE_UNIT
)
PULSE = _compile(
    BEGIN + r"(?P<name>heart rate|pulse(?: rate)?|HR"
    r"|P(?![A-Za-z])|PR(?![A-Za-z])|脉搏|脉率"
    r"|心率)(?:[ \t]?\([A-Z]{1,3}\)"
    r"|[ \t]?P(?=[ :：]))?" + SEP + VALUE + RANGE + RATE
)
BREATHS = _compile(
    BEGIN + r"(?P<name>resp(?:iratory"
    r"|iration)?s?(?: rate)?\.?|RR|R(?![A-Za-z])"
    r"|呼吸(?:频率)?)(?:[ \t]?R(?=[ :：]))?" + SEP + VALUE + RANGE + RATE
)
PRESSURE = _compile(
    BEGIN
    + r"(?P<top>(?:最高|highest[ \t]|max(?:imum|imal)?[ \t]))?"
    + r"(?P<name>(?:B/?P|blood pressure|血压)(?:[ \t]?\(?BP\)?)?"
    + SEP
    + r")?(?P<high>\d{2,3}(?:\.\d)?)[ \t]?/[ \t]?(?P<low>\d{1,3}(?:\.\d)?)(?![\d/])"
    + r"(?P<unit>[ \t]?(?:mm[ \t]?Hg|毫米汞柱|kPa))?"
)
HIGHEST = re.compile(r"最高|可达|高达|曾达|升至|up to")
BREATHING = _compile(
    r"(?<![A-Za-z0-9/.])(?:(?P<name>breath(?:ing|es)(?: rate)?)"
    + SEP
    + r")?"
    + VALUE
    + RANGE
    # the unit is needed: a breath has no other sign of being counted
    + r"(?P<unit>(?(name)[ \t]?(?:times |breaths? )?(?:/|per |a )[ \t]?min(?:ute)?\b"
    r"|[ \t]?breaths?[ \t]?(?:/|per |a )[ \t]?min(?:ute)?\b))"
)
_AIR = r"air\b(?![ -]?(?:entry|ways?|hunger|leaks?|bronch|spaces?|conduction|bed|mattress|bubble))"
OXYGEN = (
    r"(?P<air>[ \t]?[,，(（]?[ \t]?(?:(?:on|at|breathing|in|under|吸|不吸氧|未吸氧)[ \t]?)?"
    rf"(?:RA\b|room air|ambient air|{_AIR}|室内空气|空气下?|不吸氧|未吸氧|自然状态))?"
    r"(?P<flow>[ \t]?[,，(（]?[ \t]?(?:(?:on|with|at|吸氧"
    r"|鼻导管(?:吸氧)?|氧流量|面罩(?:吸氧)?)[ \t:：]{0,2}"
    rf"|(?={NUMBER}[ \t]?L(?:[ \t]?/[ \t]?min|pm)?[ \t]?(?:of )?(?:O2|oxygen|NC|nasal|NRB)\b))"
    rf"(?P<litres>{NUMBER})[ \t]?(?:L|lit(?:er"
    rf"|re)s?|升)(?:[ \t]?/[ \t]?(?:min|分)"
    rf"|pm\b)?(?:[ \t]?(?:of )?(?:O2|oxygen|NC"
    rf"|nasal cannula|NRB))?)?"
    r"(?P<given>[ \t]?[,，(（]?[ \t]?(?:(?:on|with|under|receiving)[ \t](?:a )?"
    r"(?:supplemental |high[- ]flow |nasal |face ?mask )?(?:oxygen|O2|NRB|non-?rebreather|HFNC|CPAP"
    r"|BiPAP|venturi|nasal (?:cannula|prongs|specs))\b|(?<!不)(?<!未)吸氧(?:中|下|状态)?(?!前)))?"
)
SATURATION = _compile(
    BEGIN + r"(?P<name>sp[ \t]?[O0]2|sa[O0]2|S[pa]O₂"
    r"|(?:O2|oxygen)[ \t]?sat(?:uration)?s?"
    r"|sat(?:uration)?s?|satting|saturating"
    r"|pulse ox(?:imetry)?|pox|(?:指脉?|血"
    r"|经皮血?)氧(?:饱和度)?|氧饱和度)"
    + r"(?:[ \t]?[(（]?SpO2[)）]?)?"
    + SEP
    + r"(?P<value>\d{1,3}(?:\.\d)?)(?![\d/])"
    + RANGE
    + r"(?P<unit>[ \t]?[%％])?"
    + OXYGEN
)
BARE_SATURATION = _compile(
    r"(?<![\d.])(?P<value>\d{2,3})(?P<more>(?!))?(?P<unit>[ \t]?%)(?=[ \t]?(?:on"
    r"|at|,)?[ \t]?(?:RA\b|room air|\d{1,2}[ \t]?L)"
    rf"|[ \t]?(?:on|in|breathing)[ \t]{_AIR})" + OXYGEN
)
WEIGHT = _compile(
    BEGIN
    + r"(?P<name>weight|wt\.?|weighs|W(?=[:：])|体重)"
    + SEP
    + VALUE
    + RANGE
    + r"(?P<unit>[ \t]?(?:kgs?|kilo(?:gram)?s?|lbs?|pounds?"
    r"|公斤|千克|斤|g(?:rams?)?|克))?(?![A-Za-z])"
)
HEIGHT = _compile(
    BEGIN + r"(?P<name>height|ht\.?|身高|身长)" + SEP + r"(?:(?P<feet>[3-8])[ \t]?(?:'|′|ft\.?|feet"
    r"|foot)[ \t]?(?:(?P<inches>\d{1,2})[ \t]?(?:\"|″|in(?:ches|\.)?)?)?"
    + rf"|{VALUE}{RANGE}(?P<unit>[ \t]?(?:cm"
    rf"|centimet(?:er|re)s?|m|met(?:er|re)s?"
    rf"|in(?:ches)?|厘米|公分|米))?(?![A-Za-z]))"
)
BMI = _compile(
    BEGIN
    + r"(?P<name>BMI|body mass index|体重指数|体质指数)"
    + SEP
    + VALUE
    + RANGE
    + r"(?P<unit>[ \t]?kg/m(?:2|²|\^2))?"
)
GCS = _compile(
    BEGIN
    + r"(?P<name>GCS|Glasgow(?: coma)?(?: scale| score)*|格拉斯哥(?:昏迷)?(?:评分|指数)?)(?:评分)?"
    + SEP
    + r"(?:(?P<value>\d{1,2})(?!\d)(?P<more>T\b)?(?:[ \t]?/[ \t]?15)?"
    r"|E(?P<e>[1-4])[ \t]?V(?P<v>[1-5])[ \t]?M(?P<m>[1-6]))"
)
PAIN = _compile(
    BEGIN + r"(?P<name>(?:pain|疼痛)(?:[ \t](?:score|level"
    r"|scale|rated|is))?|疼痛评分|VAS"
    r"|NRS)(?:[ \t]?评分)?" + SEP + r"(?P<value>10|\d)(?:[ \t]?(?:/|out of)[ \t]?10(?!\d)|[ \t]?分)"
)
FIO2 = _compile(
    BEGIN + r"(?P<name>FiO2|吸氧浓度|氧浓度)" + SEP + VALUE + RANGE + r"(?P<unit>[ \t]?[%％])?"
)
