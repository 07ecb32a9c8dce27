"""Risk models on laboratory results: switched on by the owner, asked about a patient.

Each is off until the owner switches it on. An answer is shown and kept nowhere: it is no finding,
enters no assessment and no patient's slip.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from meddx_desktop.core.calculators.model import Person
from meddx_desktop.core.domain.finding import ModelIdentity, Reason
from meddx_desktop.core.domain.laboratory import Observation
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.domain.risk import Given, RiskResult
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.inference import explain, tabular
from meddx_desktop.core.inference.manifest import Manifest
from meddx_desktop.core.inference.package import Package
from meddx_desktop.core.inference.tabular import Input, Risk
from meddx_desktop.core.labs import risk as asking
from meddx_desktop.core.labs.risk_inputs import Known, lacking_though_sent
from meddx_desktop.core.operations import risk_records
from meddx_desktop.core.operations.application import Application

__all__ = ["Entry", "Given", "Input", "Known", "Manifest", "Person", "Risk", "RiskResult"]

LEAST_SHARE, MOST_SHARE = 0.0001, 0.99


@dataclass(frozen=True, slots=True)
class Entry:
    """One risk model as it stands here."""

    name: str
    version: str
    on: bool
    share: float | None
    """How common the outcome is here, as the owner entered it."""
    manifest: Manifest
    risk: Risk
    lapsed: bool = False
    """It was on in another version, and is off until the owner looks at this one."""


def listed(app: Application) -> tuple[Entry, ...]:
    """Every risk model that came with the program, on or off.

    Raises
    ------
    StoreRefused
        ``store_locked``.
    """
    with app.access.using(Action.OPEN_CASE) as desk:
        choices = risk_records.load(desk)
    return tuple(
        Entry(
            package.name,
            package.manifest.version,
            on=risk_records.is_on(package, choices),
            share=choices.shares.get(package.name),
            manifest=package.manifest,
            risk=_risk(package),
            lapsed=package.name in choices.on and not risk_records.is_on(package, choices),
        )
        for package in app.registry.risks
    )


def switch(app: Application, model: str, *, on: bool) -> None:
    """Switch a model on or off, for everybody here. The owner's, and in the audit trail.

    Raises
    ------
    NotPermitted
        ``not_permitted``.
    InvalidEntry, ModelRejected
        ``risk_unknown``; why the package can't be used.
    """
    with app.access.using(Action.INSTALL_MODEL) as desk:
        package = _package(app, model)
        if on:
            # Its file and its sample are looked at before anybody relies on it.
            _opened(app, package)
        choices = risk_records.load(desk)
        with desk.changing():
            risk_records.save(
                desk, choices.switched(model, risk_records.mark(package) if on else None)
            )
            desk.tell(
                "risk_switched",
                model=model,
                version=package.manifest.version,
                sha256=risk_records.mark(package),
                state="on" if on else "off",
            )


def set_share(app: Application, model: str, share: float | None) -> None:
    """Enter how common a model's outcome is among the patients here; None takes it back.

    Raises
    ------
    InvalidEntry
        ``prevalence_invalid``; ``risk_unknown``; ``risk_without_share``: a curve over years has
        no share to enter.
    """
    with app.access.using(Action.SET_THRESHOLD) as desk:
        package = _package(app, model)
        if package.manifest.training_prevalence is None:
            raise InvalidEntry("risk_without_share", name=model)
        if share is not None and not LEAST_SHARE <= share <= MOST_SHARE:
            raise InvalidEntry("prevalence_invalid")
        choices = risk_records.load(desk)
        with desk.changing():
            risk_records.save(desk, choices.with_share(model, share))
            before = choices.shares.get(model)
            desk.tell("risk_share_set", model=model, changed=f"{before} -> {share}")


def assess(
    app: Application,
    known: Iterable[Known],
    person: Person,
    passed_over: Iterable[Observation] = (),
) -> tuple[RiskResult, ...]:
    """Ask every model that is on about one patient. Nothing of it is kept.

    Parameters
    ----------
    known
        The patient's results and other facts (`Given`), in the order of time.
    person
        Age, sex, pregnancy.
    passed_over
        Results of the patient that no model may use; where one lacks just that, it is told.

    Raises
    ------
    StoreRefused, NotPermitted
        Nobody is signed in, or not for cases.
    ModelRejected, BadOutput
        A package is not what it was when it was switched on.
    """
    facts, unused = tuple(known), tuple(passed_over)
    with app.access.using(Action.OPEN_CASE) as desk:
        choices = risk_records.load(desk)
    results = []
    for package in app.registry.risks:
        if not risk_records.is_on(package, choices):
            continue
        model = _opened(app, package)
        if app.access.clock_behind is not None and _needs_age(model.risk):
            why = Reason("risk_clock_behind")
            results.append(RiskResult(model.identity, model.risk.kind, refusal=why))
            continue
        share = choices.shares.get(package.name)
        answer = asking.ask(model, facts, person, share=share)
        results.append(_with_unused(answer, model.risk, unused))
    return tuple(results)


def _with_unused(answer: RiskResult, risk: Risk, unused: tuple[Observation, ...]) -> RiskResult:
    lacking = (*answer.missing, *(one.name for one in answer.filled))
    found = lacking_though_sent(risk, lacking, unused)
    if not found:
        return answer
    said: dict[str, str | int | float] = {
        "inputs": " ".join(one.name for one in found),
        "names": ", ".join(one.title.get("en", one.name) for one in found),
    }
    return replace(answer, cautions=(*answer.cautions, Reason("risk_results_unused", said)))


def twin(app: Application, model: str) -> Mapping[str, Any]:
    """The decision tree that asks a model's question, as nodes; empty where there is none.

    Each node holds ``n`` and ``share``; an inner one also ``input``, ``unit``, ``at_most`` and
    the nodes ``yes`` and ``no``.

    Raises
    ------
    InvalidEntry, ModelRejected
        ``risk_unknown``; the file is not the one of the package.
    """
    package = _package(app, model)
    name = _risk(package).twin
    if not name:
        return {}
    root: Mapping[str, Any] = json.loads(package.file(name))["root"]
    return root


def _package(app: Application, name: str) -> Package:
    for package in app.registry.risks:
        if package.name == name:
            return package
    raise InvalidEntry("risk_unknown", name=name[:60])


def _risk(package: Package) -> Risk:
    risk = package.manifest.risk
    assert risk is not None, "the registry hands out risk models only"
    return risk


def _needs_age(risk: Risk) -> bool:
    return any(one.kind == "age" for one in risk.inputs)


def _opened(app: Application, package: Package) -> asking.RiskModel:
    session, risk = app.pool.session(package), _risk(package)
    content = package.file(tabular.EXPLANATION)
    return asking.RiskModel(
        ModelIdentity(
            package.name,
            package.manifest.version,
            session.variant.precision,
            session.provider,
            session.sha256,
        ),
        risk,
        explain.read_explanation(content, package=package.name, width=len(risk.columns)),
        session.run,
        package.manifest.training_prevalence,
    )
