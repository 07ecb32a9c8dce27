"""Who works with the program and what each role may do: User, Role, Action, one table."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from meddx_desktop.core.errors import InvalidEntry

_LONGEST_NAME = 64


class Role(StrEnum):
    """What somebody is to this machine."""

    OWNER = "owner"
    CLINICIAN = "clinician"
    SCREENING_OFFICER = "screening_officer"
    AUDITOR = "auditor"


class Action(StrEnum):
    """What a role can be allowed to do."""

    SIGN_IN = "sign_in"
    OPEN_CASE = "open_case"
    EDIT_CASE = "edit_case"
    SCREEN = "screen"
    DECIDE = "decide"
    SIGN_CASE = "sign_case"
    REOPEN_CASE = "reopen_case"
    EXPORT = "export"
    EXPORT_DEIDENTIFIED = "export_deidentified"
    PRINT = "print"
    DELETE_PATIENT = "delete_patient"
    MERGE_PATIENTS = "merge_patients"
    MANAGE_USERS = "manage_users"
    ROTATE_KEYS = "rotate_keys"
    INSTALL_MODEL = "install_model"
    SET_THRESHOLD = "set_threshold"
    CONFIRM_THRESHOLD = "confirm_threshold"
    SET_ASSESSMENT = "set_assessment"
    """Say where patients are seen, which tests there are, how common a condition is here."""
    BACKUP = "backup"
    RESTORE = "restore"
    READ_AUDIT = "read_audit"
    CHANGE_SETTINGS = "change_settings"


_WORK = frozenset(
    {
        Action.SIGN_IN,
        Action.OPEN_CASE,
        Action.EDIT_CASE,
        Action.SCREEN,
        Action.PRINT,
        Action.BACKUP,
    }
)

PERMISSIONS: dict[Role, frozenset[Action]] = {
    Role.SCREENING_OFFICER: _WORK,
    Role.CLINICIAN: _WORK
    | {
        Action.DECIDE,
        Action.SIGN_CASE,
        Action.REOPEN_CASE,
        Action.EXPORT,
        Action.EXPORT_DEIDENTIFIED,
        Action.MERGE_PATIENTS,
        Action.CONFIRM_THRESHOLD,
        Action.SET_ASSESSMENT,
    },
    # The owner runs the machine; owning it makes nobody a clinician, so decisions, signatures
    # and the second signature under a threshold stay with the clinician's own sign-in.
    Role.OWNER: _WORK
    | {
        Action.EXPORT,
        Action.EXPORT_DEIDENTIFIED,
        Action.DELETE_PATIENT,
        Action.MERGE_PATIENTS,
        Action.MANAGE_USERS,
        Action.ROTATE_KEYS,
        Action.INSTALL_MODEL,
        Action.SET_THRESHOLD,
        Action.SET_ASSESSMENT,
        Action.RESTORE,
        Action.READ_AUDIT,
        Action.CHANGE_SETTINGS,
    },
    Role.AUDITOR: frozenset({Action.SIGN_IN, Action.READ_AUDIT, Action.PRINT}),
}


def may(role: Role, action: Action) -> bool:
    """Whether `role` holds `action`."""
    return action in PERMISSIONS[role]


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who signs in here. Names are compared with `same_name`."""

    name: str
    role: Role
    created: datetime
    disabled: bool = False


def tidy_name(name: str) -> str:
    """A user name as it is kept: Unicode form NFC, single spaces, no invisible characters.

    Raises
    ------
    InvalidEntry
        ``user_name_invalid``: empty, longer than 64 characters, or with characters that can't
        be seen, which would let two names look alike.
    """
    tidy = " ".join(unicodedata.normalize("NFC", name).split())
    if not 0 < len(tidy) <= _LONGEST_NAME or not tidy.isprintable():
        raise InvalidEntry("user_name_invalid", limit=_LONGEST_NAME)
    return tidy


def same_name(one: str, other: str) -> bool:
    """Whether two names are one person's: capitals and forms of Unicode do not count."""
    return name_key(one) == name_key(other)


def name_key(name: str) -> str:
    """What two spellings of one name have in common (Unicode section 3.13, D146)."""
    folded = unicodedata.normalize("NFC", " ".join(name.split())).casefold()
    return unicodedata.normalize("NFC", folded)
