"""Protects: nothing foreign runs here without the owner's word, and nothing switches by itself."""

import shutil
from pathlib import Path

import pytest

from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import ModelRejected, NotPermitted
from meddx_desktop.core.inference import trust
from meddx_desktop.core.operations import (
    model_list,
    model_packs,
    model_trust,
    models,
    open_application,
    sign_in,
)
from meddx_desktop.core.operations.model_packs import Standing
from meddx_desktop.core.settings import Settings
from tests import desks
from tests.core.operations.model_packs.counter import (
    code_of,
    sign_in_anew,
    stored,
    told_of,
    trust_sender,
    versions_in_use,
)
from tests.data import packs
from tests.data.packages import finding_network


def test_a_known_signers_package_is_installed_on_trial(shop, stick):
    trust_sender(shop)
    offer = model_packs.install(shop, packs.make_pack(stick))
    assert offer.standing is Standing.KNOWN
    assert versions_in_use(shop)[packs.NAME] == "1.0.0"
    (entry,) = [one for one in model_list.listed(shop) if one.name == packs.NAME]
    assert (entry.in_use, entry.on_trial, entry.shipped) == (True, True, False)
    assert entry.signer_name == "County Hospital"
    assert entry.card.startswith("# ward-model")
    (told,) = told_of(shop, "model_installed")
    assert told == {
        "model": packs.NAME,
        "version": "1.0.0",
        "sha256": offer.sha256,
        "signer": trust.fingerprint(packs.PUBLIC),
        "reason": "signer_known",
    }


def test_looking_installs_nothing(shop, stick):
    offer = model_packs.look(shop, packs.make_pack(stick))
    assert (offer.manifest.name, offer.standing) == (packs.NAME, Standing.UNKNOWN)
    assert packs.NAME not in versions_in_use(shop)
    assert stored(shop) == []


@pytest.mark.parametrize(
    ("key", "code"), [(packs.KEY, "model_signer_unknown"), (None, "model_signature_missing")]
)
def test_without_a_known_signer_the_name_has_to_be_typed(shop, stick, key, code):
    file = packs.make_pack(stick, key=key)
    assert code_of(lambda: model_packs.install(shop, file)) == code
    assert code_of(lambda: model_packs.install(shop, file, typed="ward")) == (
        "model_name_not_confirmed"
    )
    assert stored(shop) == []
    model_packs.install(shop, file, typed=" ward-model ")
    (told,) = told_of(shop, "model_installed")
    assert told["reason"] == "name_typed"
    assert packs.NAME in versions_in_use(shop)


def test_typing_the_name_does_not_help_a_wrong_signature(shop, stick):
    file = packs.repack(
        packs.make_pack(stick),
        change=lambda n, d: d.replace(b"0.45", b"0.40") if n == "manifest.json" else d,
    )
    assert code_of(lambda: model_packs.install(shop, file, typed=packs.NAME)) == (
        "model_signature_wrong"
    )


def test_no_package_takes_the_name_of_a_gate(shop, stick):
    """In use under that name, it would leave every film unchecked and without a score."""
    file = packs.make_pack(stick, name="tiny-gate", version="9.0.0")
    assert code_of(lambda: model_packs.install(shop, file, typed="tiny-gate")) == (
        "model_gate_foreign"
    )


@pytest.mark.parametrize("role", [Role.CLINICIAN, Role.SCREENING_OFFICER, Role.AUDITOR])
def test_only_the_owner_changes_models(shop, stick, role):
    file = packs.make_pack(stick)
    sign_in_anew(shop, role)
    out = stick / "out"
    for doing in (
        lambda: model_packs.look(shop, file),
        lambda: model_packs.install(shop, file, typed=packs.NAME),
        lambda: model_list.use(shop, "tiny-finding", ""),
        lambda: model_list.remove(shop, packs.NAME, "1.0.0"),
        lambda: model_trust.export(shop, "tiny-finding", "", out),
        lambda: model_trust.pack_folder(shop, stick / packs.NAME, out),
        lambda: model_trust.revoke(shop, packs.NAME, "1.0.0", out),
        lambda: trust_sender(shop),
        lambda: model_trust.doubt(shop, "x"),
    ):
        with pytest.raises(NotPermitted):
            doing()
    assert not out.exists()


def test_a_clinician_sees_the_list(shop):
    sign_in_anew(shop, Role.CLINICIAN)
    assert [one.name for one in model_list.listed(shop)] == ["tiny-finding", "tiny-gate"]


def test_the_package_is_there_after_the_next_sign_in_and_past_the_lock(shop, stick):
    model_packs.install(shop, packs.make_pack(stick), typed=packs.NAME)
    sign_in.lock(shop)
    assert packs.NAME in versions_in_use(shop), "screening goes on with what it began with"
    desks.enter(shop, Role.CLINICIAN)
    assert packs.NAME in versions_in_use(shop)


def test_another_program_finds_it_at_its_sign_in(shop, stick, tmp_path):
    model_packs.install(shop, packs.make_pack(stick), typed=packs.NAME)
    shop.access.close()
    other = open_application(
        models=tmp_path / "models", settings=Settings(), threads=1, store=shop.folder
    )
    assert packs.NAME not in versions_in_use(other)
    desks.enter(other)
    assert packs.NAME in versions_in_use(other)
    other.access.close()


def test_a_package_slipped_into_the_folder_is_not_used(shop, stick):
    """Whoever can write there has no key of the store."""
    folder = packs.make_folder(stick)
    target = shop.folder / "models" / packs.NAME / "1.0.0"
    target.parent.mkdir(parents=True)
    shutil.copytree(folder, target)
    sign_in_anew(shop)
    assert packs.NAME not in versions_in_use(shop)
    assert all(one.name != packs.NAME for one in model_list.listed(shop))


@pytest.mark.parametrize("file", ["manifest.json", "model.fp32.onnx", "MODEL_CARD.md"])
def test_an_installed_package_that_was_changed_is_not_used(shop, stick, file):
    """A lowered threshold, another network: refused, and no other version steps in silently."""
    model_packs.install(shop, packs.make_pack(stick), typed=packs.NAME)
    path = shop.folder / "models" / packs.NAME / "1.0.0" / file
    path.write_bytes(path.read_bytes().replace(b"0.5", b"0.9") + b" ")
    sign_in_anew(shop)
    if file == "manifest.json":
        assert packs.NAME not in versions_in_use(shop)
        assert [r.code for r in models.refused(shop)] == ["model_hash_mismatch"]
    elif file.endswith("onnx"):
        with pytest.raises(ModelRejected):
            shop.pool.session(shop.registry.package(packs.NAME))
    else:
        with pytest.raises(ModelRejected):
            shop.registry.package(packs.NAME).card()


def test_a_package_whose_files_are_gone_is_told_and_can_be_installed_again(shop, stick):
    file = packs.make_pack(stick)
    model_packs.install(shop, file, typed=packs.NAME)
    shutil.rmtree(shop.folder / "models")
    sign_in_anew(shop)
    assert [r.code for r in models.refused(shop)] == ["model_manifest_missing"]
    (entry,) = [one for one in model_list.listed(shop) if one.name == packs.NAME]
    assert entry.error.code == "model_manifest_missing"
    model_packs.install(shop, file, typed=packs.NAME)
    assert packs.NAME in versions_in_use(shop)


def test_a_refused_file_leaves_nothing(shop, stick):
    file = packs.make_pack(stick, network=finding_network(domain="my.ops"))
    assert code_of(lambda: model_packs.install(shop, file, typed=packs.NAME)) == (
        "model_custom_operator"
    )
    assert list((shop.folder / "models").iterdir()) == []
    assert told_of(shop, "model_installed") == []


def test_without_the_delivered_list_nothing_installed_is_used(shop, stick, monkeypatch):
    model_packs.install(shop, packs.make_pack(stick), typed=packs.NAME)
    monkeypatch.setattr(trust, "RESOURCES", Path("/nowhere"))
    sign_in_anew(shop)
    assert packs.NAME not in versions_in_use(shop)
    assert "tiny-finding" in versions_in_use(shop)
    (entry,) = [one for one in model_list.listed(shop) if one.name == packs.NAME]
    assert entry.error.code == "revocations_damaged"


def test_a_damaged_list_of_packages_keeps_nobody_out(shop, stick):
    model_packs.install(shop, packs.make_pack(stick), typed=packs.NAME)
    with shop.access.using(None) as desk:
        desk.store.kept.set("model_packages", "{")
    sign_in_anew(shop)
    assert set(versions_in_use(shop)) == {"tiny-finding", "tiny-gate"}
    assert code_of(lambda: model_list.listed(shop)) == "store_damaged"
