"""What went wrong while a text or film was de-identified."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

PRIVACY_ERRORS: dict[str, str] = {
    "deidentified_exists": QT_TRANSLATE_NOOP(
        "words", "There is a file {file} already. Choose another name, or write over it (--force)."
    ),
    "deidentified_original": QT_TRANSLATE_NOOP(
        "words", "This would write over the original. Choose another name for the result."
    ),
    "deidentify_names_unread": QT_TRANSLATE_NOOP(
        "words", "The names in {file} can't be read. Save them as UTF-8 text, one a line."
    ),
}
