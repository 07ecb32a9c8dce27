"""Protects: one store moves notes and films of one person alike, and nobody else can follow."""

import pytest

from meddx_desktop.core.domain.patient import Patient, PersonName
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import NotPermitted
from meddx_desktop.core.operations.deidentify_key import export_key, who
from tests import clinic

LI = Patient("P-77", PersonName("Li^Na", "李娜"))


def test_with_a_store_the_key_stays(app):
    assert export_key(app) == export_key(app) != export_key(None)
    assert len(export_key(app)) == 32


def test_without_one_it_is_drawn_each_time():
    assert export_key(None) != export_key(None)


def test_who_may_not_export_gets_none(app):
    clinic.become(app, Role.SCREENING_OFFICER)
    with pytest.raises(NotPermitted):
        export_key(app)


def test_people_are_told_apart():
    assert who(LI, "x") == who(LI, "y") != who(Patient("P-78", LI.name), "x")
    assert who(Patient(), "x") == "x"
