"""What somebody can be allergic to: drugs, other things, and words spelled almost so."""

import re
from collections.abc import Iterator, Sequence

from meddx_desktop.core.domain.note import Span
from meddx_desktop.core.notes.lexicon import Match, TermKind

_OTHERS = re.compile(
    r"\b(?:peanuts?|tree nuts?|nuts?|shellfish|shrimp|seafood|fish|eggs?"
    r"|milk|dairy|soy|wheat|gluten|strawberr(?:y|ies)|latex|bee stings?"
    r"|bees?|wasps?(?: stings?)?|pollen|dust(?: mites?)?|cats?|dogs?|pet dander|mold|grass"
    r"|ragweed|adhesive(?: tape)?|tape|(?:sticking )?plasters?|elastoplast|nickel|iodine"
    r"|kiwi|bananas?|chocolate|sesame|morphine derivatives)\b"
    r"|花生|坚果|海鲜|虾蟹?|螃蟹|鱼虾|鸡蛋|牛奶|大豆|小麦|芒果|菠萝|草莓"
    r"|乳胶|蜂毒|花粉|尘螨|粉尘|猫毛|狗毛|霉菌|酒精|碘|破伤风(?:抗毒素)?"
    r"|血清|胶布|油漆|紫外线|染发剂|蛋白|冷空气",
    re.IGNORECASE,
)
_ALIASES = {
    "pen": "benzylpenicillin",
    "pens": "benzylpenicillin",
    "pcn": "benzylpenicillin",
    "amox": "amoxicillin",
    "sulpha": "sulfonamides",
    "sulphur": "sulfonamides",
    "trimeth": "trimethoprim",
    "nsaid": "nsaids",
    "nsaids": "nsaids",
}
"""Said for short where allergies are spoken of, and nowhere else."""
_SPELLED = (
    ("penicillin", "benzylpenicillin"),
    ("penicillins", "benzylpenicillin"),
    *((one, one) for one in ("amoxicillin", "ampicillin", "flucloxacillin", "cefalexin")),
    *((one, one) for one in ("erythromycin", "clarithromycin", "azithromycin", "doxycycline")),
    *((one, one) for one in ("ciprofloxacin", "trimethoprim", "metronidazole", "nitrofurantoin")),
    *((one, one) for one in ("codeine", "morphine", "tramadol", "ibuprofen", "diclofenac")),
    *((one, one) for one in ("vancomycin", "gentamicin", "ceftriaxone", "paracetamol")),
    ("aspirin", "acetylsalicylic acid"),
    ("sulfonamides", "sulfonamides"),
    ("sulphonamides", "sulfonamides"),
)
"""Names that are often misspelled where an allergy is written down."""
_WORD = re.compile(r"(?<![A-Za-z-])[A-Za-z]{3,16}(?![A-Za-z-])")
_LONG = 9
"""Letters from which on two of them may be wrong."""


def substances(text: str, matches: Sequence[Match]) -> list[tuple[Span, str]]:
    """Drugs and other substances by place, with their name: the generic one where it is known."""
    found = [(match.span, named(match)) for match in matches if match.concept.kind is TermKind.DRUG]
    taken = [span for span, _ in found]
    for match in _OTHERS.finditer(text):
        span = Span(*match.span())
        if not any(span.touches(one) for one in taken):
            found.append((span, match[0].lower()))
    taken = [*(span for span, _ in found), *(match.span for match in matches)]
    found += [one for one in _spelled(text) if not any(one[0].touches(span) for span in taken)]
    return sorted(found, key=lambda one: one[0])


def is_thing(name: str) -> bool:
    """Whether a substance is none of the drugs: peanuts, latex."""
    return _OTHERS.fullmatch(name) is not None


def named(match: Match) -> str:
    """The generic name of a drug, its parts joined."""
    parts = match.concept.parts
    return " + ".join(parts) if parts else match.concept.key.removeprefix("drug:")


def _spelled(text: str) -> Iterator[tuple[Span, str]]:
    if "llerg" not in text.lower() and "ntoleran" not in text.lower():
        return
    for match in _WORD.finditer(text):
        name = spelled_almost(match[0].lower())
        if name is not None:
            yield Span(*match.span()), name


def spelled_almost(word: str) -> str | None:
    """The substance that a word is short for, or is with a letter or two wrong; None for others."""
    if word in _ALIASES:
        return _ALIASES[word]
    if len(word) < len("codeine") - 1:
        return None
    for right, name in _SPELLED:
        most = 2 if min(len(word), len(right)) >= _LONG else 1
        if abs(len(word) - len(right)) <= most and word[0] == right[0] and _near(word, right, most):
            return name
    return None


def _near(one: str, other: str, most: int) -> bool:
    """Whether at most so many letters were left out, put in, changed, or swapped with the next."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        before_that, before, row = before, row, [place]
        for at, wanted in enumerate(other, start=1):
            cost = min(before[at] + 1, row[at - 1] + 1, before[at - 1] + (letter != wanted))
            is_swap = place > 1 and at > 1 and letter == other[at - 2] and one[place - 2] == wanted
            row.append(min(cost, before_that[at - 2] + 1) if is_swap else cost)
    return row[-1] <= most
