"""Who may come in: users, roles, passphrases, the recovery key."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

PEOPLE_ERRORS: dict[str, str] = {
    "passphrase_wrong": QT_TRANSLATE_NOOP(
        "words",
        "The name or the passphrase is wrong. Check the keyboard language and capital letters, then try again.",
    ),
    "passphrase_wait": QT_TRANSLATE_NOOP(
        "words", "Too many wrong passphrases. Wait {seconds} seconds, then try again."
    ),
    "passphrase_short": QT_TRANSLATE_NOOP(
        "words",
        "This passphrase is too short. Use at least {shortest} characters; a few words that only you would put together are easiest.",
    ),
    "passphrase_long": QT_TRANSLATE_NOOP(
        "words", "This passphrase is too long. Use at most {longest} characters."
    ),
    "passphrase_pattern": QT_TRANSLATE_NOOP(
        "words",
        "This passphrase repeats itself or follows the keyboard, and is tried first. Use a few unrelated words.",
    ),
    "passphrase_common": QT_TRANSLATE_NOOP(
        "words",
        "This passphrase is one of those that are tried first. Use a few unrelated words, without dates and common phrases.",
    ),
    "passphrase_contains_name": QT_TRANSLATE_NOOP(
        "words",
        "This passphrase is little more than your name or the name of the program. Use a few unrelated words.",
    ),
    "passphrase_unchanged": QT_TRANSLATE_NOOP(
        "words", "The new passphrase is the old one. Choose another."
    ),
    "user_name_invalid": QT_TRANSLATE_NOOP(
        "words", "A user name has 1 to {limit} visible characters. Type it again."
    ),
    "user_name_taken": QT_TRANSLATE_NOOP("words", "This user name is taken. Choose another."),
    "user_unknown": QT_TRANSLATE_NOOP(
        "words", "There is no user of that name. Choose one from the list."
    ),
    "user_disabled": QT_TRANSLATE_NOOP(
        "words", "This user may no longer sign in. Ask the owner of this computer."
    ),
    "last_owner": QT_TRANSLATE_NOOP(
        "words", "This is the last owner. Make somebody else an owner first."
    ),
    "own_account": QT_TRANSLATE_NOOP("words", "You can't remove yourself. Ask another owner."),
    "not_permitted": QT_TRANSLATE_NOOP(
        "words", "Your role does not allow this. Ask the owner of this computer."
    ),
    "store_locked": QT_TRANSLATE_NOOP("words", "The store is locked. Sign in first."),
    "recovery_length": QT_TRANSLATE_NOOP(
        "words",
        "The recovery key has {expected} characters; {found} were typed. Compare with the paper.",
    ),
    "recovery_line_wrong": QT_TRANSLATE_NOOP(
        "words", "Line {line} of the recovery key has a mistake. Compare that line with the paper."
    ),
    "recovery_wrong": QT_TRANSLATE_NOOP(
        "words",
        "This recovery key does not open this store. A newer one may have been written since; look for it.",
    ),
}
