"""What the tests of the door share."""

from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.operations import cases, open_application, worklist
from meddx_desktop.core.settings import Settings
from meddx_desktop.core.store.sealed import FOLDER
from tests import desks

CLINICIAN = desks.PEOPLE[Role.CLINICIAN]


def application(folder, models):
    return open_application(models=models, settings=Settings(), threads=1, store=folder)


def told(error_of):
    return error_of.value.code


def only_film(app):
    (line,) = worklist.page(app)
    (entry,) = cases.load(app, line.case_id).films
    return entry


def outbox_files(app):
    return {path.name: path.read_bytes() for path in (app.folder / FOLDER).iterdir()}
