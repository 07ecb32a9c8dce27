"""Why a risk model gives no answer, which input it refused, and what to read its answer with."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

RISK_REASONS: dict[str, str] = {
    "risk_not_in_pregnancy": QT_TRANSLATE_NOOP(
        "words", "The model was not made for pregnancy. No score."
    ),
    "risk_pregnancy_unknown": QT_TRANSLATE_NOOP(
        "words",
        "The model was not made for pregnancy, and nobody asked. Ask before you read the score.",
    ),
    "risk_results_unused": QT_TRANSLATE_NOOP(
        "words",
        "Among the results, but not used: {names}. Its time is not known, or it is more than 7 days older than the newest, or in doubt. Look at it there.",
    ),
    "risk_inputs_refused": QT_TRANSLATE_NOOP(
        "words",
        "Outside what the model has seen, or not understood: {count} value(s). No score; check them.",
    ),
    "risk_inputs_missing": QT_TRANSLATE_NOOP(
        "words", "Missing, and the model can't do without: {count} value(s). Enter them."
    ),
    "risk_too_many_missing": QT_TRANSLATE_NOOP(
        "words",
        "{count} values are missing; the model does without {limit} at most. Enter some of them.",
    ),
    "risk_clock_behind": QT_TRANSLATE_NOOP(
        "words", "The clock of this computer is wrong, so ages are. No score; set the clock right."
    ),
    "risk_out_of_range": QT_TRANSLATE_NOOP(
        "words", "Outside what the model has seen, {low} to {high} {unit}. Check the value."
    ),
    "risk_unit_unknown": QT_TRANSLATE_NOOP(
        "words", "The unit can't be brought to {unit}. Check the unit."
    ),
    "risk_choice_unknown": QT_TRANSLATE_NOOP(
        "words", "None of the model's choices. Choose one of them."
    ),
}
