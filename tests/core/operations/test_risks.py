"""Protects: a risk model is off until the owner switches it on, and its answer stays nowhere."""

import pytest

from meddx_desktop.core.calculators.model import Person
from meddx_desktop.core.domain.patient import Age, Sex
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.domain.risk import Given
from meddx_desktop.core.errors import InvalidEntry, NotPermitted, StoreRefused
from meddx_desktop.core.operations import model_list, models, open_application, risks, trail
from meddx_desktop.core.settings import Settings
from tests import desks
from tests.data import packages, risk_packages

NAME = risk_packages.NAME
MAN = Person(Age.parse("60y"), Sex.MALE)
KNOWN = (Given("creatinine", 1.0, "mg/dL"), Given("waist", 100.0), Given("oedema", "none"))


@pytest.fixture
def app(tmp_path):
    folder = tmp_path / "models"
    packages.write_models(folder)
    risk_packages.write(folder)
    made = open_application(
        models=folder, settings=Settings(tmp_path / "settings.json"), store=tmp_path / "store"
    )
    yield made
    made.access.close()


@pytest.fixture
def owner(app):
    desks.enter(app, Role.OWNER)
    return app


def test_nothing_is_asked_before_the_owner_switched_it_on(owner):
    assert risks.assess(owner, KNOWN, MAN) == ()
    (entry,) = risks.listed(owner)
    assert (entry.name, entry.on, entry.share) == (NAME, False, None)
    risks.switch(owner, NAME, on=True)
    (said,) = risks.assess(owner, KNOWN, MAN)
    assert said.model.name == NAME and said.score is not None and said.probability is None
    risks.switch(owner, NAME, on=False)
    assert risks.assess(owner, KNOWN, MAN) == ()


@pytest.mark.parametrize("role", [Role.CLINICIAN, Role.SCREENING_OFFICER])
def test_only_the_owner_switches(app, role):
    desks.enter(app, role)
    for change in (
        lambda: risks.switch(app, NAME, on=True),
        lambda: risks.set_share(app, NAME, 0.1),
    ):
        with pytest.raises(NotPermitted):
            change()
    assert not risks.listed(app)[0].on


def test_the_switch_stays_and_stands_in_the_trail(owner):
    risks.switch(owner, NAME, on=True)
    risks.set_share(owner, NAME, 0.05)
    owner.access.close()
    desks.enter(owner, Role.CLINICIAN)
    (entry,) = risks.listed(owner)
    assert (entry.on, entry.share) == (True, 0.05)
    (said,) = risks.assess(owner, KNOWN, MAN)
    assert said.share == 0.05 and said.probability < said.score
    owner.access.close()
    desks.enter(owner, Role.AUDITOR)
    actions = [line.action for line in trail.page(owner)]
    assert {"risk_switched", "risk_share_set"} <= set(actions)


def test_another_content_is_off_again(owner, tmp_path):
    risks.switch(owner, NAME, on=True)
    owner.access.close()
    folder = tmp_path / "models" / NAME
    changed = risk_packages.content(risk_packages.risk(threshold=0.6), version="1.0.1")
    packages.seal(folder, changed)
    again = open_application(
        models=tmp_path / "models",
        settings=Settings(tmp_path / "settings.json"),
        store=owner.folder,
    )
    desks.enter(again, Role.OWNER)
    (entry,) = risks.listed(again)
    assert (entry.on, entry.lapsed) == (False, True)
    assert risks.assess(again, KNOWN, MAN) == ()
    again.access.close()


def test_a_damaged_package_is_not_switched_on(owner, tmp_path):
    (tmp_path / "models" / NAME / "explanation.json").write_text("{}")
    with pytest.raises(models.ModelRejected):
        risks.switch(owner, NAME, on=True)
    assert not risks.listed(owner)[0].on


def test_nobody_is_asked_while_the_store_is_locked(app):
    with pytest.raises(StoreRefused):
        risks.assess(app, KNOWN, MAN)


def test_no_age_under_a_wrong_clock(owner):
    from datetime import timedelta

    risks.switch(owner, NAME, on=True)
    owner.access.clock_behind = timedelta(days=400)
    (said,) = risks.assess(owner, KNOWN, MAN)
    assert said.refusal.code == "risk_clock_behind" and said.score is None


@pytest.mark.parametrize("share", [0.0, 1.0, -1.0, float("nan")])
def test_a_share_that_is_none_is_refused(owner, share):
    with pytest.raises(InvalidEntry) as caught:
        risks.set_share(owner, NAME, share)
    assert caught.value.code == "prevalence_invalid"


def test_names_that_are_not_there_are_refused(owner):
    for change in (
        lambda: risks.switch(owner, "tiny-finding", on=True),
        lambda: risks.set_share(owner, "nothing", 0.1),
    ):
        with pytest.raises(InvalidEntry) as caught:
            change()
        assert caught.value.code == "risk_unknown"


def test_the_list_of_models_says_on_or_off(owner):
    def states():
        return {one.name: one.states for one in model_list.listed(owner)}

    assert states()[NAME] == ("shipped", "risk_off")
    risks.switch(owner, NAME, on=True)
    assert states()[NAME] == ("shipped", "risk_on")
    assert states()["tiny-finding"] == ("shipped", "in_use")


def test_verifying_and_films_know_it_from_the_others(app):
    assert [one.error for one in models.verify(app, NAME)] == [None]
    assert NAME not in [package.name for package in models.for_films(app)]
