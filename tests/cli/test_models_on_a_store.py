"""Protects: the owner can do everything with model packages from the command line."""

import json
import os

import pytest

from meddx_desktop.cli import main
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.inference import trust
from meddx_desktop.core.operations import open_application
from tests import desks
from tests.data import packs

OWNER = desks.PEOPLE[Role.OWNER]
FINGERPRINT = trust.fingerprint(packs.PUBLIC)


@pytest.fixture
def store(own_data_folder):
    """The user's own store, with everybody in it, locked."""
    app = open_application()
    desks.enter(app, Role.OWNER)
    app.access.close()
    return app.folder


@pytest.fixture
def run(capsys, store):
    """Run ``meddx models`` signed in; returns the exit code and what stands in the JSON lines."""

    def go(*arguments, user=OWNER, form="json"):
        reading, writing = os.pipe()
        os.write(writing, (desks.PASSPHRASE + "\n").encode())
        os.close(writing)
        more = ["--user", user, "--passphrase-fd", str(reading), "--format", form]
        code = main(["models", *map(str, arguments), *more])
        out = capsys.readouterr().out
        return code, [json.loads(line) for line in out.splitlines()] if form == "json" else out

    return go


def test_from_a_folder_to_a_model_in_use_and_away_again(run, store, tmp_path):
    folder = packs.make_folder(tmp_path)
    file = tmp_path / "own.meddxpack"
    code, (packed,) = run("pack", folder, "--out", file)
    assert code == 0
    _, (signers,) = run("signers")
    assert packed["fingerprint"] == signers["own"]
    code, (told,) = run("install", file)
    assert (code, told["in_use"]) == (0, True)
    _, rows = run("installed")
    (row,) = [row for row in rows if row["name"] == packs.NAME]
    assert row["states"] == ["installed", "in_use", "on_trial"]
    assert {row["name"] for row in rows} >= {"cxr-gate", "cxr-pneumonia-children"}
    assert run("install", file)[1][0]["in_use"], "installed again it stays in use"
    code, out = run("installed", form="table")
    assert code == 0 and "installed, in use, on trial" in out
    code, (told,) = run("export", packs.NAME, "--out", tmp_path / "again.meddxpack")
    assert code == 0 and (tmp_path / "again.meddxpack").is_file()
    assert run("remove", packs.NAME, "1.0.0")[0] == 0
    assert not list(store.glob(f"**/{packs.NAME}")), "no empty folder stays"
    _, rows = run("installed")
    assert packs.NAME not in {row["name"] for row in rows}


def test_a_foreign_package_needs_its_name_or_a_signer_who_was_telephoned(run, tmp_path):
    file = packs.make_pack(tmp_path / "a")
    code, (told,) = run("install", file)
    assert (code, told["error"]["code"]) == (1, "model_signer_unknown")
    assert FINGERPRINT in told["error"]["message"]
    code, (told,) = run("install", file, "--type-name", "other")
    assert (code, told["error"]["code"]) == (2, "model_name_not_confirmed")
    code, (told,) = run("believe", file, "--name", "County", "--fingerprint", "0" * 32)
    assert (code, told["error"]["code"]) == (2, "signer_fingerprint_wrong")
    assert run("believe", file, "--name", "County", "--fingerprint", FINGERPRINT)[0] == 0
    assert run("install", file)[0] == 0
    assert run("doubt", FINGERPRINT)[0] == 0
    newer = packs.make_pack(tmp_path / "b", version="1.1.0")
    code, (told,) = run("install", newer, "--type-name", packs.NAME)
    assert (code, told["in_use"]) == (0, False)
    code, out = run("use", packs.NAME, "1.1.0", form="table")
    assert (code, "1.1.0 is in use now" in out) == (0, True)
    code, _ = run("revoke", packs.NAME, "1.1.0", "--out", tmp_path / "x.meddxrevoked")
    assert code == 0
    code, (told,) = run("revoked", tmp_path / "x.meddxrevoked")
    assert (code, told["count"]) == (0, 0)
    _, rows = run("installed")
    (row,) = [row for row in rows if (row["name"], row["version"]) == (packs.NAME, "1.1.0")]
    assert "revoked" in row["states"]
    assert run("use", "cxr-gate", "shipped")[0] == 0


def test_a_clinician_may_look_and_not_change(run, tmp_path):
    clinician = desks.PEOPLE[Role.CLINICIAN]
    assert run("installed", user=clinician)[0] == 0
    file = packs.make_pack(tmp_path)
    code, (told,) = run("install", file, "--type-name", packs.NAME, user=clinician)
    assert (code, told["error"]["code"]) == (1, "not_permitted")


def test_a_risk_model_is_off_until_the_owner_switches_it_on(run):
    name = "lab-steatosis"

    def states():
        return next(row["states"] for row in run("installed")[1] if row["name"] == name)

    assert states() == ["shipped", "risk_off"]
    code, (told,) = run("switch", name, "on")
    assert (code, told["name"], states()) == (0, name, ["shipped", "risk_on"])
    assert run("share", name, 0.25)[0] == 0
    code, (told,) = run("switch", name, "on", user=desks.PEOPLE[Role.CLINICIAN])
    assert code == 1 and told["error"]["code"] == "not_permitted"
    assert run("switch", name, "off")[0] == 0 and states() == ["shipped", "risk_off"]
