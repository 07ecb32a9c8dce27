"""What the command line says at the terminal, beside the sentences of codes.

The commands that say much have modules of their own: ``terminal_checks``, ``terminal_doctor``,
``terminal_labs``, ``terminal_note``; a cluster's stand beside its errors.
"""

from meddx_desktop.words.errors.cluster import TERMINAL_CLUSTER
from meddx_desktop.words.errors.reports import TERMINAL_REPORTS
from meddx_desktop.words.mark import QT_TRANSLATE_NOOP
from meddx_desktop.words.privacy import TERMINAL_PRIVACY
from meddx_desktop.words.terminal_checks import TERMINAL_CHECKS
from meddx_desktop.words.terminal_doctor import TERMINAL_DOCTOR
from meddx_desktop.words.terminal_labs import TERMINAL_LABS
from meddx_desktop.words.terminal_note import TERMINAL_NOTE

TERMINAL: dict[str, str] = {
    **TERMINAL_CHECKS,
    **TERMINAL_CLUSTER,
    **TERMINAL_DOCTOR,
    **TERMINAL_LABS,
    **TERMINAL_NOTE,
    **TERMINAL_PRIVACY,
    **TERMINAL_REPORTS,
    "path": QT_TRANSLATE_NOOP("words", "path"),
    "frame": QT_TRANSLATE_NOOP("words", "frame"),
    "result": QT_TRANSLATE_NOOP("words", "result"),
    "finding": QT_TRANSLATE_NOOP("words", "finding"),
    "score": QT_TRANSLATE_NOOP("words", "score"),
    "threshold": QT_TRANSLATE_NOOP("words", "threshold"),
    "model": QT_TRANSLATE_NOOP("words", "model"),
    "notes": QT_TRANSLATE_NOOP("words", "notes"),
    "none": QT_TRANSLATE_NOOP("words", "none"),
    "failed": QT_TRANSLATE_NOOP("words", "Failed"),
    "score_line": QT_TRANSLATE_NOOP("words", "Score (0-100): {score} Below threshold: {below}"),
    "left_out": QT_TRANSLATE_NOOP(
        "words", "{n} files inside folders or archives are no pictures; left out"
    ),
    "plain_pictures": QT_TRANSLATE_NOOP(
        "words", "the heat maps are plain pictures of patients: keep the folder safe"
    ),
    "stopped": QT_TRANSLATE_NOOP("words", "stopped; {n} answered before that are written"),
    "written": QT_TRANSLATE_NOOP("words", "Written to {folder}: {what}"),
    "results_and_maps": QT_TRANSLATE_NOOP("words", "results.jsonl, heat maps"),
    "no_window_picture": QT_TRANSLATE_NOOP(
        "words", "no picture of the window: Qt is not installed here"
    ),
    "measuring": QT_TRANSLATE_NOOP("words", "measuring; leave the machine alone for a minute"),
    "agrees": QT_TRANSLATE_NOOP(
        "words", "{name} {version}: files, shapes and sample agree ({provider})"
    ),
    "not_in_build": QT_TRANSLATE_NOOP(
        "words", "  not in this build, as only a graphics card runs it: {files}"
    ),
    "passphrase_of": QT_TRANSLATE_NOOP("words", "Passphrase of {user} ({folder}):"),
    "recovery_key_of": QT_TRANSLATE_NOOP("words", "Recovery key, all lines ({folder}):"),
    "recovery_due": QT_TRANSLATE_NOOP(
        "words", "the recovery key was used; sign in at the window and write down a new one"
    ),
    "clock_behind": QT_TRANSLATE_NOOP(
        "words", "the clock stands before the newest entry of the audit trail; set it right"
    ),
    "backed_up": QT_TRANSLATE_NOOP(
        "words", "{copied} films copied, {kept} kept, all proven: {folder}"
    ),
    "damaged_in_store": QT_TRANSLATE_NOOP(
        "words",
        "{n} films are damaged in the store itself. Keep older backups: they may hold them whole.",
    ),
    "backup_tips": QT_TRANSLATE_NOOP(
        "words", "Unplug the stick now. Use two in turn, and keep one in another building."
    ),
    "backup_of": QT_TRANSLATE_NOOP("words", "Backup of {at}: {films} films, {megabytes} MB"),
    "backup_part_damaged": QT_TRANSLATE_NOOP("words", "Damaged: {part}"),
    "restored": QT_TRANSLATE_NOOP("words", "Restored with {films} films into {folder}"),
    "audit_whole": QT_TRANSLATE_NOOP(
        "words",
        "The audit trail is whole: {entries} entries, head {head}. Give a printed head with --head to see that its end was not cut.",
    ),
    "audit_whole_compared": QT_TRANSLATE_NOOP(
        "words",
        "The audit trail is whole and agrees with the paper: {entries} entries, head {head}.",
    ),
    "pack_installed": QT_TRANSLATE_NOOP(
        "words",
        "{name} {version} is installed. It is on trial: shown, and not used for sorting or assessment until it was validated here.",
    ),
    "pack_not_in_use": QT_TRANSLATE_NOOP(
        "words",
        "Another version of {name} stays in use; `meddx models use {name} {version}` switches.",
    ),
    "pack_written": QT_TRANSLATE_NOOP(
        "words", "{file} is written. Others know it by this fingerprint of your site: {fingerprint}"
    ),
    "risk_on": QT_TRANSLATE_NOOP("words", "{name} is on."),
    "risk_off": QT_TRANSLATE_NOOP("words", "{name} is off."),
    "risk_share": QT_TRANSLATE_NOOP("words", "Kept for {name}: {share}"),
    "pack_used": QT_TRANSLATE_NOOP("words", "{name} {version} is in use now."),
    "pack_removed": QT_TRANSLATE_NOOP("words", "{name} {version} is removed."),
    "own_signer": QT_TRANSLATE_NOOP("words", "Your site signs as: {fingerprint}"),
    "signer_line": QT_TRANSLATE_NOOP("words", "{name}: {fingerprint}"),
    "signer_now_known": QT_TRANSLATE_NOOP(
        "words",
        "{name} is known now. Packages under this signature install without typing their name.",
    ),
    "signer_now_unknown": QT_TRANSLATE_NOOP(
        "words", "This signer is unknown again. What was installed stays."
    ),
    "revocations_taken": QT_TRANSLATE_NOOP(
        "words", "{count} new entries. What was revoked is not used any more."
    ),
    "result_on_trial": QT_TRANSLATE_NOOP(
        "words",
        "On trial: this model was not validated here. Its result sorts nothing, and nothing is decided on it.",
    ),
    "site_since": QT_TRANSLATE_NOOP(
        "words",
        "site threshold since {since}",
    ),
    "site_chance": QT_TRANSLATE_NOOP(
        "words",
        "Corrected for a share of {share} % here: {chance} % chance of the finding",
    ),
}
