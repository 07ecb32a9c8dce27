"""Numbers of people and things in other forms: in groups, of machines and cars, mail in words."""

import re
from collections.abc import Iterator

from meddx_desktop.core.privacy.identifiers import Found, IdentifierKind

_KIND = IdentifierKind
UNIT = re.compile(
    r"[ ]?(?:mmol|umol|µmol|nmol|pmol|mg|mcg|µg|ug|g/|g\b|ng|pg|[mk]?U/|m?IU|%|mEq|m?L\b|ml|fL|"
    r"x10|×10|"
    r"/[uµ]?L|cm|mm|kg|kPa|bpm|sec|s\b)"
)
"""What follows a result or a dose, and no number of a record."""
_FEWEST = 5
_NO = r"(?:number|num|no|nr|id|#)\.?"
_IS = r"[ \t]{0,3}(?:[:=#]|\bis\b)?[ \t]{0,3}[:#]?[ \t]{0,3}"
_NOT_AGE = r"(?![ ]?(?:y\b|yo\b|y/o|yrs?\b|years?\b|M\b|F\b|male|female|mg|ml|cm|kg|mmHg|%))"
_GROUPS = (
    rf"(?P<value>(?:[A-Za-z]{{1,4}}[ -]?)?\d{{1,4}}(?:(?:[ -]|"
    rf"[ ]?[-/][ ]?)\d{{1,4}}{_NOT_AGE}){{1,5}}"
    r"(?:[ -]?[A-Za-z](?![A-Za-z]))?(?![\d:]|[./-]\d))"
)
_LABELS = (
    (
        _KIND.RECORD_NUMBER,
        "record_label",
        rf"mrn|m\.r\.n\.?|m\.?r\.?(?: {_NO}|#)|(?:medical|med)\.? rec(?:ord)?s?\.?(?: {_NO})?|"
        rf"(?:hospital|hosp|patient|pt|chart|record|case|account|acct|accession|encounter|visit|"
        rf"admission|adm|registration|reg|reg'n|file|folder|unit|study|specimen|sample|lab|order|"
        rf"clinic|card|health card|booking|ticket|claim|referral|outpatient|inpatient|op|ip|opd|"
        rf"ipd|"
        rf"anc|epi|tb|art|hiv|district|facility|household|client|customer|episode|badge|staff|"
        rf"employee|licen[cs]e|gmc|nmc|npi|dea|pin|tracking|policy|barcode|wristband|tag|locker|"
        rf"x-?ray|film|slide|block|path(?:ology)?|histology|biopsy|blood bank|donor)\.?[ -]?{_NO}|"
        r"nhs(?: (?:number|no)\.?)?|chi|uhid|urn|crn|hrn|nhif|nhis|emr|ehr|ehr id|nric|"
        r"(?:our |your )?ref(?:erence)?(?: (?:number|no)\.?|#|\.)?(?=[ ]?[:#])",
    ),
    (
        _KIND.INSURANCE,
        "insurance_label",
        rf"ssn|s\.s\.n\.?|social security(?: {_NO})?|nino|ni {_NO}|(?:national )?insurance {_NO}|"
        rf"medicare(?: {_NO})?|medicaid(?: {_NO})?|(?:policy|member|subscriber|group) {_NO}",
    ),
    (
        _KIND.PASSPORT,
        "passport_label",
        rf"passport(?: {_NO})?|driv(?:er|ing)'?s? licen[cs]e(?: {_NO})?",
    ),
)
_LABELLED = tuple(
    (kind, rule, re.compile(rf"(?<![A-Za-z])(?:{label})(?![a-z]){_IS}{_GROUPS}", re.IGNORECASE))
    for kind, rule, label in _LABELS
)
_ONE_PIECE = re.compile(
    rf"(?<![A-Za-z])(?:{_LABELS[0][2]}){_IS}"
    r"(?P<value>(?=[A-Za-z/_-]{0,8}\d)[A-Za-z0-9][A-Za-z0-9/_-]{2,24})(?![A-Za-z0-9]|\.\d)",
    re.IGNORECASE,
)
_HANDLE = re.compile(
    r"(?<![A-Za-z])(?:user(?: ?(?:name|id))?|handle|telegram|facebook|fb|instagram|insta|twitter|"
    r"tiktok|"
    r"snapchat|signal|viber|line id|zoom(?: id)?|skype|whatsapp|wechat|weixin|qq|linkedin|portal|"
    r"account|login|log-?in|mychart|gamertag|discord|weibo|kakao|imo)"
    r"(?:[ ](?:id|name|account|handle|contact|number|no\.?|user|login|is|on|as|under)){0,2}"
    r"[ \t]{0,2}[:=@#]?[ \t]{0,2}[@\"']?"
    r"(?P<value>(?=[A-Za-z_.-]{0,20}\d)[A-Za-z0-9](?:[A-Za-z0-9]|"
    r"[._-](?=[A-Za-z0-9])){5,29})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_AT_NAME = re.compile(
    r"(?<![A-Za-z0-9._%+@-])(?P<value>@[A-Za-z][A-Za-z0-9_]{2,29})(?![A-Za-z0-9@]|\.[a-z])"
)
_PLACE = re.compile(
    r"(?<![A-Za-z])(?:bed|cot|bay|trolley|cubicle|side[ -]?room|room|chair|couch|bedspace)"
    r"(?:[ -](?:space|number|no\.?|#))?[ \t]{0,2}[:#-]?[ \t]{0,2}"
    r"(?P<value>[A-Z]?\d{1,3}[A-Z]?)(?![A-Za-z0-9]|\.\d|[%/]\d)"
    r"(?! ?(?:days?|hours?|hrs?|times|weeks?|months?|x|mg|ml|degrees|min(?:ute)?s?|air|and|"
    r"people|m|cm|per)\b)",
    re.IGNORECASE,
)
_FORMS = (
    (_KIND.RECORD_NUMBER, "mac_address", r"(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}"),
    (_KIND.RECORD_NUMBER, "mac_address", r"(?:[0-9A-Fa-f]{4}\.){2}[0-9A-Fa-f]{4}"),
    (
        _KIND.RECORD_NUMBER,
        "vehicle_number",
        r"(?=[A-HJ-NPR-Z0-9]{0,16}[A-Z])(?=[A-HJ-NPR-Z]{0,16}\d)[A-HJ-NPR-Z0-9]{13}\d{4}",
    ),
    (_KIND.INSURANCE, "ssn_form", r"(?<!\d[ ])\d{3}[ ]\d{2}[ ]\d{4}(?![ ]\d)"),
    (_KIND.INSURANCE, "nino_form", r"[A-CEGHJ-PR-TW-Z]{2}[ ]?\d{2}[ ]?\d{2}[ ]?\d{2}[ ]?[A-D]"),
    (
        _KIND.RECORD_NUMBER,
        "bare_number",
        r"(?<![<>=≥≤~×][ ])(?<![<>=≥≤~×*^])(?!\d{2,7}0000(?!\d))\d{8,10}"
        r"(?![ ]?(?:/|%|×|x10|cells?|cop(?:y|ies)|IU|iu|U\b|units?|CFU|cfu|c/|mL|ml|mg|g\b|L\b|"
        r"µL|uL|个|/|万|元|拷贝|per\b))",
    ),
    (_KIND.RECORD_NUMBER, "parted_number", r"\d{2}-\d{5}(?![ ]?(?:mg|ml|mL|IU|units?|cells?|/))"),
    (
        _KIND.RECORD_NUMBER,
        "number_plate",
        r"(?i:(?<=plate )|(?<=plates )|(?<=plate: )|(?<=reg )|(?<=reg: )|(?<=car )|(?<=van )|"
        r"(?<=vehicle )|(?<=registration )|(?<=tag ))"
        r"(?=[A-Z0-9 -]{0,7}\d)(?=[0-9 -]{0,5}[A-Z])"
        r"[A-Z0-9]{1,4}[ -]?[A-Z0-9]{2,5}(?:[ -][A-Z]{1,2})?",
    ),
)
_BARE = tuple(
    (kind, rule, re.compile(rf"(?<![A-Za-z0-9:.,+-]){form}(?![A-Za-z0-9:-]|[.,]\d)"))
    for kind, rule, form in _FORMS
)
_TOP = r"(?:com|org|net|edu|gov|co|uk|cn|de|fr|info|io|nhs)"
_MAIL_SAID = re.compile(
    r"(?<![A-Za-z0-9])[a-z0-9_-]{1,30}(?:[ ](?:dot|underscore|"
    r"dash)[ ][a-z0-9_-]{1,30}){0,3}[ ]at[ ]"
    rf"[a-z0-9-]{{1,30}}(?:[ ]dot[ ][a-z0-9-]{{1,30}}){{0,2}}[ ]dot[ ]{_TOP}(?![A-Za-z0-9])",
    re.IGNORECASE,
)


def spaced_numbers(text: str) -> Iterator[Found]:
    """Find numbers in groups behind a label, and those that a form of their own tells."""
    for kind, rule, pattern in _LABELLED:
        for match in pattern.finditer(text):
            is_long = sum(map(str.isdigit, match["value"])) >= _FEWEST
            if is_long and not UNIT.match(text, match.end("value")):
                yield Found(*match.span("value"), kind, rule)
    for pattern, rule in (
        (_ONE_PIECE, "record_label"),
        (_HANDLE, "net_account_label"),
        (_AT_NAME, "net_account"),
        (_PLACE, "bed"),
    ):
        for match in pattern.finditer(text):
            if not UNIT.match(text, match.end("value")):
                yield Found(*match.span("value"), _KIND.RECORD_NUMBER, rule)
    for kind, rule, pattern in _BARE:
        for match in pattern.finditer(text):
            yield Found(*match.span(), kind, rule)
    for match in _MAIL_SAID.finditer(text):
        yield Found(*match.span(), _KIND.EMAIL, "email_said")
