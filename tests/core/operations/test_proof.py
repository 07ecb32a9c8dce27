"""Protects: a passphrase asked for again is compared, and a wrong one stands in the trail."""

import pytest

from meddx_desktop.core.errors import WrongPassphrase
from meddx_desktop.core.operations import open_application, proof
from meddx_desktop.core.settings import Settings
from tests import desks


@pytest.fixture
def app(tmp_path):
    (tmp_path / "m").mkdir()
    made = open_application(models=tmp_path / "m", settings=Settings(), store=tmp_path / "store")
    desks.enter(made)
    yield made
    made.access.close()


def test_only_the_right_one_passes(app):
    proof.prove(app, desks.PASSPHRASE)
    assert "sign_in_failed" not in desks.actions(app)
    with pytest.raises(WrongPassphrase, match="passphrase_wrong"):
        proof.prove(app, "a lamp beside the sea")
    assert "sign_in_failed" in desks.actions(app)
