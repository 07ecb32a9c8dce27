"""Protects: whose packages are believed; what was revoked is neither installed nor used."""

import pytest

from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.inference import trust
from meddx_desktop.core.operations import model_list, model_packs, model_shelf, model_trust, models
from meddx_desktop.core.operations.model_packs import Standing
from tests.core.operations.model_packs.counter import (
    code_of,
    told_of,
    trust_sender,
    versions_in_use,
)
from tests.data import packs


def test_an_export_is_signed_by_the_site_and_believed_at_home(shop, stick):
    stick.mkdir()
    written = model_trust.export(shop, "tiny-finding", "", stick / "out.meddxpack")
    assert written.fingerprint == model_trust.own_fingerprint(shop)
    folder = packs.make_folder(stick, version="4.0.0")
    model_trust.pack_folder(shop, folder, stick / "own.meddxpack")
    offer = model_packs.install(shop, stick / "own.meddxpack")
    assert offer.standing is Standing.OWN
    assert [told["model"] for told in told_of(shop, "model_exported")] == [
        "tiny-finding",
        packs.NAME,
    ]


def test_a_signer_is_believed_only_with_the_fingerprint_told(shop):
    right = trust.fingerprint(packs.PUBLIC)
    wrong = trust.fingerprint("00" * 32)
    for fingerprint, name, code in (
        (wrong, "County", "signer_fingerprint_wrong"),
        (right[:20], "County", "signer_fingerprint_wrong"),
        ("", "County", "signer_fingerprint_wrong"),
        (right, "  ", "signer_name_missing"),
    ):
        with pytest.raises(InvalidEntry) as caught:
            model_trust.believe(shop, packs.PUBLIC, name, fingerprint=fingerprint)
        assert caught.value.code == code
    assert model_trust.signers(shop) == ()
    typed = right.upper().replace(" ", "-")
    model_trust.believe(shop, packs.PUBLIC, " County  Hospital ", fingerprint=typed)
    (signer,) = model_trust.signers(shop)
    assert signer.name == "County Hospital"
    (told,) = told_of(shop, "signer_believed")
    assert told == {"signer": right}


def test_a_signer_taken_off_the_list_is_unknown_again(shop, stick):
    trust_sender(shop)
    model_trust.doubt(shop, trust.fingerprint(packs.PUBLIC))
    assert model_packs.look(shop, packs.make_pack(stick)).standing is Standing.UNKNOWN
    assert code_of(lambda: model_trust.doubt(shop, "0000")) == "signer_unknown"


def _list_file(stick, key, **gone):
    stick.mkdir(exist_ok=True)
    path = stick / "list.meddxrevoked"
    gone = {name: frozenset(values) for name, values in gone.items()}
    path.write_bytes(trust.sign_revocations(key, trust.Revoked(**gone)))
    return path


def test_a_revoked_signers_packages_are_neither_installed_nor_used(shop, stick):
    trust_sender(shop)
    model_trust.believe(
        shop,
        trust.public_of(packs.OTHER_KEY),
        "Province",
        fingerprint=trust.fingerprint(trust.public_of(packs.OTHER_KEY)),
    )
    file = packs.make_pack(stick)
    model_packs.install(shop, file)
    gone = _list_file(stick, packs.OTHER_KEY, signers={packs.PUBLIC})
    assert model_trust.take_revoked(shop, gone) == 1
    assert packs.NAME not in versions_in_use(shop)
    assert [r.code for r in models.refused(shop)] == ["model_revoked"]
    assert code_of(lambda: model_packs.install(shop, file, typed=packs.NAME)) == (
        "model_signer_revoked"
    )
    assert code_of(lambda: trust_sender(shop)) == "model_signer_revoked"
    (entry,) = [one for one in model_list.listed(shop) if one.name == packs.NAME]
    assert entry.revoked
    assert entry.manifest is not None, "what it was is still shown"
    assert code_of(lambda: model_list.use(shop, packs.NAME, "1.0.0")) == "model_revoked"


def test_revoking_a_package_holds_for_whoever_signs_it(shop, stick):
    model_packs.install(shop, packs.make_pack(stick / "a"), typed=packs.NAME)
    written = model_trust.revoke(shop, packs.NAME, "1.0.0", stick / "out.meddxrevoked")
    assert packs.NAME not in versions_in_use(shop)
    signer, listed = trust.read_revocations(written.file.read_bytes())
    assert trust.fingerprint(signer) == written.fingerprint
    assert len(listed.packages) == 1
    model_list.remove(shop, packs.NAME, "1.0.0")
    again = packs.make_pack(stick / "b", key=packs.OTHER_KEY)
    assert code_of(lambda: model_packs.install(shop, again, typed=packs.NAME)) == "model_revoked"


def test_the_list_only_grows(shop, stick):
    trust_sender(shop)
    model_trust.take_revoked(shop, _list_file(stick, packs.KEY, packages={"a" * 64}))
    assert model_trust.take_revoked(shop, _list_file(stick, packs.KEY, packages={"b" * 64})) == 1
    assert model_trust.take_revoked(shop, _list_file(stick, packs.KEY)) == 0
    with shop.access.using(None) as desk:
        assert model_shelf.revoked(desk).packages == {"a" * 64, "b" * 64}


def test_a_list_of_somebody_unknown_or_revoked_is_refused(shop, stick):
    path = _list_file(stick, packs.KEY, packages={"a" * 64})
    assert code_of(lambda: model_trust.take_revoked(shop, path)) == "revocations_foreign"
    trust_sender(shop)
    model_trust.take_revoked(shop, _list_file(stick, packs.KEY, signers={packs.PUBLIC}))
    assert code_of(lambda: model_trust.take_revoked(shop, path)) == "revocations_foreign"


def test_nobody_can_shut_a_site_out_of_its_own_packages(shop, stick):
    trust_sender(shop)
    with shop.access.using(None) as desk:
        own = model_shelf.own_public(desk)
    assert model_trust.take_revoked(shop, _list_file(stick, packs.KEY, signers={own})) == 0


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff" * 99, b"[" * 99999, b" " * (2**20 + 1)])
def test_a_broken_list_changes_nothing(shop, stick, content):
    stick.mkdir()
    (stick / "x").write_bytes(content)
    assert code_of(lambda: model_trust.take_revoked(shop, stick / "x")) in (
        "model_signature_wrong",
        "revocations_damaged",
    )
