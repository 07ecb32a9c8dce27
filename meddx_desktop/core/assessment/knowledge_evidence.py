"""Sources, evidence, actions and priors of a condition's file."""

from collections.abc import Mapping
from math import isfinite

from meddx_desktop.core.assessment.condition import FILM_GROUP, Action, Evidence, Look
from meddx_desktop.core.assessment.knowledge_looks import words_of
from meddx_desktop.core.domain.assessment import (
    SETTINGS,
    Prior,
    Ratio,
    Role,
    Source,
    Standing,
    Truth,
)
from meddx_desktop.core.errors import KnowledgeRejected
from meddx_desktop.core.notes.red_flag_fields import Fields
from meddx_desktop.core.notes.red_flag_rules import rule_book

_STRENGTHS = ("", Standing.STRONG, Standing.CONSIDERABLE, Standing.SOME)


def refused(code: str, file: str, entry: str, why: str = "") -> KnowledgeRejected:
    """The error for one entry of one file."""
    return KnowledgeRejected(code, file=file, entry=entry, why=why)


def source_of(fields: Fields) -> Source:
    """A source: either the day on which it was opened, or marked as unverified."""
    opened, unverified = fields.day("opened"), fields.flag("unverified")
    for name in ("id", "title", "locator"):
        if not str(fields.row.get(name, "")).strip():
            raise refused("knowledge_source_missing", fields.file, fields.name, name)
    if unverified == (opened is not None):
        raise refused("knowledge_source_missing", fields.file, fields.name, "opened")
    source = Source(fields.text("id"), fields.text("title"), fields.text("locator"), opened)
    fields.done()
    return source


def evidence_of(
    fields: Fields, looks: Mapping[str, Look], sources: Mapping[str, Source]
) -> Evidence:
    """One line of evidence."""
    name = fields.text("if")
    if name not in looks:
        raise fields.bad(f"unknown finding {name}")
    when = Truth(fields.choice("when", ("", "present", "absent")) or "present")
    role = Role(fields.choice("role", tuple(Role)))
    is_model = fields.flag("from_model")
    source = None if is_model else _source_of(fields, looks[name], sources)
    ratio = _ratio(fields)
    strength = fields.choice("strength", _STRENGTHS)
    group = fields.choice("group", ("", fields.row.get("group", "")))
    if is_about_film(name, looks):
        group = FILM_GROUP
    evidence = Evidence(
        key=f"{name}.{when.value}",
        look=name,
        when=when,
        role=role,
        group=group or name,
        source=source,
        title=looks[name].title,
        ratio=ratio,
        from_model=is_model,
        strength=Standing(strength or Standing.CONSIDERABLE),
    )
    _check(fields, evidence, looks[name])
    fields.done()
    return evidence


def is_about_film(name: str, looks: Mapping[str, Look]) -> bool:
    """Whether a finding, or any part of it, stands on a film."""
    look = looks[name]
    return look.is_about_film or any(is_about_film(part, looks) for part in look.parts)


def _source_of(fields: Fields, look: Look, sources: Mapping[str, Source]) -> Source:
    """The named source; that of the rule itself for a danger sign that names none."""
    if "source" in fields.row or not look.red_flags:
        return _source(fields, sources)
    rules = [rule for name in look.red_flags if (rule := rule_book().rule(name))]
    days = [one.opened for rule in rules for one in rule.sources if one.opened]
    return Source(
        f"red_flag:{'+'.join(look.red_flags)}",
        "; ".join(rule.title["en"] for rule in rules),
        " | ".join(rule.source for rule in rules),
        min(days, default=None),
    )


def _source(fields: Fields, sources: Mapping[str, Source]) -> Source:
    named = fields.row.get("source", "")
    fields.taken.add("source")
    if named not in sources:
        raise refused("knowledge_source_missing", fields.file, fields.name, str(named))
    return sources[named]


def _ratio(fields: Fields) -> Ratio | None:
    if "lr" not in fields.row:
        return None
    ratio = Ratio(fields.decimal("lr"), fields.decimal("low"), fields.decimal("high"))
    numbers = (ratio.low, ratio.value, ratio.high)
    sensible = all(isfinite(one) and one > 0 for one in numbers)
    if not sensible or not ratio.low <= ratio.value <= ratio.high:
        raise refused("knowledge_ratio_invalid", fields.file, fields.name, f"{numbers}")
    return ratio


def _check(fields: Fields, one: Evidence, look: Look) -> None:
    is_weighed = one.role is Role.WEIGHED
    if is_weighed != (one.ratio is not None or one.from_model):
        raise refused("knowledge_ratio_invalid", fields.file, fields.name, "role and lr")
    if one.from_model and (one.ratio is not None or not look.films):
        raise fields.bad("figures of a model are for findings on films")
    needs_proof = one.role in (Role.WEIGHED, Role.DEFINING, Role.PATTERN)
    if needs_proof and one.source is not None and not one.source.is_verified:
        raise refused("knowledge_unverified_weight", fields.file, fields.name, one.source.key)


def action_of(fields: Fields, looks: Mapping[str, Look], sources: Mapping[str, Source]) -> Action:
    """What must be done; never raised by a film, so that no film can take it back."""
    names = fields.texts("if", needed=True)
    for name in names:
        if name not in looks:
            raise fields.bad(f"unknown finding {name}")
        if is_about_film(name, looks):
            raise fields.bad(f"{name} stands on a film")
    action = Action(
        fields.text("key"),
        names,
        words_of(fields, "title"),
        words_of(fields, "do"),
        _source(fields, sources),
    )
    fields.done()
    return action


def prior_of(fields: Fields, sources: Mapping[str, Source]) -> Prior:
    """How common it is, in one setting."""
    prior = Prior(
        fields.choice("setting", SETTINGS),
        fields.decimal("value"),
        fields.decimal("low"),
        fields.decimal("high"),
        _source(fields, sources),
    )
    if not 0 < prior.low <= prior.value <= prior.high < 1:
        raise refused("knowledge_ratio_invalid", fields.file, "prior", f"{prior.value}")
    if prior.source is None or not prior.source.is_verified:
        raise refused("knowledge_unverified_weight", fields.file, "prior", prior.setting)
    fields.done()
    return prior
