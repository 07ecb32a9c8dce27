"""Reactions of known allergies: "allergic to penicillin (anaphylaxis)" tells what was, not what is.

It stays a danger sign of now where the note says so: a time of today beside it, or signs of a
reaction elsewhere.
"""

import re
from collections.abc import Sequence

from meddx_desktop.core.domain.note import Mention, MentionKind, Section, SectionName, Span

SIGNS_OF_TODAY = frozenset(
    {
        "swollen_airway",
        "allergic_skin",
        "allergic_cause",
        "wheeze",
        "stridor_or_grunting",
        "syncope",
        "hypotension_words",
    }
)
"""Signs in resources/red_flags that make a known reaction one of today, told outside of it."""
_KNOWN = re.compile(
    r"\b(?:allergic|intoleran(?:t|ce)|hypersensitiv(?:e|ity))[ \t]+(?:to|of)\b"
    r"|\b(?:allerg(?:y|ies)|intolerance|hypersensitivity)\b(?! ?reaction)"
    r"|过敏(?!性|反应|出现|发生|后)|不耐受",
    re.IGNORECASE,
)
_TODAY = re.compile(
    r"\b(?:now|today|tonight|this (?:morning|afternoon|evening)|just|minutes?|hours?|yesterday"
    r"|last night|since|after (?:an?|the|his|her|taking|having|one)\b|given|gave|started on)\b"
    r"|今[晨日天早]|刚刚?|目前|现(?!病史)|分钟|小时|昨[日天晚]|静滴|输注|注射|(?:服|用|给)药?后|随即|立即",
    re.IGNORECASE,
)
_LOOK_BACK = 200


def is_listed(mention: Mention, sections: Sequence[Section]) -> bool:
    """Whether it stands under the heading of allergies: that was, and is not now."""
    return mention.kind is MentionKind.ALLERGY and any(
        section.name is SectionName.ALLERGIES
        and section.heading is not None
        and section.span.holds(mention.span)
        for section in sections
    )


def is_known_reaction(text: str, sentence: Span, mention: Mention) -> bool:
    """Whether a mention names the substance and what it did, and nothing beside it is of today.

    Parameters
    ----------
    sentence
        In which the mention stands.
    """
    fact = mention.allergy
    if mention.kind is not MentionKind.ALLERGY or fact is None:
        return False
    if not (fact.substance and fact.reaction):
        return False
    start = max(sentence.start, mention.span.start - _LOOK_BACK)
    if not _KNOWN.search(text[start : mention.span.end]):
        return False
    return not _TODAY.search(text[sentence.start : max(sentence.end, mention.span.end)])
