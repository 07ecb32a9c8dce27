"""What treatment suggestions say: choices with doses, the checks of each, and what was not checked.

Nothing here is an order. A drug is named by its key, the international name of one ingredient as
in the first column of ``resources/terms/drugs.tsv``; a product of several is split before.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from meddx_desktop.core.domain.assessment import Ground, Place, Source, Words
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.genes import Genotype as Genotype  # noqa: PLC0414 - read from here
from meddx_desktop.core.domain.genes import Genotyped as Genotyped  # noqa: PLC0414 - read from here
from meddx_desktop.core.domain.patient import Age, Sex
from meddx_desktop.core.domain.treatment_record import CheckKind as CheckKind  # noqa: PLC0414
from meddx_desktop.core.domain.treatment_record import Dose as Dose  # noqa: PLC0414
from meddx_desktop.core.domain.treatment_record import Override as Override  # noqa: PLC0414
from meddx_desktop.core.domain.treatment_record import Severity as Severity  # noqa: PLC0414


class Question(StrEnum):
    """What must be answered before a dose is shown."""

    AGE = "age"
    SEX = "sex"
    WEIGHT = "weight"
    WEIGHT_DATE = "weight_date"
    WEIGHT_IMPLAUSIBLE = "weight_implausible"
    """Far from what a child of that age weighs, or two weights that differ."""
    ALLERGIES = "allergies"
    CREATININE = "creatinine"
    """Not measured, or not in a unit that can be read."""
    KIDNEY = "kidney"
    """Measured, and yet no kidney function can be read from it: a person judges."""
    KIDNEY_OF_CHILD = "kidney_of_child"
    """Never a reason to wait with the first dose: asked, and shown beside the dose."""
    PREGNANCY = "pregnancy"
    LACTATION = "lactation"
    SECOND_PERSON = "second_person"
    """A child's dose is read again by a second person before it is given."""


@dataclass(frozen=True, slots=True)
class TakenDrug:
    """A drug that the patient takes now.

    Attributes
    ----------
    written : str
        As it stands in the note.
    ingredients : tuple[str, ...]
        Keys; empty: the program does not know it, and nothing about it was checked.
    place : Place | None
    """

    written: str
    ingredients: tuple[str, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class KnownAllergy:
    """Something the patient is said to be allergic to.

    Attributes
    ----------
    written : str
    ingredients, classes : tuple[str, ...]
        Keys of drugs and of classes; both empty: not understood, and said so.
    place : Place | None
    """

    written: str
    ingredients: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class DrugPatient:
    """What is known of a patient for choosing a drug; None and `Answer.UNKNOWN` are not known.

    Attributes
    ----------
    age : Age | None
    sex : Sex
    weight_kg, height_cm : float | None
        A weight without a date, or one that contradicts another, stands in `doubts`.
    clearance : float | None
        Creatinine clearance by Cockcroft and Gault, mL/min; None in children and while the
        creatinine moves.
    creatinine : float | None
        The newest, umol/L: all that can be read of the kidneys in a pregnancy.
    child_pugh : str
        ``A``, ``B``, ``C`` or empty.
    pregnant, lactating : Answer
        A woman of 10 to 55 years of whom it is unknown counts as possibly pregnant.
    allergies : tuple[KnownAllergy, ...] | None
        None: not asked, which is not "none".
    taken : tuple[TakenDrug, ...]
    conditions : frozenset[str]
        What is established: concepts that the patient has or had (``resources/terms``), what a
        clinician confirmed, and whose criteria are met; tuberculosis at the least doubt.
    possible : frozenset[str]
        Conditions of the assessment that are only held possible.
    potassium : float | None
        mmol/L.
    qtc : float | None
        ms.
    genotypes : Mapping[str, Genotype]
        By gene.
    doubts : frozenset[Question]
    """

    age: Age | None = None
    sex: Sex = Sex.UNKNOWN
    weight_kg: float | None = None
    height_cm: float | None = None
    clearance: float | None = None
    creatinine: float | None = None
    child_pugh: str = ""
    pregnant: Answer = Answer.UNKNOWN
    lactating: Answer = Answer.UNKNOWN
    allergies: tuple[KnownAllergy, ...] | None = None
    taken: tuple[TakenDrug, ...] = ()
    conditions: frozenset[str] = frozenset()
    possible: frozenset[str] = frozenset()
    potassium: float | None = None
    qtc: float | None = None
    genotypes: Mapping[str, Genotype] = field(default_factory=dict)
    doubts: frozenset[Question] = frozenset()


@dataclass(frozen=True, slots=True)
class SafetyFinding:
    """One reason to avoid, adjust or watch a drug in this patient.

    Attributes
    ----------
    kind : CheckKind
    severity : Severity
    drug : str
        Key of the drug that was looked at.
    other : str
        The other drug, the allergy, the condition or the gene.
    reason : Words
    source : Source
        Opened; what was not opened is no finding.
    place : Place | None
        Where the other one stands in the case.
    """

    kind: CheckKind
    severity: Severity
    drug: str
    other: str
    reason: Words
    source: Source
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class SafetyScreen:
    """What the checks of one drug against one patient found, and what they could not look at.

    Attributes
    ----------
    drug : str
    findings : tuple[SafetyFinding, ...]
        Gravest first.
    questions : tuple[Question, ...]
        To be answered before a dose is shown.
    pairs_known : int
        How many pairs of drugs the program knows in all: no match among these is not "no
        interaction".
    not_checked : tuple[str, ...]
        Drugs and allergies as written that the program does not know.
    kinds_not_checked : tuple[CheckKind, ...]
        Of which nothing was ever read for this drug.
    """

    drug: str
    findings: tuple[SafetyFinding, ...] = ()
    questions: tuple[Question, ...] = ()
    pairs_known: int = 0
    not_checked: tuple[str, ...] = ()
    kinds_not_checked: tuple[CheckKind, ...] = ()

    @property
    def worst(self) -> Severity | None:
        """The gravest that was found."""
        order = list(Severity)
        return min((one.severity for one in self.findings), key=order.index, default=None)


@dataclass(frozen=True, slots=True)
class Choice:
    """One treatment of a plan for this patient.

    Attributes
    ----------
    key : str
        Within the plan.
    line : int
        1 for the first choice, 2 for the second.
    title, words : Words
        What it is, and what to know of it; no number of a dose stands there.
    regimen : Words
        The dose in the words of the source; empty wherever `dose` is None.
    drug : str
        Empty for what is no drug.
    dose : Dose | None
        None while `screen.questions` has an open one (`Question.SECOND_PERSON` and
        `Question.KIDNEY_OF_CHILD` are shown, and hold none back), where the drug is to be
        avoided, and where no dose was read.
    screen : SafetyScreen | None
    source : Source | None
    to_adjust : tuple[CheckKind, ...]
        Why a dose that could be worked out is withheld: the kidneys, the liver or a gene ask for
        another one, and the plan states none for that.
    """

    key: str
    line: int
    title: Words
    words: Words
    drug: str = ""
    dose: Dose | None = None
    screen: SafetyScreen | None = None
    source: Source | None = None
    regimen: Words = field(default_factory=dict)
    to_adjust: tuple[CheckKind, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """A box of a plan's decision tree.

    Attributes
    ----------
    key : str
    title : Words
        A question, or what to do.
    answers : tuple[tuple[str, Words, str], ...]
        Key of the answer, its words, and the key of the box it leads to; empty at the end.
    chosen : str
        The answer that the case gives; empty: not known, a person answers.
    on_path : bool
        Whether this patient comes here.
    choices : tuple[str, ...]
        Keys of the choices that stand here.
    grounds : tuple[Ground, ...]
        What in the case gave the answer; none where a person answered.
    """

    key: str
    title: Words
    answers: tuple[tuple[str, Words, str], ...] = ()
    chosen: str = ""
    on_path: bool = False
    choices: tuple[str, ...] = ()
    grounds: tuple[Ground, ...] = ()


@dataclass(frozen=True, slots=True)
class TreatmentPlan:
    """Suggestions for one condition that the clinician confirmed; nothing is ever ordered.

    Attributes
    ----------
    condition : str
    title : Words
    nodes : tuple[Node, ...]
        The first is the root.
    choices : tuple[Choice, ...]
        Those on the path of this patient, first choices first; with an unanswered question on
        the path, none.
    follow_up, watch_at_home : tuple[Words, ...]
    sources : tuple[Source, ...]
    open_questions : tuple[str, ...]
        Keys of the boxes that a person must answer.
    """

    condition: str
    title: Words
    nodes: tuple[Node, ...]
    choices: tuple[Choice, ...] = ()
    follow_up: tuple[Words, ...] = ()
    watch_at_home: tuple[Words, ...] = ()
    sources: tuple[Source, ...] = ()
    open_questions: tuple[str, ...] = ()
