"""What the tests of model packages share."""

import json

import pytest

from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.inference import trust
from meddx_desktop.core.operations import model_trust, models, sign_in
from tests import desks
from tests.data import packs


def sign_in_anew(app, role=Role.OWNER):
    """Lock, and sign in anew."""
    sign_in.lock(app)
    desks.enter(app, role)


def versions_in_use(app):
    return {package.name: package.manifest.version for package in models.packages(app)}


def told_of(app, action):
    return [json.loads(e.details) for e in desks.trail(app) if e.action == action]


def code_of(doing):
    with pytest.raises(MedDxError) as caught:
        doing()
    return caught.value.code


def trust_sender(app):
    model_trust.believe(
        app, packs.PUBLIC, "County Hospital", fingerprint=trust.fingerprint(packs.PUBLIC)
    )


def stored(app):
    folder = app.folder / "models"
    return sorted(p.relative_to(folder).as_posix() for p in folder.glob("*/*"))
