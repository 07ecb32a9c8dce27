"""Protects: a changed package is told; a list of revoked is believed only if it is signed."""

import zipfile

import pytest

from meddx_desktop.core.errors import ModelRejected
from meddx_desktop.core.inference import pack, trust
from tests.core.inference.test_pack import refused_as
from tests.data import packs


@pytest.mark.parametrize("drop", ["manifest.json", "LICENSE", "sample/input.png"])
def test_a_part_left_out_is_told(good, tmp_path, drop):
    packs.repack(good, drop=[drop])
    assert refused_as(good, tmp_path) in ("model_manifest_missing", "model_file_missing")


@pytest.mark.parametrize("member", ["model.fp32.onnx", "MODEL_CARD.md", "sample/input.png"])
def test_a_changed_member_is_told(good, tmp_path, member):
    packs.repack(good, change=lambda name, data: data + b" " if name == member else data)
    assert refused_as(good, tmp_path) == "model_hash_mismatch"


def test_a_changed_manifest_breaks_the_signature(good, tmp_path):
    packs.repack(good, change=lambda n, d: d.replace(b"0.45", b"0.40") if "manif" in n else d)
    assert refused_as(good, tmp_path) == "model_signature_wrong"


def test_a_signature_of_another_package_is_refused(good, tmp_path):
    with zipfile.ZipFile(packs.make_pack(tmp_path / "other", version="2.0.0")) as archive:
        foreign = archive.read(pack.SIGNATURE)
    packs.repack(good, change=lambda n, d: foreign if n == pack.SIGNATURE else d)
    assert refused_as(good, tmp_path) == "model_signature_wrong"


@pytest.mark.parametrize("text", [b"", b"[]", b"{}", b'{"format": 1}', b"\xff", b"[" * 99999])
def test_a_broken_signature_is_refused_not_taken_for_none(good, tmp_path, text):
    packs.repack(good, change=lambda n, d: text if n == pack.SIGNATURE else d)
    assert refused_as(good, tmp_path) == "model_signature_wrong"


@pytest.mark.parametrize("version", [2, 99])
def test_a_newer_schema_asks_for_a_newer_program(tmp_path, version):
    file = packs.forge(tmp_path / "made", packs.edit_manifest(schema_version=version))
    assert refused_as(file, tmp_path) == "model_newer_schema"


def test_a_list_of_revoked_is_signed_and_no_package_signature(tmp_path):
    signed = trust.sign_revocations(packs.KEY, trust.Revoked(frozenset({"a" * 64}), frozenset()))
    signer, found = trust.read_revocations(signed)
    assert (signer, found.signers) == (packs.PUBLIC, {"a" * 64})
    with pytest.raises(ModelRejected) as caught:
        trust.read_revocations(signed.replace(b"a" * 64, b"b" * 64))
    assert caught.value.code == "model_signature_wrong"
    with pytest.raises(ModelRejected):
        trust.signer_of(signed, found.as_text().encode())


@pytest.mark.parametrize(
    "text", ["", "{}", '{"format": 1, "signers": 3, "packages": []}', "[[" * 9999]
)
def test_a_broken_list_is_refused(text):
    with pytest.raises(ModelRejected) as caught:
        trust.parse_revocations(text)
    assert caught.value.code == "revocations_damaged"


def test_the_delivered_list_is_read():
    assert trust.delivered_revocations() == trust.Revoked()


def test_a_fingerprint_tells_keys_apart_and_can_be_read_aloud():
    one, other = trust.fingerprint(packs.PUBLIC), trust.fingerprint("00" * 32)
    assert one != other
    assert [len(group) for group in one.split()] == [4] * 8
