"""What was read about drugs as one page, with every source: ``docs/drug_safety.md``.

``python -m meddx_desktop.core.assessment.treatment.drug_overview > docs/drug_safety.md``
"""

import sys
from collections.abc import Iterator

from meddx_desktop.core.assessment.treatment.drug_facts import READ_KINDS, DrugKnowledge, Fact
from meddx_desktop.core.assessment.treatment.drug_names import drug_names
from meddx_desktop.core.assessment.treatment.knowledge_drugs import drug_knowledge
from meddx_desktop.core.assessment.treatment.persons import LONG_QTC, LOW_POTASSIUM

_HEAD = """# Safety checks of drugs

Made by `python -m meddx_desktop.core.assessment.treatment.drug_overview`; do not edit. The text
below stands in that module, the tables come from `resources/treatment/`.

`screen(drug, patient)` says what speaks against one drug in one patient: {pairs} pairs of drugs or
classes, {facts} facts that depend on the patient, {allergies} classes of allergies with {crosses}
rules of what crosses over, and the same ingredient or class twice. Together {drugs} drugs of the
lexicon's {known} stand in them. It supports a clinician's decision; it orders nothing.

## What it says, and what it never says

- **Every finding has a source that was opened**, with its address, section and day. A source that
  was not opened refuses the file. Many are product information or tables of reviews as stored
  copies; no pharmacist has gone through them yet, and a newer label goes before.
- **Silence is no clearance.** A screen says of how many pairs it knows (a pair of classes counts as
  one), which drugs and allergies of the patient it does not know (`not_checked`: a drug without its
  ingredients, or one that stands in no pair), and the kinds for which nothing was ever read about
  the drug (`kinds_not_checked`). What was read and spoke against nothing is a `[[read]]` entry.
- **Unknown counts as possible.** A pregnancy that was not asked about at 10 to 55 years, or a
  cirrhosis whose grade nobody worked out. What must be asked before a dose is in `questions`:
  allergies, age, pregnancy, milk, and the kidneys unless something read says that they make no
  difference. Of a child no clearance is asked, unless a kidney disease stands in the case.
- **A condition that is held possible counts**: no fluoroquinolone while tuberculosis is possible.
- **QT**: a drug that prolongs it is shown with another such drug, with potassium under {potassium}
  mmol/L, with a QTc from {qtc:g} ms (what counts as long varies between 440 and 500 ms by source,
  so the check is early) or with a ventricular arrhythmia in the case.
- **Sulfonamides**: an allergy to a sulfonamide antibiotic says nothing against furosemide,
  thiazides or sulfonylureas, although old labels warn.
- Products of several are split into their ingredients: 维C银翘片 is paracetamol, too.

## Add a fact in ten minutes

1. Open the source and write it as a `[[source]]` into the file of the drug's area under
   `resources/treatment/drugs/`, with title, locator and the day.
2. Write a `[[fact]]`: `drugs` (keys of `resources/terms/drugs.tsv`, or `class:` and a key of
   `drug_classes.toml`), `kind`, `severity` (`avoid`, `adjust`, `caution`), `reason_en` and
   `reason_zh` in your own words, `source`. A contraindication names `conditions` (groups of
   `condition_groups.toml`), the kidney `below` in mL/min, the liver `child_pugh` or `conditions`,
   an age `ages` such as `0d-12y`. A pair goes into `interactions.toml`, an allergy into
   `allergy_classes.toml`.
3. Make this page again. A mistake is refused by the name of the file and of the entry.

"""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _row(*cells: str) -> str:
    return "| " + " | ".join(map(_cell, cells)) + " |\n"


def _when(fact: Fact) -> str:
    parts = [*fact.conditions]
    parts += [f"Child-Pugh {'/'.join(fact.child_pugh)}"] if fact.child_pugh else []
    parts += [f"under {fact.below:g} mL/min"] if fact.below is not None else []
    parts += [f"{fact.ages.start:g} to {fact.ages.stop:.0f} days"] if fact.ages else []
    return ", ".join(parts)


def _facts(known: DrugKnowledge) -> Iterator[str]:
    yield "## Facts\n\n"
    yield _row("Drug", "Kind", "When", "Severity", "Reason", "Source") + "|---" * 6 + "|\n"
    for one in known.facts:
        drugs = ", ".join(sorted(one.drugs))
        yield _row(drugs, one.kind, _when(one), one.severity, one.reason["en"], one.source.key)
    yield "\n## Read, and nothing against it found\n\n"
    yield _row("Drug", "Kinds", "Source") + "|---" * 3 + "|\n"
    for each in known.quiet:
        yield _row(", ".join(sorted(each.drugs)), ", ".join(each.kinds), each.source.key)


def _pairs(known: DrugKnowledge) -> Iterator[str]:
    yield "\n## Pairs\n\n"
    yield _row("One", "Two", "Severity", "Reason", "Source") + "|---" * 5 + "|\n"
    for one in known.pairs:
        yield _row(one.one, one.two, one.severity, one.reason["en"], one.source.key)


def _allergies(known: DrugKnowledge) -> Iterator[str]:
    yield "\n## Allergies\n\n"
    yield _row("Allergic to", "Speaks against", "Severity", "Reason", "Source") + "|---" * 5 + "|\n"
    for one in known.allergies.values():
        members = ", ".join(sorted(one.members))
        yield _row(one.title["en"], members, one.severity, one.reason["en"], one.source.key)
    for each in known.crosses:
        first = ", ".join(sorted(each.of_classes or each.first))
        second = ", ".join(sorted(each.second))
        yield _row(first, second, each.severity, each.reason["en"], each.source.key)


def _classes(known: DrugKnowledge) -> Iterator[str]:
    yield "\n## Classes of drugs\n\n"
    yield _row("Class", "Drugs", "Two together", "Source") + "|---" * 4 + "|\n"
    for one in known.classes.values():
        source = one.source.key if one.source else ""
        yield _row(f"class:{one.key}", ", ".join(sorted(one.members)), one.no_two, source)


def _coverage(known: DrugKnowledge) -> Iterator[str]:
    yield "\n## What was read for which drug\n\n"
    yield _row("Kind", "Drugs") + "|---" * 2 + "|\n"
    for kind in READ_KINDS:
        drugs = [one for one in sorted(drug_names().ingredients) if known.was_read(one, kind)]
        yield _row(kind, f"{len(drugs)}: {', '.join(drugs)}")


def _sources(known: DrugKnowledge) -> Iterator[str]:
    yield "\n## Every source\n\n"
    yield _row("Id", "Title", "Where it was read", "Opened") + "|---" * 4 + "|\n"
    sources = sorted(set(known.sources), key=lambda one: (one.key, one.title, one.locator))
    for one in sources:
        yield _row(one.key, one.title, one.locator, one.opened.isoformat() if one.opened else "")


def page() -> str:
    """The whole page as Markdown."""
    known = drug_knowledge()
    names = drug_names().ingredients
    head = _HEAD.format(
        pairs=len(known.pairs),
        facts=len(known.facts),
        allergies=len(known.allergies),
        crosses=len(known.crosses),
        drugs=sum(any(known.was_read(one, kind) for kind in READ_KINDS) for one in names),
        known=len(names),
        potassium=LOW_POTASSIUM,
        qtc=LONG_QTC,
    )
    parts = (_facts, _pairs, _allergies, _classes, _coverage, _sources)
    return head + "".join(line for part in parts for line in part(known))


if __name__ == "__main__":
    sys.stdout.write(page())
