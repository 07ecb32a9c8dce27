"""The knowledge as one page, with every source: ``docs/knowledge.md``.

``python -m meddx_desktop.core.assessment.overview > docs/knowledge.md``
"""

import sys
from collections.abc import Iterator

from meddx_desktop.core.assessment.condition import Condition, Evidence
from meddx_desktop.core.assessment.knowledge import knowledge
from meddx_desktop.core.assessment.stand import CAP_HIGH, CAP_LOW
from meddx_desktop.core.assessment.weigh import FILM_LEAST, FILM_MOST
from meddx_desktop.core.domain.assessment import Role, Source, Truth

_HEAD = """# Knowledge of the assessment

Made by `python -m meddx_desktop.core.assessment.overview`; do not edit. The text below stands in
that module, the tables come from `resources/conditions/`.

The assessment holds what was read in a case against {conditions} conditions. It supports a
clinician's decision and is no diagnosis. {weighed} lines of evidence carry a published likelihood
ratio, {defining} are criteria of a guideline, {pattern} are published case definitions; {listed}
only support or speak against and are never weighed. {models} more take their ratio from the
figures of the model that looked at a film. No clinician has reviewed the files yet.

## How a condition is weighed

- **Odds form of Bayes.** Prior odds times the likelihood ratio of each line. A prior holds only
  for the patients it was measured on (`population`); for others, and where none was read, a
  condition is ranked by weight in words and never gets a probability. Where a source gives a
  prior without an interval, low and high repeat the value.
- **Not mentioned is 1.** A denied mention counts only by a row of its own with its own ratio.
  Words of doubt, a relative's or an earlier trouble, and what is both said and denied, count as
  1.
- **A group counts once**, with its strongest line. The film and words of the note about the film
  are always one group.
- **Models** enter through the lower ends of sensitivity and specificity of their version, which
  is the bound nearer to 1, and stay within {least:g} and {most:g} until the site validated them.
  A site's own threshold counts with the lower ends that the site's check gave at it. Not sure,
  on trial, refused, without figures, at a site's threshold without them, or read otherwise by a
  clinician: 1.
- **No film lowers** a condition marked `steadfast` ({steadfast}), and no action is ever raised or
  taken back by a film.
- **Probabilities** are capped at {low:.0%} and {high:.0%} and shown in five bands. Where criteria
  or a case definition are met there is none: no ratio says by how much they change it.
- **Standing in words**: criteria met; strong (ratio of 10 or more, or a probability of 50 % or
  more, or a case definition marked so); considerable (5; 20 %; or four groups that only support);
  some (2; 5 %; or two groups); little; against. The better of these words holds, so that no
  supporting finding makes a condition stand worse. Of conditions supported alike the more urgent
  comes first: an emergency counts as one step more, an urgent condition as half a step more, a
  routine one as one step less.
- **Ranking**: by standing and urgency; a condition that the patient is known to have (`known`) goes
  two steps back, one whose own complaints nobody mentioned (`population`) a quarter; then by the
  cautious end of the weight, then by how many groups support it.
- A danger sign of `resources/red_flags/` may stand as evidence without a source of its own: it
  brings those of its rule.
- **Actions**: the source of an action is that of the findings that raise it. What to do is said in
  the program's own words and was not reviewed by a clinician.
- **Not enough to say** is a result.

## Add or change a condition in ten minutes

1. Copy a file of `resources/conditions/` to `<key>.toml`; `key` is the name of the file.
2. `[[source]]`: `id`, `title`, `locator` (address, table) and `opened`, the day on which you read
   it. What you could not open gets `unverified = true` instead of the day; it may only support or
   speak against (`role = "for"` or `"against"`), never weigh, define or make a pattern.
3. `[findings.<name>]`: `title_en`, `title_zh`, and one thing to look for: `mention` (concepts of
   `resources/terms/common.tsv`, with `as = ["present", "historical", "family", "negated"]`),
   `lab` (ids of `docs/laboratory_tables.md`) with `unit` and `at_least`, `above`, `at_most`,
   `below`, or `flag`, or `positive = true`, or `days` for what must last; `vital`; `calculator`
   (`docs/calculators.md`) with limits or `band`; `film` (finding of a model); `red_flag`; `ages`,
   `sex`, `pregnant`; or `any`, `all`, `of` with `count` of other findings. `test` names the test
   that would answer it.
4. `[[evidence]]`: `if` (a finding), `when` (`present` or `absent`), `role`, `source`, and for
   `role = "weighed"` the ratio `lr` with its interval `low` and `high`. Dependent findings share
   a `group`. `from_model = true` takes the ratio from the model's own figures.
5. `[[action]]` for what must be done whatever the ranking says; `[[prior]]` with `setting`;
   `population` names the finding that says whom prior and ratios are of, `known` the one that says
   that the patient is known to have it.
6. `python -m pytest tests/core/assessment`, `python -m tests.vignette_run open` (made-up patients
   with what is right to say; the other half stays closed), then make this page anew. A broken
   file is refused by its name: a source that is not complete, a ratio of 0 or less, an interval
   without its value, a circle of findings, an unknown name, a weight on something never opened.

## Add a drug in ten minutes

A drug that notes should know: a line in `resources/terms/drugs.tsv`, then `python -m
training.notes_lexicon`. Rules of treatment are not part of these files.

## Add a source in ten minutes

Open it. Write down the address of the page that was read, not of the work it quotes. Take only
numbers that stand on that page, with their interval; a number computed from others is not one
that was read.

"""
_ROLES = {
    Role.DEFINING: "defines",
    Role.PATTERN: "case definition",
    Role.WEIGHED: "weighed",
    Role.FOR: "supports",
    Role.AGAINST: "speaks against",
}


def _head(conditions: list[Condition]) -> str:
    lines = [each for one in conditions for each in one.evidence]
    count = {role: sum(each.role is role for each in lines) for role in Role}
    models = sum(each.from_model for each in lines)
    return _HEAD.format(
        conditions=len(conditions),
        weighed=count[Role.WEIGHED] - models,
        defining=count[Role.DEFINING],
        pattern=count[Role.PATTERN],
        listed=count[Role.FOR] + count[Role.AGAINST],
        models=models,
        least=FILM_LEAST,
        most=FILM_MOST,
        low=CAP_LOW,
        high=CAP_HIGH,
        steadfast=", ".join(f"`{one.key}`" for one in conditions if one.steadfast),
    )


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _ratio(one: Evidence) -> str:
    if one.from_model:
        return "the model's own"
    if one.ratio is None:
        return ""
    return f"{one.ratio.value:g} ({one.ratio.low:g} to {one.ratio.high:g})"


def _section(one: Condition) -> Iterator[str]:
    yield f"### {one.title['en']} · {one.title['zh']} (`{one.key}`, {one.icd10}, {one.urgency})\n\n"
    for prior in one.priors:
        source = prior.source.key if prior.source else ""
        yield (
            f"Prior, {prior.setting}: {prior.value:g} ({prior.low:g} to {prior.high:g}), "
            f"for: {one.looks[one.population].title['en']} [{source}]\n\n"
        )
    yield "| Finding | Enters as | Ratio | Group | Source |\n|---|---|---|---|---|\n"
    for each in one.evidence:
        absent = " (absent)" if each.when is Truth.ABSENT else ""
        source = each.source.key if each.source else ""
        cells = (each.title["en"] + absent, _ROLES[each.role], _ratio(each), each.group, source)
        yield "| " + " | ".join(_cell(cell) for cell in cells) + " |\n"
    for action in one.actions:
        yield f"\nTo do: {action.title['en']}. {action.what_to_do['en']} [{action.source.key}]\n"
    yield "\n"


def _sources(conditions: list[Condition]) -> Iterator[str]:
    yield "## Every source\n\n| Condition | Id | Title | Where it was read | Opened |\n"
    yield "|---|---|---|---|---|\n"
    for one in conditions:
        for source in one.sources.values():
            yield _source(one.key, source)


def _source(key: str, one: Source) -> str:
    opened = one.opened.isoformat() if one.opened else "unverified, never weighed"
    cells = (key, one.key, one.title, one.locator, opened)
    return "| " + " | ".join(_cell(cell) for cell in cells) + " |\n"


def page() -> str:
    """The whole page as Markdown."""
    conditions = list(knowledge().values())
    sections = [part for one in conditions for part in _section(one)]
    return "".join([_head(conditions), "## Conditions\n\n", *sections, *_sources(conditions)])


if __name__ == "__main__":
    sys.stdout.write(page())
