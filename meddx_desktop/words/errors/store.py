"""The encrypted store: database, stored films, key file, audit trail."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

STORE_ERRORS: dict[str, str] = {
    "store_key_wrong": QT_TRANSLATE_NOOP(
        "words",
        "The passphrase does not open this store. Check the passphrase, and that it is the right folder.",
    ),
    "store_damaged": QT_TRANSLATE_NOOP(
        "words",
        "The case store is damaged. Do not delete it; restore the newest backup beside it and keep the damaged one.",
    ),
    "store_busy": QT_TRANSLATE_NOOP(
        "words",
        "A backup, an erasure or the renewal of the keys is still running. Wait until it is done and try again.",
    ),
    "store_newer": QT_TRANSLATE_NOOP(
        "words",
        "This case store was written by a newer program. Update the program; nothing was changed.",
    ),
    "store_in_use": QT_TRANSLATE_NOOP(
        "words",
        "This case store is already open in another window or by another user of this computer. Close it there first.",
    ),
    "store_disk_failed": QT_TRANSLATE_NOOP(
        "words",
        "The disk did not take or give the data. Check the cable and the disk, then make a backup elsewhere.",
    ),
    "object_damaged": QT_TRANSLATE_NOOP(
        "words",
        "The stored film {object} is damaged or was exchanged, so it is not shown. Restore it from a backup or add the film again.",
    ),
    "object_missing": QT_TRANSLATE_NOOP(
        "words",
        "The stored film {object} is gone. Restore it from a backup or add the film again.",
    ),
    "store_not_made": QT_TRANSLATE_NOOP(
        "words",
        "There are no records in this folder yet. Start the program without a command to set them up, or name their folder.",
    ),
    "keys_missing": QT_TRANSLATE_NOOP(
        "words",
        "There is no key file in this folder. Choose the store's folder, or restore a backup.",
    ),
    "keys_exist": QT_TRANSLATE_NOOP(
        "words", "This folder holds a store already. Open it, or choose another folder."
    ),
    "keys_unreadable": QT_TRANSLATE_NOOP(
        "words",
        "The key file may not be read. Check that the disk is connected and that the folder belongs to you.",
    ),
    "keys_newer": QT_TRANSLATE_NOOP(
        "words", "This store was written by a newer program. Update the program first."
    ),
    "keys_damaged": QT_TRANSLATE_NOOP(
        "words",
        "The key file is damaged and opens nothing. Restore it from a backup; do not delete anything.",
    ),
    "keys_tampered": QT_TRANSLATE_NOOP(
        "words",
        "The key file was changed by something other than this program. Do not work with this store; restore a backup and tell the person responsible for data protection.",
    ),
    "keys_rolled_back": QT_TRANSLATE_NOOP(
        "words",
        "The key file and the records are not of one moment; it seems that an older copy of one of them was put back. Put the newest back, or restore a backup as a whole, or sign in with the recovery key on paper.",
    ),
    "key_parameters_weakened": QT_TRANSLATE_NOOP(
        "words",
        "The key file asks for a weaker protection than the program allows, and was not used. Restore a backup and tell the person responsible for data protection.",
    ),
    "rotation_running": QT_TRANSLATE_NOOP(
        "words", "The keys are being changed already. Let that finish first."
    ),
    "ciphertext_damaged": QT_TRANSLATE_NOOP(
        "words",
        "Something encrypted can't be opened: it was changed, or belongs to another key. Restore a backup.",
    ),
    "audit_head_invalid": QT_TRANSLATE_NOOP(
        "words",
        "This is no line from a report's audit mark. Type it as it is printed: number, slash, letters.",
    ),
    "audit_changed": QT_TRANSLATE_NOOP(
        "words",
        "The audit trail was changed at entry {seq}. Keep this computer as it is and tell the person responsible for data protection.",
    ),
    "audit_missing": QT_TRANSLATE_NOOP(
        "words",
        "Entry {seq} of the audit trail is missing. Keep this computer as it is and tell the person responsible for data protection.",
    ),
    "audit_reordered": QT_TRANSLATE_NOOP(
        "words",
        "Entries of the audit trail changed places at {seq}. Keep this computer as it is and tell the person responsible for data protection.",
    ),
    "audit_cut": QT_TRANSLATE_NOOP(
        "words",
        "The audit trail ends before entry {seq}, although a printed sheet shows more. Keep this computer as it is and tell the person responsible for data protection.",
    ),
    "audit_rolled_back": QT_TRANSLATE_NOOP(
        "words",
        "From entry {seq} on, the audit trail is not the one that was printed: an older copy was put in its place. Tell the person responsible for data protection.",
    ),
}
