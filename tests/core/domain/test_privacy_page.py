"""Protects: the page that tells owners who may do what says what the program does."""

from meddx_desktop.core.domain.people import PERMISSIONS, Action, Role
from meddx_desktop.core.paths import ROOT

COLUMNS = (Role.OWNER, Role.CLINICIAN, Role.SCREENING_OFFICER, Role.AUDITOR)
ROWS = {
    "Sign in": Action.SIGN_IN,
    "Look at cases": Action.OPEN_CASE,
    "Add films, write notes, labs, vital signs": Action.EDIT_CASE,
    "Screen films": Action.SCREEN,
    "Accept, reject or edit a finding": Action.DECIDE,
    "Sign a case": Action.SIGN_CASE,
    "Reopen a signed case": Action.REOPEN_CASE,
    "Hand cases over, take them over, export": Action.EXPORT,
    "Export without identity": Action.EXPORT_DEIDENTIFIED,
    "Print": Action.PRINT,
    "Join two patients, or separate them": Action.MERGE_PATIENTS,
    "Erase a patient": Action.DELETE_PATIENT,
    "Add and remove users": Action.MANAGE_USERS,
    "Renew all keys": Action.ROTATE_KEYS,
    "Install a model": Action.INSTALL_MODEL,
    "Set a threshold": Action.SET_THRESHOLD,
    "Confirm a threshold": Action.CONFIRM_THRESHOLD,
    "Set what assessments rest on here": Action.SET_ASSESSMENT,
    "Back up, check the store": Action.BACKUP,
    "Restore a backup": Action.RESTORE,
    "Read and verify the audit trail": Action.READ_AUDIT,
    "Change the rules of the site": Action.CHANGE_SETTINGS,
}


def _table():
    text = (ROOT / "docs" / "privacy.md").read_text("utf-8")
    section = text.partition("## Who may do what")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_the_table_of_roles_is_the_program_s():
    header, _, *rows = _table()
    assert header[1:] == ["Owner", "Clinician", "Screening officer", "Auditor"]
    told = {row[0]: row[1:] for row in rows}
    assert set(told) == set(ROWS)
    for words, cells in told.items():
        wanted = ["yes" if ROWS[words] in PERMISSIONS[role] else "" for role in COLUMNS]
        assert cells == wanted, words


def test_no_action_and_no_role_is_left_out():
    assert set(ROWS.values()) == set(Action)
    assert set(COLUMNS) == set(Role)
