"""What the operations on laboratory results share at the desk: a case with its other visits."""

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.lab_record import LabShown
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.operations import labs_calculate, labs_signed
from meddx_desktop.core.operations.access import Desk
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.labs_lines import Laboratory, laboratory
from meddx_desktop.core.operations.labs_site import published_sets, site_altitude


def loaded(desk: Desk, case_id: str) -> Case:
    """The case.

    Raises
    ------
    InvalidEntry
        ``case_gone``.
    """
    case = desk.store.cases.load(case_id)
    if case is None:
        raise InvalidEntry("case_gone")
    return case


def earlier_cases(desk: Desk, case: Case) -> tuple[Case, ...]:
    """The other cases of the same person that hold results, oldest first.

    Only a person joined by a human counts as the same, and a case taken off the list is left out.
    """
    token = desk.store.patients.of_case(case.case_id)
    ids = desk.store.patients.cases(token) if token else []
    others = (desk.store.cases.load(one) for one in ids if one != case.case_id)
    return tuple(one for one in others if one and (one.labs or one.lab_imports))


def read(app: Application, desk: Desk, case: Case, *, also_earlier: bool = True) -> Laboratory:
    """All results of a case, understood by the rules of the site."""
    earlier = earlier_cases(desk, case) if also_earlier else ()
    ageless = app.access.clock_behind is not None
    return laboratory(
        case,
        earlier,
        altitude_m=site_altitude(app.settings),
        sets=published_sets(app.settings),
        ageless=ageless,
    )


def shown(app: Application, desk: Desk, case: Case) -> tuple[LabShown, ...]:
    """What lines and calculators say now: a signature keeps it."""
    if not case.labs and not case.lab_imports:
        return ()
    found = read(app, desk, case)
    return (
        *labs_signed.shown(found.lines),
        *labs_calculate.shown(labs_calculate.calculators(case, found)),
    )
