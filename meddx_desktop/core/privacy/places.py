"""Where people live, work and are treated: addresses, hospitals and other organisations."""

import re
from collections.abc import Iterator

from meddx_desktop.core.privacy.identifiers import Found, IdentifierKind, is_chinese
from meddx_desktop.core.privacy.places_chinese import chinese_places

_KIND = IdentifierKind
_CAPITAL = r"(?:[A-Z][A-Za-z'.-]{1,20}|of|the|and|&|[A-Z]\.)"
_STREET = (
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Boulevard|Blvd|Court|Way|Place|Terrace|"
    r"Close|Crescent|Square|Highway|Hwy|Parkway|Pkwy|Circle|Trail|Row|Gardens|Grove|Mews|Hill|Walk)"
)
_STATE = (
    r"(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|"
    r"T[NX]|UT|V[AT]|W[AIVY])"
)
_MORE = (
    r"(?:,?[ \t]{1,2}(?:Apt|Apartment|Suite|Unit|Flat|Floor|Room|No)\.?[ \t]?#?[A-Za-z0-9-]{1,6})?"
    r"(?:,[ \t]{0,2}(?:St\. )?[A-Z][A-Za-z'-]{1,24}(?:[ -](?:[A-Z][A-Za-z'-]{1,20}|upon|on|of|"
    r"the|le)){0,3})?"
    rf"(?:,?[ \t]{{1,2}}(?:{_STATE}(?:[ \t]\d{{5}}(?:-\d{{4}})?)?|"
    rf"[A-Z]{{1,2}}\d[A-Z\d]?[ ]?\d[A-Z]{{2}}|\d{{5,6}}))?"
)
_ENGLISH = (
    (
        "street",
        re.compile(
            rf"(?<![A-Za-z0-9.])(?:(?:Flat|Apt|Unit|Room|Suite)\.? ?[A-Za-z0-9-]{{1,6}},?[ \t])?"
            rf"(?:(?:Plot|House|Block|Stand|Lot|Villa|Tower|Estate)\.?[ \t])?"
            rf"(?:No\.? ?)?\d{{1,6}}[A-Za-z]?,?[ \t]{{1,2}}(?:[NSEW]\.?[ \t])"
            rf"?(?:[A-Z0-9][A-Za-z0-9'.-]{{0,20}}[ \t]){{1,4}}{_STREET}\b\.?{_MORE}"
        ),
    ),
    (
        "street_small",
        re.compile(
            r"(?<![A-Za-z0-9.])\d{1,4}[a-z]?,?[ ](?:[a-z][a-z'-]{2,20}[ ]){1,3}"
            r"(?:street|road|rd|avenue|ave|lane|crescent|terrace|boulevard|gardens|"
            r"grove)(?![A-Za-z])"
        ),
    ),
    ("po_box", re.compile(rf"(?i:\bP\.? ?O\.? ?Box)[ \t]\d{{1,6}}{_MORE}")),
    (
        "state_zip",
        re.compile(
            rf"(?<![A-Za-z])(?:[A-Z][A-Za-z.'-]{{1,20}}[ \t])"
            rf"{{0,2}}[A-Z][A-Za-z.'-]{{1,20}},[ \t]?{_STATE}[ \t]\d{{5}}(?:-\d{{4}})?\b"
        ),
    ),
    (
        "postcode_uk",
        re.compile(
            r"(?<![A-Za-z0-9])(?:[A-Z][A-Za-z]{2,15}[ ,]{1,2})"
            r"?[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}(?![A-Za-z0-9])"
        ),
    ),
)
_LABEL = re.compile(
    r"(?<![A-Za-z])(?i:(?:home |postal |mailing |current |permanent |residential )?address|"
    r"resides at|"
    r"lives at|living at|residence|residing at)"
    r"[ \t]{0,2}[:=]?[ \t]{1,3}(?P<value>[A-Za-z0-9][^\n;|\t]{3,120}?)"
    r"(?=[ ]{2,}|[\n;|\t]|\.(?:\s|$)|,? (?i:with|alone|since|and|phone|tel|mobile|dob|email|"
    r"contact)\b|$)"
)
_VILLAGE = re.compile(
    r"(?<![A-Za-z])(?i:village|hamlet|townland|town|parish|township|settlement|suburb|"
    r"sub-?county|county|commune|barangay|borough|municipality)[ \t]"
    r"(?i:(?:of|called|named)[ \t])"
    r"(?P<value>[A-Z][A-Za-z'-]{1,24}(?:[ -](?:[A-Z][A-Za-z'-]{1,24}|upon|on|le|la|de)){0,2})"
)
"""Where somebody is from, by the word for it: the village of Ballyteige."""
_HOSPITAL = (
    r"(?:Hospital|Infirmary|Clinic|Polyclinic|Sanatorium|Hospice|"
    r"(?:Medical|Health|Healthcare|Cancer|Heart|Surgery|Surgical|Trauma|Rehabilitation|"
    r"Diagnostic|Imaging|Care)[ \t]"
    r"(?:Cent(?:er|re)|Group|Practice|System|Institute|Trust)|NHS (?:Foundation )?Trust|"
    r"Nursing Home|Care Home|"
    r"Surgery|Medical College|School of Medicine|Laborator(?:y|ies)|Health Post|Dispensary)"
)
_NAMED = re.compile(
    rf"(?<![A-Za-z])(?:(?:St|Mt|Ft)\. )?(?:[A-Z][A-Za-z'.&-]{{1,24}}[ \t]){{1,5}}?{_HOSPITAL}"
    r"(?:[ \t](?:of|for|in|at)[ \t](?:the )?(?:[A-Z][A-Za-z'-]{1,20}[ \t]?){1,3})?(?![A-Za-z])"
)
_OF = re.compile(
    r"(?<![A-Za-z])(?:University |Royal |National |General |Children's )?(?:Hospital|University|"
    r"College)[ \t](?:of|for)[ \t](?:the )?"
    r"(?:[A-Z][A-Za-z'-]{1,20}[ \t]?){1,4}"
)
_GENERIC = frozenset(
    [
        "the",
        "this",
        "our",
        "local",
        "general",
        "district",
        "day",
        "outpatient",
        "emergency",
        "regional",
        "community",
        "referring",
        "rural",
        "university",
        "chest",
        "tb",
        "fever",
        "eye",
        "ent",
        "dental",
        "diabetes",
        "diabetic",
        "warfarin",
        "asthma",
        "anticoagulation",
        "pain",
        "sleep",
        "memory",
        "fracture",
        "antenatal",
        "well",
        "baby",
        "follow-up",
        "followup",
        "oncology",
        "cardiology",
        "neurology",
        "urology",
        "dermatology",
        "surgical",
        "medical",
        "respiratory",
        "hiv",
        "art",
        "family",
        "health",
        "primary",
        "care",
        "a",
        "an",
        "in",
        "at",
        "from",
        "to",
        "by",
        "of",
        "for",
        "and",
        "with",
        "after",
        "before",
        "discharged",
        "admitted",
        "seen",
        "transferred",
        "referred",
        "refer",
        "return",
        "hospital",
        "clinic",
        "nursing",
        "home",
        "patient",
        "urgent",
        "any",
        "another",
        "other",
        "same",
        "previous",
        "large",
        "small",
        "city",
        "county",
        "state",
        "national",
        "public",
        "private",
        "mental",
        "village",
        "township",
        "central",
        "main",
        "children's",
    ]
)

_WORKPLACE = re.compile(
    r"(?:工作单位(?:及职业|及地址)?|单位名称|就读学校|学校|employer|workplace|works at|"
    r"employed (?:at|by))"
    r"[ \t]{0,3}[:=]?[ \t]{0,4}"
    r"(?P<value>[\u3400-\u9fffA-Z][^\n,，。;；|\t]{2,50}?)(?=[ ]{2,}|[\n,，。;；|\t]|"
    r" ?(?:电话|联系|住址|职业|"
    r"地址)| (?:as|and|in|for|since)\b|\.|$)",
)


def places(text: str) -> Iterator[Found]:
    """Find addresses and organisations in a folded text."""
    for rule, pattern in _ENGLISH:
        for match in pattern.finditer(text):
            yield Found(*match.span(), _KIND.ADDRESS, f"address_{rule}")
    for match in _LABEL.finditer(text):
        if re.search(r"[A-Z0-9]", match["value"]):
            yield Found(*match.span("value"), _KIND.ADDRESS, "address_label")
    for match in _VILLAGE.finditer(text):
        yield Found(*match.span("value"), _KIND.ADDRESS, "address_village")
    for match in _WORKPLACE.finditer(text):
        yield Found(*match.span("value"), _KIND.ORGANISATION, "workplace_label")
    yield from _english_hospitals(text)
    if is_chinese(text):
        yield from chinese_places(text)


def _english_hospitals(text: str) -> Iterator[Found]:
    for match in _NAMED.finditer(text):
        words = match[0].split()
        first = 0
        while first < len(words) and words[first].lower().strip(".") in _GENERIC:
            first += 1
        start = match.start() + match[0].index(words[first]) if first < len(words) else match.end()
        if first < len(words) and not re.fullmatch(_HOSPITAL, text[start : match.end()]):
            yield Found(start, match.end(), _KIND.ORGANISATION, "hospital")
    for match in _OF.finditer(text):
        yield Found(
            match.start(), match.start() + len(match[0].rstrip()), _KIND.ORGANISATION, "hospital_of"
        )
