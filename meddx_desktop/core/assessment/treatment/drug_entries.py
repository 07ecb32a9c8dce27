"""The parts of the files about drugs: classes, conditions, facts, pairs, allergies."""

from collections.abc import Iterator

from meddx_desktop.core.assessment.knowledge_looks import words_of
from meddx_desktop.core.assessment.treatment.drug_facts import (
    READ_KINDS,
    AllergyClass,
    ConditionGroup,
    Cross,
    DrugClass,
    Fact,
    Pair,
    ReadAndQuiet,
)
from meddx_desktop.core.assessment.treatment.drug_fields import CLASS, Page, refused
from meddx_desktop.core.domain.treatment import CheckKind, Severity
from meddx_desktop.core.notes.red_flag_fields import Fields, ages_of

_OF_PERSONS = (
    CheckKind.CONTRAINDICATION,
    CheckKind.KIDNEY,
    CheckKind.LIVER,
    CheckKind.PREGNANCY,
    CheckKind.LACTATION,
    CheckKind.QT,
    CheckKind.AGE,
)
_NEEDS = {CheckKind.KIDNEY: ("below",), CheckKind.AGE: ("ages",)}
_MOST_CLEARANCE = 120.0
_GRADES = ("A", "B", "C")


def classes_of(page: Page) -> Iterator[DrugClass]:
    """Classes of drugs."""
    for fields in page.rows("class", naming="key"):
        no_two = fields.choice("no_two", ("", *Severity))
        one = DrugClass(
            fields.text("key"),
            words_of(fields, "title"),
            page.members(fields, "members"),
            no_two,
            page.source(fields) if no_two else None,
            words_of(fields, "reason") if no_two else {},
        )
        fields.done()
        yield one


def groups_of(page: Page, conditions: frozenset[str]) -> Iterator[ConditionGroup]:
    """Conditions that count as one."""
    for fields in page.rows("group", naming="key"):
        key, members = fields.text("key"), fields.texts("members", needed=True)
        strange = [one for one in (key, *members) if one not in conditions]
        if strange:
            raise fields.bad(f"unknown condition {strange[0]}")
        one = ConditionGroup(key, words_of(fields, "title"), frozenset((key, *members)))
        fields.done()
        yield one


def facts_of(page: Page) -> Iterator[Fact]:
    """Facts about single drugs."""
    for fields in page.rows("fact"):
        kind = CheckKind(fields.choice("kind", _OF_PERSONS))
        severity, reason, source = page.said(fields)
        fact = Fact(
            page.members(fields, "drugs"),
            kind,
            severity,
            reason,
            source,
            page.conditions(fields),
            fields.texts("child_pugh"),
            fields.decimal("below") if "below" in fields.row else None,
            ages_of(fields) if "ages" in fields.row else None,
        )
        fields.done()
        _check(fields, fact)
        yield fact


def _check(fields: Fields, fact: Fact) -> None:
    """A fact must say whom it is about, in the way of its kind and in no other."""
    given = {
        "conditions": bool(fact.conditions),
        "child_pugh": bool(fact.child_pugh),
        "below": fact.below is not None,
        "ages": fact.ages is not None,
    }
    allowed = {
        CheckKind.CONTRAINDICATION: ("conditions",),
        CheckKind.LIVER: ("conditions", "child_pugh"),
        **_NEEDS,
    }.get(fact.kind, ())
    strange = [name for name, is_given in given.items() if is_given and name not in allowed]
    if strange:
        raise fields.bad(f"{strange[0]} does not belong to {fact.kind}")
    if allowed and not any(given[name] for name in allowed):
        raise fields.bad(f"{allowed[0]} is missing")
    if not set(fact.child_pugh) <= set(_GRADES):
        raise fields.bad("child_pugh is A, B or C")
    if fact.below is not None and not 0 < fact.below <= _MOST_CLEARANCE:
        raise fields.bad(f"below: {fact.below}")


def quiet_of(page: Page) -> Iterator[ReadAndQuiet]:
    """What was read and spoke against nothing."""
    for fields in page.rows("read"):
        names = fields.texts("kinds", needed=True)
        if not set(names) <= set(READ_KINDS):
            raise fields.bad("unknown kind")
        kinds = tuple(CheckKind(name) for name in names)
        one = ReadAndQuiet(page.members(fields, "drugs"), kinds, page.source(fields))
        fields.done()
        yield one


def pairs_of(page: Page) -> Iterator[Pair]:
    """Pairs; a row with lists on its sides is as many pairs as it names."""
    seen: set[frozenset[str]] = set()
    for fields in page.rows("pair"):
        severity, reason, source = page.said(fields)
        ones, twos = fields.texts("one", needed=True), fields.texts("two", needed=True)
        fields.done()
        for one, two in ((a, b) for a in ones for b in twos):
            if frozenset((one, two)) in seen:
                raise refused("drug_facts_twice", page.file, f"{one} + {two}")
            seen.add(frozenset((one, two)))
            first, second = page.drugs_of(fields, one), page.drugs_of(fields, two)
            if one == two:
                raise fields.bad(f"{one} is paired with itself")
            yield Pair(one, two, first, second, severity, reason, source)


def allergies_of(page: Page, words: frozenset[str]) -> Iterator[AllergyClass]:
    """Classes of allergies."""
    for fields in page.rows("class", naming="key"):
        severity, reason, source = page.said(fields)
        means = fields.texts("words")
        strange = [one for one in means if one not in words]
        if strange:
            raise fields.bad(f"unknown word {strange[0]}")
        one = AllergyClass(
            fields.text("key"),
            words_of(fields, "title"),
            page.members(fields, "members"),
            means,
            severity,
            reason,
            source,
        )
        fields.done()
        yield one


def crosses_of(page: Page, allergies: dict[str, AllergyClass]) -> Iterator[Cross]:
    """What an allergy to one group means for another."""
    for fields in page.rows("cross"):
        severity, reason, source = page.said(fields)
        classes = fields.texts("of", needed=not fields.row.get("of_drugs"))
        strange = [one for one in classes if one not in allergies]
        if strange:
            raise fields.bad(f"unknown class {CLASS}{strange[0]}")
        of = {drug for one in classes for drug in allergies[one].members}
        one = Cross(
            page.members(fields, "of_drugs", needed=False) | of,
            frozenset(classes),
            page.members(fields, "means"),
            severity,
            reason,
            source,
        )
        fields.done()
        yield one
