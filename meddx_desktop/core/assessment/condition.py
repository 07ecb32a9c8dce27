"""A condition as its file in resources/conditions states it."""

from collections.abc import Mapping
from dataclasses import dataclass

from meddx_desktop.core.domain.assessment import (
    Prior,
    Ratio,
    Role,
    Source,
    Standing,
    Truth,
    Words,
)
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.note import Assertion
from meddx_desktop.core.domain.patient import Sex
from meddx_desktop.core.notes.red_flag_fields import EVERY_AGE, Ages

FILM_GROUP = "film"
"""The film, words in the note about it, and nothing else."""
FILM_CONCEPTS = frozenset(
    {
        "air_bronchogram",
        "atelectasis",
        "calcified_granuloma",
        "cardiomegaly",
        "cavity",
        "consolidation",
        "costophrenic_blunting",
        "fibrosis",
        "ground_glass",
        "hilar_enlargement",
        "hyperinflation",
        "increased_lung_markings",
        "infiltrate",
        "lung_mass",
        "lung_nodule",
        "mediastinal_shift",
        "mediastinal_widening",
        "miliary",
        "opacity",
        "pleural_effusion",
        "pleural_thickening",
        "pulmonary_congestion",
    }
)
"""What stands in a note because somebody looked at a film."""


@dataclass(frozen=True, slots=True)
class Limits:
    """A band of a number in one unit; at least one end."""

    unit: str
    at_least: float | None = None
    above: float | None = None
    at_most: float | None = None
    below: float | None = None

    def hold(self, value: float) -> bool:
        """Whether a number lies within."""
        return not (
            (self.at_least is not None and value < self.at_least)
            or (self.above is not None and value <= self.above)
            or (self.at_most is not None and value > self.at_most)
            or (self.below is not None and value >= self.below)
        )


@dataclass(frozen=True, slots=True)
class Look:
    """One finding: what to look for, or other findings that it is made of.

    Exactly one of `mentions`, `analytes`, `vitals`, `calculators`, `films`, `flags`, `person` and
    `parts` says where. A part may itself be made of parts; a circle is refused.

    Attributes
    ----------
    name : str
    title : Words
    test : str
        Which test would find it out; empty: ask or examine.
    mentions : tuple[str, ...]
        Concepts of the notes' lexicon; any of them.
    assertions : frozenset[Assertion]
        What counts as there.
    any_denied : bool
        One denial is enough for "absent" (the concepts say the same); else all must be denied.
    analytes, calculators, vitals : tuple[str, ...]
    limits : Limits | None
    flags_of_result : tuple[str, ...]
        Interpretations that count (``H``, ``HH``), by the range of the result.
    positive, negative : bool
        A result in words that says so.
    bands : tuple[str, ...]
        Of a calculator.
    days : int
        Met by two results at least so far apart, none between them outside.
    films : tuple[str, ...]
        Findings of models.
    red_flags : tuple[str, ...]
        Rules that fired in the note.
    ages : Ages
    sex : Sex
    pregnant : Answer
    parts : tuple[str, ...]
    count : int
        How many parts are needed.
    """

    name: str
    title: Words
    test: str = ""
    mentions: tuple[str, ...] = ()
    assertions: frozenset[Assertion] = frozenset({Assertion.PRESENT})
    any_denied: bool = False
    analytes: tuple[str, ...] = ()
    calculators: tuple[str, ...] = ()
    vitals: tuple[str, ...] = ()
    limits: Limits | None = None
    flags_of_result: tuple[str, ...] = ()
    positive: bool = False
    negative: bool = False
    bands: tuple[str, ...] = ()
    days: int = 0
    films: tuple[str, ...] = ()
    red_flags: tuple[str, ...] = ()
    ages: Ages = EVERY_AGE
    sex: Sex = Sex.UNKNOWN
    pregnant: Answer = Answer.UNKNOWN
    parts: tuple[str, ...] = ()
    count: int = 0

    @property
    def is_of_person(self) -> bool:
        """Whether it is about age, sex or pregnancy."""
        return (
            self.ages != EVERY_AGE
            or self.sex is not Sex.UNKNOWN
            or self.pregnant is not Answer.UNKNOWN
        )

    @property
    def is_about_film(self) -> bool:
        """Whether it stands on a film, or on words about one."""
        return bool(self.films) or bool(FILM_CONCEPTS & set(self.mentions))


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one finding, there or absent, says of the condition."""

    key: str
    look: str
    when: Truth
    role: Role
    group: str
    source: Source | None
    title: Words
    ratio: Ratio | None = None
    from_model: bool = False
    """The ratio comes from the figures of the model that looked at the film."""
    strength: Standing = Standing.CONSIDERABLE
    """Of a pattern."""


@dataclass(frozen=True, slots=True)
class Action:
    """What must be done as soon as one of its findings is there; a film can't take it back."""

    key: str
    looks: tuple[str, ...]
    title: Words
    what_to_do: Words
    source: Source


@dataclass(frozen=True, slots=True)
class Condition:
    """Everything known here of one condition.

    Attributes
    ----------
    urgency : str
        ``emergency``, ``urgent`` or ``routine``: of conditions that are supported alike the most
        urgent comes first.
    known : str
        The finding that says that the patient is known to have it; empty: none.
    steadfast : bool
        No film ever lowers it (tuberculosis, sepsis, pneumonia of a child).
    population : str
        The finding that says whom the priors are of; empty: there are none.
    """

    key: str
    file: str
    title: Words
    icd10: str
    urgency: str
    looks: Mapping[str, Look]
    evidence: tuple[Evidence, ...]
    sources: Mapping[str, Source]
    actions: tuple[Action, ...] = ()
    priors: tuple[Prior, ...] = ()
    population: str = ""
    known: str = ""
    steadfast: bool = False
    ages: Ages = EVERY_AGE
    sex: Sex = Sex.UNKNOWN
    pregnant: Answer = Answer.UNKNOWN
