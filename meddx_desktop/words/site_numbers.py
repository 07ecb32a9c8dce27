"""The site's own numbers: short reasons for films without a score, follow-ups, what is refused."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

SITE_LABELS: dict[str, str] = {
    "unscored.age_missing": QT_TRANSLATE_NOOP("words", "No age"),
    "unscored.age_outside": QT_TRANSLATE_NOOP("words", "Age the model was not made for"),
    "unscored.bad_output": QT_TRANSLATE_NOOP("words", "Model gave no usable result"),
    "unscored.blank": QT_TRANSLATE_NOOP("words", "Blank picture"),
    "unscored.body_part_outside": QT_TRANSLATE_NOOP("words", "Another body part"),
    "unscored.cut_off": QT_TRANSLATE_NOOP("words", "Cut off"),
    "unscored.cut_off_bottom": QT_TRANSLATE_NOOP("words", "Cut off below"),
    "unscored.cut_off_left": QT_TRANSLATE_NOOP("words", "Cut off on the left"),
    "unscored.cut_off_right": QT_TRANSLATE_NOOP("words", "Cut off on the right"),
    "unscored.cut_off_top": QT_TRANSLATE_NOOP("words", "Cut off above"),
    "unscored.false_color": QT_TRANSLATE_NOOP("words", "Coloured picture"),
    "unscored.for_processing": QT_TRANSLATE_NOOP("words", "Raw detector data"),
    "unscored.gate_unavailable": QT_TRANSLATE_NOOP("words", "Film check not installed"),
    "unscored.half_chest": QT_TRANSLATE_NOOP("words", "Half a chest or a side view"),
    "unscored.inverted": QT_TRANSLATE_NOOP("words", "Inverted"),
    "unscored.lungs_covered": QT_TRANSLATE_NOOP("words", "Lungs partly covered"),
    "unscored.modality_outside": QT_TRANSLATE_NOOP("words", "No X-ray film"),
    "unscored.model_on_trial": QT_TRANSLATE_NOOP("words", "Only models on trial"),
    "unscored.no_model_applies": QT_TRANSLATE_NOOP("words", "No model for this film"),
    "unscored.not_chest_film": QT_TRANSLATE_NOOP("words", "No frontal chest film"),
    "unscored.not_human": QT_TRANSLATE_NOOP("words", "No human patient"),
    "unscored.odd_shape": QT_TRANSLATE_NOOP("words", "Odd shape of picture"),
    "unscored.photograph": QT_TRANSLATE_NOOP("words", "Photograph of a film"),
    "unscored.rotated": QT_TRANSLATE_NOOP("words", "Turned"),
    "unscored.score_stuck": QT_TRANSLATE_NOOP("words", "Scores stood still"),
    "unscored.tilted": QT_TRANSLATE_NOOP("words", "Askew"),
    "unscored.too_bright": QT_TRANSLATE_NOOP("words", "Too bright"),
    "unscored.too_dark": QT_TRANSLATE_NOOP("words", "Too dark"),
    "unscored.too_few_pixels": QT_TRANSLATE_NOOP("words", "Too small"),
    "unscored.too_flat": QT_TRANSLATE_NOOP("words", "Too little contrast"),
    "unscored.too_grainy": QT_TRANSLATE_NOOP("words", "Too grainy"),
    "unscored.turned_maybe_mirrored": QT_TRANSLATE_NOOP("words", "Turned, perhaps mirrored"),
    "unscored.view_outside": QT_TRANSLATE_NOOP("words", "View the model was not made for"),
    "follow_up.film": QT_TRANSLATE_NOOP("words", "Chest film"),
    "follow_up.blood_count": QT_TRANSLATE_NOOP("words", "Blood count"),
    "follow_up.kidney": QT_TRANSLATE_NOOP("words", "Kidney values"),
    "follow_up.liver": QT_TRANSLATE_NOOP("words", "Liver values"),
    "follow_up.glucose": QT_TRANSLATE_NOOP("words", "Blood glucose"),
    "follow_up.blood_pressure": QT_TRANSLATE_NOOP("words", "Blood pressure"),
    "follow_up.weight": QT_TRANSLATE_NOOP("words", "Weight"),
    "follow_up.sputum": QT_TRANSLATE_NOOP("words", "Sputum test"),
    "follow_up.visit": QT_TRANSLATE_NOOP("words", "See the patient again"),
    "follow_up.other": QT_TRANSLATE_NOOP("words", "Other"),
    "follow_up_step.set": QT_TRANSLATE_NOOP("words", "set"),
    "follow_up_step.moved": QT_TRANSLATE_NOOP("words", "moved"),
    "follow_up_step.done": QT_TRANSLATE_NOOP("words", "done"),
    "follow_up_step.withdrawn": QT_TRANSLATE_NOOP("words", "taken back"),
}

SITE_ERRORS: dict[str, str] = {
    "follow_up_words_missing": QT_TRANSLATE_NOOP(
        "words", "Write what is to be done: “other” alone tells nobody."
    ),
    "follow_up_reason_missing": QT_TRANSLATE_NOOP(
        "words", "Write why; whoever looks at the list later wants to know."
    ),
    "follow_up_words_long": QT_TRANSLATE_NOOP(
        "words", "These words are too long. Shorten them to {limit} characters."
    ),
    "follow_up_day_past": QT_TRANSLATE_NOOP(
        "words", "This day has passed already. Choose today or a later day."
    ),
    "follow_up_day_far": QT_TRANSLATE_NOOP(
        "words", "This day is more than five years ahead. Check the year."
    ),
    "follow_up_gone": QT_TRANSLATE_NOOP(
        "words", "This follow-up is not there any more. Open the list again."
    ),
    "follow_up_closed": QT_TRANSLATE_NOOP(
        "words", "This follow-up was closed meanwhile. Open the list again."
    ),
    "aggregate_budget_spent": QT_TRANSLATE_NOOP(
        "words",
        "This export would give away more than the budget of this year has left ({left}). Choose the most private setting, or wait for the next year.",
    ),
    "aggregate_budget_gone": QT_TRANSLATE_NOOP(
        "words",
        "The budget of this year is used up ({left} left). The next export is possible next year.",
    ),
    "aggregate_choice_unknown": QT_TRANSLATE_NOOP(
        "words", "This period or this privacy setting can't be chosen. Choose one of those shown."
    ),
    "aggregate_clock": QT_TRANSLATE_NOOP(
        "words",
        "The clock of this computer stands before the last entries, so that neither weeks nor the budget of a year can be told. Set the clock, then try again.",
    ),
}
