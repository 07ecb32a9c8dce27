"""How dose, route, frequency and duration are written, in English and Chinese."""

import re

from meddx_desktop.core.notes.find.numbers import ENGLISH_NUMBER, HAN_NUMBER, NUMBER

N = rf"(?:{NUMBER}|{ENGLISH_NUMBER}\b|{HAN_NUMBER})"
UNIT = (
    r"(?:mg|mcg|µg|μg|ug|g|ml|mL|L|IU|i\.u\.|units?|U|mEq|mmol|milligrams?|micrograms?|grams?"
    r"|毫克|微克|克|毫升|万单位|万U|单位|国际单位)"
)
PIECES = (
    r"(?:tab(?:let)?s?|caps?(?:ules?)?|pills?|puffs?|inhalations?|drops?"
    r"|gtts?|sprays?|patch(?:es)?"
    r"|sachets?|ampoules?|vials?|teaspoons?|tsp|片|粒|丸|支|袋|包|滴|喷|吸|贴|瓶|枚)"
)
PER = (
    r"(?:[ \t]?/[ \t]?(?P<kg>kg"
    r"|公斤)(?:[ \t]?/[ \t]?(?P<by>day|d\b|dose|次"
    r"|日|天|min|h\b|hr))?"
    r"|[ \t]?/[ \t]?(?P<by2>day|d\b|日|天|dose|次"
    r"|h\b|hr|hour|min))?"
)
DOSE = re.compile(
    rf"(?:(?:每次|一次|each time|take|1次"
    rf"|of)[ \t]?)?(?P<value>{N})(?P<more>[ \t]?(?:-"
    rf"|–|~|to|至)[ \t]?{N})?[ \t]?-?"
    rf"(?:(?P<unit>{UNIT})(?![A-Za-z]){PER}|(?P<piece>{PIECES})(?![A-Za-z]))",
    re.IGNORECASE,
)
PER_VOLUME = re.compile(
    rf"(?P<value>{NUMBER})[ \t]?(?P<unit>mg|mcg|µg|μg|ug|g|IU|units?|U|毫克|克|单位)"
    rf"[ \t]?(?:/|per(?![a-z]))[ \t]?(?P<volume>{NUMBER})?[ \t]?(?:ml|毫升)(?![A-Za-z/])",
    re.IGNORECASE,
)
STRENGTH = re.compile(
    rf"(?P<value>{NUMBER})(?:[ \t]?[-/][ \t]?{NUMBER})+[ \t]?(?P<unit>{UNIT})?(?![A-Za-z\d/])"
    rf"|(?:[×xX*][ \t]?\d{{1,3}}[ \t]?{PIECES})|(?P<percent>{NUMBER})[ \t]?[%％]",
    re.IGNORECASE,
)
SALTS = (
    "sulfate",
    "phosphate",
    "acetate",
    "citrate",
    "gluconate",
    "fumarate",
    "tartrate",
    "succinate",
    "maleate",
    "mesylate",
    "besylate",
    "bromide",
    "nitrate",
    "carbonate",
    "lactate",
    "hydrochloride",
    "sodium",
    "potassium",
    "calcium",
    "magnesium",
)
"""Where one stands right behind a drug it is a part of its name: morphine sulphate 10 mg."""
FORM = re.compile(
    rf"(?:{'|'.join(SALTS)}|sulphate|HCl|dihydrate|trihydrate)(?![A-Za-z])"
    r"|(?:oral |po )?(?:suspension|syrup|solution|ointment|cream|gel|lotion"
    r"|eye drops?|ear drops?|spray|inhaler|accuhaler|turb[ou]haler|MDI|DPI|nebuli[sz]er"
    r"|nebs?|injection|infusion|tablets?|capsules?|tabs?|caps?|powder|ER|XR|MR|DS|LA"
    r"|SR|XL|CR|DR|EC|HFA|enteric[- ]coated|extended release"
    r"|缓释|控释|肠溶|分散|咀嚼|泡腾|滴眼液|滴耳液|软膏|乳膏|凝胶|气雾剂|喷雾剂|吸入剂|口服液|糖浆|混悬液|注射液|胶囊|颗粒|片|丸|散|栓)(?![A-Za-z])",
    re.IGNORECASE,
)
ROUTES = (
    ("oral", r"p\.?o\.?\b|orally|by mouth|per os|oral\b|口服|顿服|嚼服|含服|冲服|吞服"),
    (
        "intravenous",
        r"i\.?v\.?(?:gtt|drip|p\b)?\b"
        r"|intravenous(?:ly)?|静脉滴注|静脉推注|静脉注射|静滴|静注"
        r"|静推|静点|输液",
    ),
    ("intramuscular", r"i\.?m\.?\b|intramuscular(?:ly)?|肌肉注射|肌注"),
    (
        "subcutaneous",
        r"s\.?c\.?\b|s\.?q\.?\b|sub-?q\b|subcut(?:aneous(?:ly)?)?\b|皮下注射|皮下|ih\b",
    ),
    ("sublingual", r"s\.?l\.?\b|sublingual(?:ly)?|under the tongue|舌下(?:含服)?"),
    ("rectal", r"p\.?r\.?\b(?!n)|rectal(?:ly)?|纳肛|塞肛|直肠给药|灌肠"),
    ("vaginal", r"p\.?v\.?\b|vaginal(?:ly)?|阴道给药|阴道塞入|纳阴"),
    (
        "inhaled",
        r"inhaled|inhalation|via (?:neb(?:ulizer)?"
        r"|inhaler|MDI)|by nebuli[sz]er|neb\b"
        r"|雾化(?:吸入)?|吸入",
    ),
    ("nasal", r"intranasal(?:ly)?|in each nostril|nasal(?:ly)?|per nostril|喷鼻|滴鼻|鼻喷"),
    (
        "ophthalmic",
        r"(?:in|to) (?:both|the|each|left"
        r"|right) eyes?|o\.?u\.?\b|o\.s\.|ophthalmic"
        r"|滴眼|点眼",
    ),
    ("otic", r"(?:in|to) (?:both|the|each|left|right) ears?|otic|滴耳"),
    (
        "topical",
        r"topical(?:ly)?|apply"
        r"|to (?:the )?(?:affected )?(?:skin|area"
        r"|lesions?)|外用|外涂|涂抹|外敷|外搽",
    ),
)
ROUTE = re.compile("|".join(rf"(?P<{name}>{words})" for name, words in ROUTES), re.IGNORECASE)
EVERY = r"(?:each|every|per|a|/)"
DAY = r"(?:日|天)"
FREQUENCIES = (
    ("qod", r"q\.?o\.?d\b\.?|every other day|alternate days?|隔日(?:1次|一次)?|隔天(?:1次|一次)?"),
    (
        "qid",
        rf"q\.?i\.?d\b\.?|qds\b|(?:four times"
        rf"|4 ?(?:times|x))[ -]?(?:{EVERY} ?day"
        rf"|daily)|(?:每|一|1){DAY}(?:四|4)次|{DAY}(?:四"
        rf"|4)次|(?:四|4)次/{DAY}",
    ),
    (
        "tid",
        rf"t\.?i\.?d\b\.?|tds\b|(?:three times|thrice"
        rf"|3 ?(?:times|x))[ -]?(?:{EVERY} ?day"
        rf"|daily)|(?:每|一|1){DAY}(?:三|3)次|{DAY}(?:三"
        rf"|3)次|(?:三|3)次/{DAY}|早中晚",
    ),
    (
        "bid",
        rf"b\.?i\.?d\b\.?|bd\b|(?:twice|two times"
        rf"|2 ?(?:times|x))[ -]?(?:{EVERY} ?day"
        rf"|daily)|(?:每|一|1){DAY}(?:两|二|2)次"
        rf"|{DAY}(?:两|二|2)次|(?:两|二|2)次/{DAY}"
        rf"|早晚各?(?:1|一)?(?:次|[片粒])?",
    ),
    (
        "qhs",
        r"q\.?h\.?s\b\.?|h\.s\.|qn\b|(?:every night"
        r"|nightly|at bedtime|at night|before bed"
        r"|each night|nocte\b|睡前|每晚|晚上)(?:(?:1|一)次)?",
    ),
    (
        "qam",
        r"q\.?a\.?m\b\.?|every morning|each morning|in the morning|mane\b|om\b|每晨|每早|晨起|早上",
    ),
    (
        "every",
        rf"q\.?[ ]?(?P<hours>\d{{1,2}})(?P<wide>[ ]?-[ ]?\d{{1,2}})?[ ]?(?:h(?:rs?"
        rf"|ours?|rly)?)?\b(?:-|–)?"
        rf"|every (?P<hours2>\d{{1,2}}|four|six|eight"
        rf"|twelve)(?P<range> ?(?:-"
        rf"|to) ?\d{{1,2}})? ?(?:hours?|hrs?|h\b)"
        rf"|每隔?(?P<hours3>\d{{1,2}}"
        rf"|{HAN_NUMBER})个?小时(?:(?:1|一)次)?"
        rf"|(?P<hours4>\d{{1,2}}) hourly",
    ),
    (
        "weekly",
        r"q\.?week(?:ly)?\b|qw\b|(?:once )?weekly"
        r"|(?:once|one time|1x?) (?:a|per|each"
        r"|every) week|every week|(?:每|一)周(?:1|一)?次",
    ),
    ("monthly", r"(?:once )?monthly|(?:once )?(?:a|per|every) month|每月(?:1|一)次"),
    (
        "qd",
        rf"q\.?d\b\.?|o\.?d\b|once[ -]?(?:daily"
        rf"|{EVERY} day)|once-daily|(?:1 ?x|1 time"
        rf"|one time) ?(?:daily|{EVERY} ?day)|daily"
        rf"|every day|each day|a day|per day|q day"
        rf"|(?:每|一|1){DAY}(?:一|1)?次|{DAY}(?:一|1)次"
        rf"|(?:一|1)次/{DAY}|每日|每天",
    ),
    (
        "stat",
        r"stat\b|once\b|x ?1\b(?! ?(?:d|w|m|/))|single dose|one dose|立即|即刻|顿服|(?:1|一)次性",
    ),
)
FREQUENCY = re.compile(
    "|".join(rf"(?P<{name}>{words})" for name, words in FREQUENCIES), re.IGNORECASE
)
PRN = re.compile(
    r"(?:prn\b|p\.r\.n\.|as (?:needed|required|necessary)|if needed|sos\b|必要时|按需)",
    re.IGNORECASE,
)
LONG = re.compile(
    rf"(?:for|x|×|用|连用|连服|共|疗程"
    rf"|服)?[ \t]?(?:another |the next "
    rf"|a total of )?(?P<value>{N})[ \t]?(?:-[ \t]?)?"
    r"(?:(?P<unit>days?|d(?![a-z])|weeks?|wks?"
    r"|w(?![a-z])|months?|years?|天|日|周|个?星期|个月"
    r"|年)|/(?P<part>7|52|12)(?!\d))",
    re.IGNORECASE,
)
FILL = re.compile(
    r"[ \t]*(?:[,，、;；(（)）\[\]:：@+\"“”」』]"
    r"|\n(?=[ \t]{0,8}(?:sig|用法|take)\b)"
    r"|-(?=[ \t])|(?:sig|dose|dosage|in|on|of"
    r"|the|a|an|to|at|by|as|take|taking"
    r"|divided|doses?|in divided doses"
    r"|with (?:food|meals)|before meals"
    r"|after meals|therapy|each|用法|用量|剂量|每次|一次"
    r"|餐前|餐后|饭前|饭后|分|治疗|服用)(?![A-Za-z])"
    r"|\.(?=[ \t]*\d))?[ \t]*",
    re.IGNORECASE,
)
PER_DAY = {"qd": 1.0, "bid": 2.0, "tid": 3.0, "qid": 4.0, "qhs": 1.0, "qam": 1.0, "qod": 0.5}
UCUM = {
    "mg": "mg",
    "milligram": "mg",
    "毫克": "mg",
    "g": "g",
    "gram": "g",
    "克": "g",
    "mcg": "ug",
    "µg": "ug",
    "μg": "ug",
    "ug": "ug",
    "microgram": "ug",
    "微克": "ug",
    "ml": "mL",
    "毫升": "mL",
    "l": "L",
    "iu": "[iU]",
    "i.u.": "[iU]",
    "unit": "[iU]",
    "u": "[iU]",
    "单位": "[iU]",
    "国际单位": "[iU]",
    "万单位": "[iU]",
    "万u": "[iU]",
    "meq": "meq",
    "mmol": "mmol",
}
TIME = {
    "d": "d",
    "天": "d",
    "日": "d",
    "w": "wk",
    "周": "wk",
    "个星期": "wk",
    "星期": "wk",
    "m": "mo",
    "个月": "mo",
    "y": "a",
    "年": "a",
}
PARTS = {"7": "d", "52": "wk", "12": "mo"}
LONGEST = 160
