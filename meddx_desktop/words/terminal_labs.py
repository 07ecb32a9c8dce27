"""What `meddx labs` says at the terminal."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

TERMINAL_LABS: dict[str, str] = {
    "labs_test": QT_TRANSLATE_NOOP("words", "test"),
    "labs_value": QT_TRANSLATE_NOOP("words", "value"),
    "labs_flag": QT_TRANSLATE_NOOP("words", "flag"),
    "labs_range": QT_TRANSLATE_NOOP("words", "range"),
    "labs_taken": QT_TRANSLATE_NOOP("words", "taken"),
    "labs_calculator": QT_TRANSLATE_NOOP("words", "calculator"),
    "labs_meaning": QT_TRANSLATE_NOOP("words", "meaning"),
    "labs_flag_LL": QT_TRANSLATE_NOOP("words", "critically low"),
    "labs_flag_L": QT_TRANSLATE_NOOP("words", "low"),
    "labs_flag_N": QT_TRANSLATE_NOOP("words", "normal"),
    "labs_flag_H": QT_TRANSLATE_NOOP("words", "high"),
    "labs_flag_HH": QT_TRANSLATE_NOOP("words", "critically high"),
    "labs_flag_A": QT_TRANSLATE_NOOP("words", "abnormal"),
    "labs_own_range": QT_TRANSLATE_NOOP("words", "laboratory's"),
    "labs_nobody": QT_TRANSLATE_NOOP("words", "nobody named"),
    "labs_rejected": QT_TRANSLATE_NOOP("words", "Not understood:"),
    "labs_no_results": QT_TRANSLATE_NOOP("words", "No result was understood."),
    "labs_no_flag": QT_TRANSLATE_NOOP(
        "words", "No flag (-) means that nothing can be said; it does not mean normal."
    ),
    "labs_dates_open": QT_TRANSLATE_NOOP(
        "words",
        "dates like {example} can be read in two ways and were not read; --day-first or --month-first settles it",
    ),
    "labs_numbers_open": QT_TRANSLATE_NOOP(
        "words",
        "numbers like {example} can be read in two ways; --decimal comma or --decimal point settles it",
    ),
    "labs_patients_open": QT_TRANSLATE_NOOP(
        "words", "some lines name no patient; they are not given to the one above them"
    ),
    "labs_columns_open": QT_TRANSLATE_NOOP(
        "words", "what some columns hold is a guess; look at the original beside the result"
    ),
    "labs_critical": QT_TRANSLATE_NOOP("words", "Critical below {low} or above {high} {unit}."),
    "labs_published": QT_TRANSLATE_NOOP(
        "words", "Published reference ranges first: {first}. The laboratory's own go before them."
    ),
    "labs_risk_score": QT_TRANSLATE_NOOP("words", "Score (0-100) {score}, threshold {threshold}"),
}
