"""The treatment plans as one page, with every dose and source: ``docs/treatment.md``.

``python -m meddx_desktop.core.assessment.treatment.plans_overview > docs/treatment.md``
"""

import sys
from collections.abc import Iterator
from math import inf

from meddx_desktop.core.assessment.treatment.knowledge_plans import plans
from meddx_desktop.core.assessment.treatment.plan import ChoiceRule, DoseRule, Plan
from meddx_desktop.core.assessment.treatment.plan_doses import limits
from meddx_desktop.core.domain.patient import DAYS_PER_MONTH, DAYS_PER_YEAR

_HEAD = """# Treatment plans

Made by `python -m meddx_desktop.core.assessment.treatment.plans_overview`; do not edit. The text
below stands in that module, the tables come from `resources/treatment/plans/`.

There are {plans} plans with {doses} doses of {drugs} drugs, each from a source that was opened.
They support a clinician who confirmed the condition; nothing is ordered and nothing accepted by
itself. No clinician has reviewed the plans yet. Most sources are national or local guidelines of
other countries: compare them with the one that holds at your site.

## What a plan does

- **A tree of questions.** The case answers a box by a finding (words of the note, a result, a
  vital sign, age, sex, pregnancy); what is not known or doubtful is asked, never taken for a no. A
  person's answer counts instead of the case's. No box may stand on a film. With a question open
  there is no choice.
- **No dose before what matters is known**: age, allergies, pregnancy from 10 to 55 years, the
  weight of every child (a dated one that fits the age), the kidneys for drugs that need them. Doses
  of an emergency that a source gives by age alone do not wait for the weight of a child.
- **Nothing of a dose is read elsewhere** while it is held back: the words beside it hold no number,
  and the source's own words of the dose appear with the dose.
- **No dose** where the checks say that the drug must be avoided, where no source states one for
  this age, weight or clearance, and of a fluoroquinolone while tuberculosis is possible.
- **A child's dose** is read again by a second person; that is shown and does not hold it back.
- **Kidneys**: the clearance is that of Cockcroft and Gault. Some sources give their limit as a
  filtration rate; it is used for the clearance. It is not known in children, while creatinine
  moves, and where the weight is in doubt.

## How a dose is worked out

- A dose per kg and dose and one per kg and day are different fields; so that neither is read as the
  other. A dose per kg has a highest dose or a highest weight.
- Rounded to what can be measured: whole steps of the tablet as the plan states them; the lines of a
  syringe (0.05 mL below 1 mL, 0.2 below 5, 0.5 below 20, else 1 mL); else round numbers (steps of
  0.05 below 1, 0.5 below 10, 1 below 100, 5 below 1,000, else 50). Never above the highest dose;
  downward where a source gives a highest dose per kg, upward where it gives a lowest one. A heavier
  patient never gets less.
- **Slips of the pen** (a unit wrong by 10 or 1,000): every single dose lies within a range that was
  entered a second time (`resources/treatment/limits.toml`); a dose per kg meets its cap between 8
  and 150 kg; nobody takes more than 10 tablets at once or less than a quarter. The worked dose is
  held against that range once more.
- **Weight for age**: under half or over twice of what the Advanced Paediatric Life Support course
  expects is called implausible (`weights.py` has formula and source; the factor is the authors'
  choice). A weight counts for 30 days below 2 years, 90 days below 18, a year in adults; one that
  stands only in the note is not dosed by.
- Lines under *follow-up* and *watch at home* are plain advice in the program's own words without a
  source of their own.

## Add or change a plan in ten minutes

1. Copy a file of `resources/treatment/plans/` to `<condition>.toml`; the name is the key of a
   condition of `resources/conditions/`. `guideline`, `section`, `year` say what it follows.
2. `[[source]]`: `id`, `title`, `locator` and `opened`, the day on which you read it. A choice needs
   a source that was opened.
3. `[findings.<name>]` as in the files of conditions; no films.
4. `[[node]]`: `key`, `title_en`, `title_zh`, then `yes` and `no` with the next box (and `if` with a
   finding; without it a person is asked), or `[[node.answer]]` with `key`, titles and `to`, or
   `choices` at the end of a way. The first node is the root.
5. `[[choice]]`: `key`, `line` (1 is first choice), titles, `words_en`, `words_zh`, `source`, and
   for a drug `regimen_en`, `regimen_zh` (the dose in words, shown with a dose only; `words` beside
   doses hold no number), `drug` (its key in `resources/terms/drugs.tsv`), `kidney = true` where no
   dose may be shown before the clearance is known, and `[[choice.dose]]`: `ages`, `weight_from`,
   `weight_to`, `clearance_from`, `clearance_to` say for whom (the first that fits counts); one of
   `amount`,
   `per_kg_dose`, `per_kg_day`, with `upper` for a range; `unit`, `route`, `times` in 24 hours and
   `hours` between (without `hours` it is given once), `days`, `days_to`, `most_dose`, `most_day`,
   `step` (what is measured out), `tablet` (shown as a count), `strength` (`250 mg/5 mL`),
   `rounding`, `by_age`.
6. A drug that `limits.toml` does not hold: add its range there, from the source and not from the
   plan.
7. `python -m pytest tests/core/assessment/treatment`, then make this page anew. A broken file is
   refused by its name: an unknown drug, a box that is not there or that nothing leads to, a circle,
   a source that was not opened, a dose that can't be.

A drug that the list does not hold (calcium gluconate, artesunate, hydroxocobalamin today) can only
stand in words, without checks, and the words say so. To add a drug: a line in
`resources/terms/drugs.tsv`, then `python -m training.notes_lexicon`.

"""


def page() -> str:
    """The whole page as Markdown."""
    known = list(plans().values())
    parts = [_head(known), "## Plans\n\n"]
    parts += [part for one in known for part in _plan(one)]
    parts += [*_limits(), *_sources(known)]
    return "".join(parts)


def _head(known: list[Plan]) -> str:
    choices = [choice for one in known for choice in one.choices.values()]
    return _HEAD.format(
        plans=len(known),
        doses=sum(len(one.doses) for one in choices),
        drugs=len({one.drug for one in choices if one.doses}),
    )


def _plan(one: Plan) -> Iterator[str]:
    yield f"### {one.title['en']} · {one.title['zh']} (`{one.key}`)\n\n"
    yield f"{one.guideline}, {one.section}, {one.year}.\n\n"
    yield from _tree(one)
    yield "\n| Choice | Line | Drug | For | Dose | Source |\n|---|---|---|---|---|---|\n"
    for choice in one.choices.values():
        yield from _choice(choice)
    yield "\n"


def _tree(one: Plan) -> Iterator[str]:
    for node in one.nodes.values():
        how = f"finding `{node.look}`" if node.look else "asked"
        ways = ", ".join(f"{words['en']}: `{to}`" for _, words, to in node.answers)
        ends = ", ".join(f"`{key}`" for key in node.choices)
        yield f"- `{node.key}` {node.title['en']} "
        yield f"({how}; {ways})\n" if ways else f"→ {ends}\n"


def _choice(one: ChoiceRule) -> Iterator[str]:
    rows = [(_for(rule), _dose(rule)) for rule in one.doses] or [("", "no dose")]
    for whom, dose in rows:
        cells = (one.title["en"], str(one.line), one.drug, whom, dose, one.source.key)
        yield "| " + " | ".join(_cell(cell) for cell in cells) + " |\n"


def _for(rule: DoseRule) -> str:
    parts = []
    if rule.ages.start > 0 or rule.ages.stop < inf:
        stop = f" to {_age(rule.ages.stop)}" if rule.ages.stop < inf else " or older"
        parts.append(_age(rule.ages.start) + stop)
    for band, unit in ((rule.weights, "kg"), (rule.clearances, "mL/min")):
        if band and band.high < inf:
            parts.append(f"{band.low:g} to under {band.high:g} {unit}")
        elif band:
            parts.append(f"{band.low:g} {unit} or more")
    return ", ".join(parts)


def _age(days: float) -> str:
    years = days / DAYS_PER_YEAR
    return f"{years:.3g} y" if years >= 1 else f"{days / DAYS_PER_MONTH:.3g} m"


def _dose(rule: DoseRule) -> str:
    given = next(one for one in (rule.amount, rule.per_kg_dose, rule.per_kg_day) if one is not None)
    upper = f" to {rule.upper:g}" if rule.upper else ""
    per = {True: "/kg and day", False: "/kg"}[rule.per_kg_day is not None]
    parts = [f"{given:g}{upper} {rule.unit}{'' if rule.amount is not None else per}"]
    often = "once" if rule.is_single else f"every {rule.hours_apart:g} h"
    parts.append(f"{rule.route.replace('_', ' ')}, {often}")
    if rule.most_dose:
        parts.append(f"at most {rule.most_dose:g} a dose")
    if rule.most_day:
        parts.append(f"at most {rule.most_day:g} a day")
    if rule.days_low and not rule.is_single:
        last = f" to {rule.days_high}" if rule.days_high != rule.days_low else ""
        parts.append(f"{rule.days_low}{last} days")
    if rule.strength:
        parts.append(rule.strength.written)
    if rule.tablet:
        parts.append(f"tablets of {rule.tablet:g} {rule.unit}")
    return "; ".join(parts)


def _limits() -> Iterator[str]:
    yield "## Range of single doses\n\n| Drug | Least | Most |\n|---|---|---|\n"
    for (drug, unit), limit in sorted(limits().items()):
        yield f"| {drug} | {limit.least:g} {unit} | {limit.most:g} {unit} |\n"
    yield "\n"


def _sources(known: list[Plan]) -> Iterator[str]:
    yield "## Every source\n\n| Plan | Id | Title | Where it was read | Opened |\n"
    yield "|---|---|---|---|---|\n"
    for one in known:
        for source in one.sources.values():
            opened = source.opened.isoformat() if source.opened else "unverified"
            cells = (one.key, source.key, source.title, source.locator, opened)
            yield "| " + " | ".join(_cell(cell) for cell in cells) + " |\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write(page())
