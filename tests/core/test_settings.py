"""Protects: settings survive a restart, a damaged file costs nothing, bad values stay out."""

import json
import stat

import pytest

from meddx_desktop.core.errors import CannotWrite, InvalidEntry
from meddx_desktop.core.settings import SETTINGS, Settings


def test_what_is_set_is_there_after_a_restart(tmp_path):
    path = tmp_path / "inner" / "settings.json"
    Settings(path).set("language", "zh_CN")
    assert Settings(path)["language"] == "zh_CN"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b'{"language": 7}', b"null"])
def test_damaged_file_means_defaults(tmp_path, content):
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert Settings(path)["language"] == "auto"


def test_one_bad_line_does_not_cost_the_others(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"language": "klingon", "appearance": "light", "unknown": 1}))
    settings = Settings(path)
    assert settings["language"] == "auto"
    assert settings["appearance"] == "light"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("language", "fr"),
        ("text_scale", 110),
        ("text_scale", "100"),
        ("text_scale", True),
        ("heat_map_opacity", 1.5),
        ("inference_threads", -1),
    ],
)
def test_impossible_value_is_refused_and_the_old_one_stays(key, value):
    settings = Settings()
    with pytest.raises(InvalidEntry) as caught:
        settings.set(key, value)
    assert caught.value.code == "setting_invalid"
    assert settings[key] == SETTINGS[key].default


def test_listeners_hear_changes_once():
    settings, heard = Settings(), []
    settings.on_change(lambda key, value: heard.append((key, value)))
    settings.set("device", "cpu")
    settings.set("device", "cpu")
    assert heard == [("device", "cpu")]


def test_unwritable_place_is_told_and_the_value_holds(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    settings = Settings(blocked / "settings.json")
    with pytest.raises(CannotWrite):
        settings.set("device", "cpu")
    assert settings["device"] == "cpu"


def test_a_whole_number_will_do_where_a_fraction_is_kept():
    settings = Settings()
    settings.set("heat_map_opacity", 1)
    assert settings["heat_map_opacity"] == 1.0
