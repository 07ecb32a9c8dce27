"""What stands under a heading of allergies and is none: current drugs, answers, whole words."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from meddx_desktop.core.domain.note import Section, SectionName, Span

_TAKES = re.compile(
    r"\b(?:takes?|taking|took|on(?! ?\d)|uses?|using|prescribed|start(?:ed|s)?"
    r"|continu(?:es?|ed|ing)|commenced|given|rx|meds?|medications?"
    r"|dhx?|regular(?:ly)?|current(?:ly)?|repeats?|maintained)\b"
    r"|长期|目前|现(?:用|服|在)|正在|规律|平素|平时|服用?|口服|服药|使用|应用|在用|给予|予(?!以)|用药",
    re.IGNORECASE,
)
_HAPPENED = re.compile(
    r"rash|hives|urticaria|anaphyla|angio-?o?edema|swell|swollen|itch|reaction|reacts?\b|allerg|vomit"
    r"|nausea|wheez|collaps|stridor|dyspnoea|blister|stevens|bronchospasm|thrush|diarrh|intoleran"
    r"|皮疹|红疹|过敏|休克|荨麻疹|瘙痒|红肿|反应|不良|后(?:出现|发生|引起|感|致)|不耐受",
    re.IGNORECASE,
)
_JUST_BEFORE = re.compile(
    r"(?:rash|hives|urticaria|anaphylaxis|swelling|itching|reaction|vomiting|nausea|wheeze"
    r"|collapsed?|allergic|allergy)"
    r"(?: (?:when|while|whilst|after|was|were|once|if|from|that|came|to))*[ \t]*$",
    re.IGNORECASE,
)
_STOP = re.compile(r"(?<=[A-Za-z)\]])\.(?=\s|$)|(?<=\d)\.(?=\s)|[。;；\n]")
_DOSED = re.compile(
    r"[ \t]{0,2}(?:[片剂胶囊颗粒针]{0,2}[ \t]{0,2})?(?:\d{1,5}(?:\.\d{1,3})?"
    r"[ \t]?(?:mg|mcg|µg|μg|ug|g|units?|iu|ml|毫克|微克|克|片|粒|单位"
    r"|puffs?|tabs?|caps?)(?![A-Za-z])"
    r"|(?:od|bd|tds|qds|qd|bid|tid|qid|prn|nocte|mane|daily|once daily|twice daily)\b)",
    re.IGNORECASE,
)
_NO = re.compile(
    r"[ \t]{0,2}(?:allerg(?:y|ies)|过敏史?)?[ \t]{0,2}[:：?？=–-][ \t]{0,2}"
    r"(?P<no>no|none|nil|n|neg|negative|denies|denied|not allergic|no allergy|无|否|否认|没有|阴性"
    r"|[(（][-－–][)）])[ \t]*(?=[,，;；.。、|/\n]|$|\s{2}|\band\b)"
    r"|[ \t]{0,2}(?:类药物|类|药物|制剂)?(?P<not>(?:不|无|未见|没有|未)(?:发生)?过敏)"
    r"(?!史不详|史未)",
    re.IGNORECASE,
)
_NONE_AT_ALL = re.compile(
    r"^[ \t:：]*(?:NKDA|NKA|NKFA|nil(?: known)?|none(?: known)?|no known(?: drug)? allergies"
    r"|无|否认|暂无|未发现)[ \t]*(?P<end>[.。;；\n])",
    re.IGNORECASE,
)
_ITEM = re.compile(r"[,，;；、/\n]|\.(?=\s|$)|。|\band\b|\+")
_AS_WRITTEN = re.compile(
    r"[ \t]*(?:to )?(?P<name>[A-Za-z][A-Za-z' -]{2,28}?)[ \t]*"
    r"(?:[(（\[][^)）\]\n]{0,60}[)）\]]|[-–:][^\n]{0,60})?[ \t]*$"
)
_NO_SUBSTANCE = re.compile(
    r"(?:"
    r"no|not|none|nil|known|unknown|unclear|unsure|see|above|below|noted|nkda|"
    r"nka|nkfa|drug|drugs|food|foods|allergy|allergies|allergic|asked|recorded|"
    r"documented|yes|reviewed|confirmed|denies|denied|the|his|her|patient|pt|has|"
    r"had|is|are|as|per|in|with|without|to|any|multiple|several|many|other|"
    r"others|hay|fever|seasonal|rhinitis|asthma|eczema|atopy|mild|severe|moderate|"
    r"rash|anaphylaxis|hives|swelling|nausea|vomiting|reaction|type|status|todo|"
    r"tbc|na|childhood|child|since|when|after|if|for|of|on|by|was|were|she|"
    r"he|they|updated|up|date|intolerance|intolerances|sensitivities|side|effects|"
    r"environmental|medication|medications"
    r")"
)
_MOST_WORDS = 3


class Lists:
    """The places under headings of allergies where a bare substance is an allergy.

    Parameters
    ----------
    text
        With full-width signs folded, as `folding.widths` does.
    """

    def __init__(self, text: str, sections: Sequence[Section]) -> None:
        self._text = text
        self.sections = [one for one in sections if one.name is SectionName.ALLERGIES]
        self._places = [(one.span, self._others_in(one)) for one in self.sections]

    def holds(self, span: Span, *, is_drug: bool) -> bool:
        """Whether a substance here is one of the list, and not a drug that is taken."""
        for place, (taken, after_none) in self._places:
            if place.holds(span):
                if any(one.holds(span) for one in taken):
                    return False
                return not (is_drug and any(one.holds(span) for one in after_none))
        return False

    def as_written(self, known: Sequence[Span]) -> Iterator[tuple[Span, str]]:
        """Short items of a list that no list of substances knows, as they are written."""
        for section, (_, (taken, after_none)) in zip(self.sections, self._places, strict=True):
            begin = section.heading.end if section.heading else section.span.start
            stops = [one.start for one in (*taken, *after_none)]
            line = self._text.find("\n", begin + 1, section.span.end)
            end = min([section.span.end if line < 0 else line, *stops])
            cuts = [m.span() for m in _ITEM.finditer(self._text, begin, end)]
            for (_, start), (stop, _) in pairwise([(begin, begin), *cuts, (end, end)]):
                found = self._item(start, stop)
                if found is not None and not any(found[0].touches(one) for one in known):
                    yield found

    def _item(self, start: int, end: int) -> tuple[Span, str] | None:
        match = _AS_WRITTEN.fullmatch(self._text, start, end)
        if match is None:
            return None
        name = " ".join(match["name"].lower().split())
        return (Span(*match.span("name")), name) if is_as_written(name) else None

    def _others_in(self, section: Section) -> tuple[list[Span], list[Span]]:
        """From where on to the end of a line current drugs are told; and what follows "none"."""
        begin = section.heading.end if section.heading else section.span.start
        taken, after_none = [], []
        place = begin
        while place < section.span.end:
            line = self._text.find("\n", place, section.span.end)
            end = section.span.end if line < 0 else line + 1
            start = self._taken_from(place, end)
            if start is not None:
                taken.append(Span(start, end))
            place = end
        none = _NONE_AT_ALL.match(self._text, begin, section.span.end)
        if none is not None and none["end"] != "\n":
            line = self._text.find("\n", none.end(), section.span.end)
            after_none.append(Span(none.end(), section.span.end if line < 0 else line))
        return taken, after_none

    def _taken_from(self, start: int, end: int) -> int | None:
        for match in _TAKES.finditer(self._text, start, end):
            stop = _STOP.search(self._text, match.end(), end)
            rest = self._text[match.start() : stop.start() if stop else end]
            before = self._text[start : match.start()]
            if not _HAPPENED.search(rest) and not _JUST_BEFORE.search(before):
                return match.start()
        return None


def is_as_written(name: str) -> bool:
    """Whether words may be the name of a substance that no list has: elastoplast, hair dye."""
    words = name.split()
    return len(words) <= _MOST_WORDS and not any(map(_NO_SUBSTANCE.fullmatch, words))


def is_dosed(text: str, place: int) -> bool:
    """Whether behind a drug stands how much of it is taken, and nothing that it did."""
    match = _DOSED.match(text, place)
    if match is None:
        return False
    stop = _STOP.search(text, match.end(), match.end() + 60)
    comma = re.search(r"[,，、]", text[match.end() : match.end() + 60])
    ends = [match.end() + 60, *([stop.start()] if stop else [])]
    ends += [match.end() + comma.start()] if comma else []
    return not _HAPPENED.search(text[match.end() : min(ends)])


def denial(text: str, place: int) -> Span | None:
    """The words behind a substance that say there is no allergy to it: "Latex: No", 不过敏."""
    match = _NO.match(text, place)
    if match is None:
        return None
    return Span(*match.span("no" if match["no"] else "not"))
