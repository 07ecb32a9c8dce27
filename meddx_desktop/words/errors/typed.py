"""What somebody typed into a field or named on the command line."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

TYPED_ERRORS: dict[str, str] = {
    "age_invalid": QT_TRANSLATE_NOOP("words", "“{text}” is no age. Write 45y, 18m or 10d."),
    "sex_invalid": QT_TRANSLATE_NOOP("words", "“{text}” is no sex. Write F or M."),
    "view_invalid": QT_TRANSLATE_NOOP("words", "“{text}” is no view. Write PA or AP."),
    "vital_impossible": QT_TRANSLATE_NOOP(
        "words", "This value can't be right; it must lie between {low} and {high}. It was not kept."
    ),
    "date_invalid": QT_TRANSLATE_NOOP(
        "words", "“{text}” is no date. Write year-month-day, for example 2024-03-31."
    ),
    "pressure_reversed": QT_TRANSLATE_NOOP(
        "words",
        "The diastolic pressure must lie below the systolic one. It was not kept; check both.",
    ),
    "number_invalid": QT_TRANSLATE_NOOP("words", "“{text}” is no number."),
    "resident_id_check": QT_TRANSLATE_NOOP(
        "words",
        "This resident number can't be right: its check digit or its date does not fit. Compare it with the card.",
    ),
    "setting_invalid": QT_TRANSLATE_NOOP("words", "The setting “{key}” can't hold this value."),
    "month_invalid": QT_TRANSLATE_NOOP(
        "words", "“{text}” is no month. Write year-month, for example 2026-03."
    ),
    "user_needed": QT_TRANSLATE_NOOP(
        "words", "Several people use this store. Say who you are with --user NAME."
    ),
    "passphrase_needed": QT_TRANSLATE_NOOP(
        "words",
        "There is no terminal to ask for the passphrase. Hand it over with --passphrase-fd N.",
    ),
}
