"""Protects: which version answers is the owner's word; versions come, stay and go without harm."""

from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.operations import model_list, model_packs, open_application
from meddx_desktop.core.settings import Settings
from tests import desks
from tests.core.operations.model_packs.counter import (
    code_of,
    sign_in_anew,
    stored,
    told_of,
    versions_in_use,
)
from tests.data import packs
from tests.data.packages import finding_network, write_models


def test_a_newer_version_waits_for_the_owners_word(shop, stick):
    """Neither an installed one nor the shipped one gives way by itself."""
    model_packs.install(
        shop, packs.make_pack(stick, name="tiny-finding", version="2.0.0"), typed="tiny-finding"
    )
    assert versions_in_use(shop)["tiny-finding"] == "1.0.0"
    model_list.use(shop, "tiny-finding", "2.0.0")
    assert versions_in_use(shop)["tiny-finding"] == "2.0.0"
    sign_in_anew(shop)
    assert versions_in_use(shop)["tiny-finding"] == "2.0.0"
    model_list.use(shop, "tiny-finding", model_list.SHIPPED)
    assert versions_in_use(shop)["tiny-finding"] == "1.0.0"
    assert told_of(shop, "model_switched") == [
        {"model": "tiny-finding", "from_version": "1.0.0", "to_version": "2.0.0"},
        {"model": "tiny-finding", "from_version": "2.0.0", "to_version": "1.0.0"},
    ]


def test_a_newer_shipped_version_does_not_replace_the_chosen_one(shop, stick, tmp_path):
    model_packs.install(
        shop, packs.make_pack(stick, name="tiny-finding", version="2.0.0"), typed="tiny-finding"
    )
    model_list.use(shop, "tiny-finding", "2.0.0")
    shop.access.close()
    newer = open_application(
        models=write_models(tmp_path / "newer", version="3.0.0"),
        settings=Settings(),
        threads=1,
        store=shop.folder,
    )
    desks.enter(newer, Role.OWNER)
    assert versions_in_use(newer)["tiny-finding"] == "2.0.0"
    versions = {one.version for one in model_list.listed(newer) if one.name == "tiny-finding"}
    assert versions == {"2.0.0", "3.0.0"}
    newer.access.close()


def test_an_unusable_choice_leaves_a_gap_not_another_version(shop, stick):
    model_packs.install(
        shop, packs.make_pack(stick, name="tiny-finding", version="2.0.0"), typed="tiny-finding"
    )
    model_list.use(shop, "tiny-finding", "2.0.0")
    (shop.folder / "models/tiny-finding/2.0.0/LICENSE").unlink()
    sign_in_anew(shop)
    assert "tiny-finding" not in versions_in_use(shop)
    model_list.use(shop, "tiny-finding", model_list.SHIPPED)
    assert versions_in_use(shop)["tiny-finding"] == "1.0.0"


def test_older_versions_stay_and_can_be_gone_back_to(shop, stick):
    for version in ("1.0.0", "1.1.0"):
        file = packs.make_pack(stick / version, version=version)
        model_packs.install(shop, file, typed=packs.NAME)
    assert versions_in_use(shop)[packs.NAME] == "1.0.0"
    model_list.use(shop, packs.NAME, "1.1.0")
    model_list.use(shop, packs.NAME, "1.0.0")
    assert versions_in_use(shop)[packs.NAME] == "1.0.0"
    assert len(told_of(shop, "model_switched")) == 2


def test_one_version_is_one_content(shop, stick):
    model_packs.install(shop, packs.make_pack(stick / "a"), typed=packs.NAME)
    other = packs.make_pack(stick / "b", licence="MIT")
    assert code_of(lambda: model_packs.install(shop, other, typed=packs.NAME)) == (
        "model_version_taken"
    )
    shipped = packs.make_pack(stick / "c", name="tiny-finding")
    assert code_of(lambda: model_packs.install(shop, shipped, typed="tiny-finding")) == (
        "model_version_taken"
    )


def test_installing_again_keeps_what_was_proven(shop, stick):
    file = packs.make_pack(stick)
    model_packs.install(shop, file, typed=packs.NAME)
    with shop.access.using(None) as desk, desk.changing():
        model_list.set_trial(desk, packs.NAME, "1.0.0", on_trial=False)
    model_packs.install(shop, file, typed=packs.NAME)
    (entry,) = [one for one in model_list.listed(shop) if one.name == packs.NAME]
    assert not entry.on_trial


def test_another_content_after_removal_is_not_answered_by_the_old_network(shop, stick):
    model_packs.install(shop, packs.make_pack(stick / "a"), typed=packs.NAME)
    before = shop.pool.session(shop.registry.package(packs.NAME)).sha256
    model_list.remove(shop, packs.NAME, "1.0.0")
    network = finding_network()
    network.doc_string = "another one"
    model_packs.install(shop, packs.make_pack(stick / "b", network=network), typed=packs.NAME)
    assert shop.pool.session(shop.registry.package(packs.NAME)).sha256 != before


def test_removal(shop, stick):
    model_packs.install(shop, packs.make_pack(stick), typed=packs.NAME)
    model_list.remove(shop, packs.NAME, "1.0.0")
    assert packs.NAME not in versions_in_use(shop)
    assert stored(shop) == []
    (told,) = told_of(shop, "model_removed")
    assert (told["model"], told["version"]) == (packs.NAME, "1.0.0")
    assert code_of(lambda: model_list.remove(shop, packs.NAME, "1.0.0")) == "model_version_unknown"


def test_the_version_in_use_is_not_removed_while_there_is_another(shop, stick):
    model_packs.install(
        shop, packs.make_pack(stick, name="tiny-finding", version="2.0.0"), typed="tiny-finding"
    )
    model_list.use(shop, "tiny-finding", "2.0.0")
    assert code_of(lambda: model_list.remove(shop, "tiny-finding", "2.0.0")) == "model_in_use"
    assert versions_in_use(shop)["tiny-finding"] == "2.0.0"


def test_shipped_packages_can_not_be_removed(shop):
    assert code_of(lambda: model_list.remove(shop, "tiny-gate", "1.0.0")) == "model_version_unknown"


def test_a_file_exchanged_after_it_was_looked_at_is_not_installed(shop, stick):
    offer = model_packs.look(shop, packs.make_pack(stick / "a"))
    other = packs.make_pack(stick / "b", licence="MIT")
    assert (
        code_of(lambda: model_packs.install(shop, other, typed=packs.NAME, expected=offer.sha256))
        == "pack_changed"
    )


def test_what_a_cut_installation_left_is_swept(shop, stick):
    left = shop.folder / "models" / ".incoming-left"
    left.mkdir(parents=True)
    model_packs.look(shop, packs.make_pack(stick))
    assert not left.exists()
