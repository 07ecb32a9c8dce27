from collections import Counter

import pytest
from PySide6.QtCore import QObject, Qt

from meddx_desktop.core.paths import RESOURCES
from meddx_desktop.gui.image_tab.actions import ImageActions
from meddx_desktop.gui.image_tab.command_table import COMMANDS, GROUPS


@pytest.fixture
def actions(qapp):
    parent = QObject()
    made = ImageActions(parent)
    made.keep_alive = parent
    return made


def test_no_key_means_two_things():
    keys = Counter(key for command in COMMANDS for key in command.keys)
    assert [key for key, count in keys.items() if count > 1] == []
    names = Counter(command.key for command in COMMANDS)
    assert max(names.values()) == 1


def test_every_command_has_a_group_a_key_and_an_icon_that_exists():
    for command in COMMANDS:
        assert command.group in GROUPS
        assert command.keys, command.key
        if command.icon:
            assert (RESOURCES / "icons" / f"{command.icon}.svg").is_file(), command.icon


def test_actions_carry_words_tip_and_scope(actions):
    for action in actions.all:
        assert action.shortcutContext() == Qt.ShortcutContext.WidgetWithChildrenShortcut
        assert not action.shortcut().isEmpty()
    flip = actions["flip_h"]
    assert flip.toolTip().startswith("Flip left to right (H)\n")
    assert not flip.icon().isNull()


def test_groups_hold_every_action_once(actions):
    listed = [action for group in actions.groups().values() for action in group]
    assert sorted(map(id, listed)) == sorted(map(id, actions.all))
    assert next(iter(actions.groups())) == "Tools"


def test_one_tool_at_a_time(actions):
    actions["tool_pan"].trigger()
    assert not actions["tool_window"].isChecked()
    actions.tint()
    assert not actions["tool_pan"].icon().isNull()
