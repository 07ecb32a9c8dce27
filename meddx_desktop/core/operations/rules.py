"""The rules of a site: the owner sets them, and they are kept in the records.

The settings file beside the program can be written by anybody at the computer. For these settings
it serves only until the first sign-in of a store, and from then on as a copy.
"""

import json
import logging

from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import InvalidEntry, MedDxError
from meddx_desktop.core.operations.access import Desk
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.settings import SETTINGS, Settings, Value

log = logging.getLogger(__name__)

_KEPT = "rule {}"
_NO_VECTORS = ("similar_cases", "off")
"""With this rule nothing that was made of signed notes stays."""


def change_rule(app: Application, key: str, value: Value) -> None:
    """Change a setting that is a rule of the site.

    Raises
    ------
    NotPermitted, StoreRefused, InvalidEntry
        Nothing was changed.
    CannotWrite
        As `NotPermitted`; ``settings_not_saved``: the rule holds all the same.
    """
    checked = SETTINGS[key].check(value)
    with app.access.using(Action.CHANGE_SETTINGS) as desk:
        with desk.changing():
            desk.tell("setting_changed", setting=key, changed=f"{app.settings[key]} -> {checked}")
            _keep(desk, key, checked)
            if (key, checked) == _NO_VECTORS:
                desk.store.note_vectors.forget_all()
        app.settings.set(key, checked)


def take_up(settings: Settings, desk: Desk) -> None:
    """At the sign-in: what the records say holds, whatever was written into the settings file."""
    for key, setting in SETTINGS.items():
        if not setting.site:
            continue
        kept = desk.store.kept.get(_KEPT.format(key))
        try:
            if kept is None:
                _keep(desk, key, settings[key])
            else:
                settings.set(key, json.loads(kept))
        except InvalidEntry:  # of another version of the program, whose choices were others
            log.warning("a rule of the site was not taken up", extra={"setting": key})
        except MedDxError as error:  # a full disk; the rule holds until the program ends
            log.warning("a rule of the site was not written", extra={"code": error.code})


def _keep(desk: Desk, key: str, value: Value) -> None:
    desk.store.kept.set(_KEPT.format(key), json.dumps(value))
