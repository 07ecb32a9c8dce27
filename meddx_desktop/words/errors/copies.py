"""Copies of the records: backups, restoring them, hand-over to another computer."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

COPY_ERRORS: dict[str, str] = {
    "backup_several": QT_TRANSLATE_NOOP(
        "words", "Several backups lie in {folder}. Name the one to restore."
    ),
    "backup_missing": QT_TRANSLATE_NOOP(
        "words",
        "There is no backup in {folder}. Choose the folder that the backup was written to.",
    ),
    "backup_damaged": QT_TRANSLATE_NOOP(
        "words",
        "This backup is damaged at {part}. Use another backup and replace the stick.",
    ),
    "backup_foreign": QT_TRANSLATE_NOOP(
        "words",
        "This backup belongs to another store. Open it with the passphrase of that store.",
    ),
    "backup_newer": QT_TRANSLATE_NOOP(
        "words",
        "This backup was written by a newer program. Update the program first.",
    ),
    "backup_inside": QT_TRANSLATE_NOOP(
        "words",
        "A backup inside the folder of the store is lost together with it. Choose another disk or stick.",
    ),
    "restore_inside": QT_TRANSLATE_NOOP(
        "words",
        "{folder} lies inside a backup or a case store and would be lost with it. Choose a folder outside.",
    ),
    "restore_not_empty": QT_TRANSLATE_NOOP(
        "words",
        "{folder} is not empty. Restore into an empty or a new folder; nothing was changed.",
    ),
    "handover_damaged": QT_TRANSLATE_NOOP(
        "words",
        "This bundle is damaged or the passphrase is wrong. Ask for both again.",
    ),
    "handover_known": QT_TRANSLATE_NOOP(
        "words",
        "This bundle was taken over before, on {day}. Take it over once more only if its cases are gone from here.",
    ),
    "handover_newer": QT_TRANSLATE_NOOP(
        "words",
        "This bundle was written by a newer program. Update the program first.",
    ),
    "handover_empty": QT_TRANSLATE_NOOP(
        "words", "No case was chosen. Choose at least one to hand over."
    ),
}
