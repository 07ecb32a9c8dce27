"""What was on paper first and is typed later."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

LATE_ERRORS: dict[str, str] = {
    "late_ahead": QT_TRANSLATE_NOOP(
        "words", "This time lies ahead. Enter when it was, as the sheet says."
    ),
    "late_long_ago": QT_TRANSLATE_NOOP(
        "words", "This is more than a year ago. Check the date on the sheet."
    ),
    "late_who_long": QT_TRANSLATE_NOOP(
        "words", "This name is too long; enter up to {limit} characters."
    ),
    "late_words_missing": QT_TRANSLATE_NOOP(
        "words", "Enter what the sheet says of the film, word for word."
    ),
    "late_words_long": QT_TRANSLATE_NOOP(
        "words", "This is too long; enter up to {limit} characters."
    ),
    "late_empty": QT_TRANSLATE_NOOP(
        "words", "Nothing of this was entered yet. Enter it first, then say when it was."
    ),
    "late_told_before": QT_TRANSLATE_NOOP(
        "words", "Somebody was told before the result was found. Check both times on the sheet."
    ),
}
