"""Treatment plans: a broken file of theirs, no plan for a condition, an answer that does not fit."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

TREATMENT_PLAN_ERRORS: dict[str, str] = {
    "treatment_unreadable": QT_TRANSLATE_NOOP(
        "words",
        "The treatment file {file} can't be read ({why}). There are no treatment plans until it is repaired: install the program again.",
    ),
    "treatment_invalid": QT_TRANSLATE_NOOP(
        "words",
        "The treatment file {file} has a mistake ({why}). There are no treatment plans until it is repaired: correct it, or install the program again.",
    ),
    "treatment_source_missing": QT_TRANSLATE_NOOP(
        "words",
        "In the treatment file {file}, {entry} has no source that was opened ({why}). Open the source and give title, locator and day, or take the entry out.",
    ),
    "treatment_unknown_drug": QT_TRANSLATE_NOOP(
        "words",
        "In the treatment file {file}, {entry} names a drug that the program does not know ({why}). Write its international name as in the list of drugs.",
    ),
    "treatment_dose_invalid": QT_TRANSLATE_NOOP(
        "words",
        "In the treatment file {file}, the dose of {entry} can't be ({why}). Look for a wrong unit or decimal point, and compare it with limits.toml.",
    ),
    "treatment_dangling": QT_TRANSLATE_NOOP(
        "words",
        "In the treatment file {file}, {entry} is not joined to the tree ({why}). Name a box that is there, or take the entry out.",
    ),
    "treatment_cycle": QT_TRANSLATE_NOOP(
        "words",
        "In the treatment file {file}, boxes lead to each other in a circle: {entry}. Lead one of them on.",
    ),
    "treatment_key_twice": QT_TRANSLATE_NOOP(
        "words", "In the treatment file {file}, {entry} is there twice. Take one of them out."
    ),
    "treatment_plan_missing": QT_TRANSLATE_NOOP(
        "words",
        "There is no treatment plan for this condition. Follow the guideline that holds at this site.",
    ),
    "treatment_answer_unknown": QT_TRANSLATE_NOOP(
        "words",
        "This answer does not belong to the plan. Open the plan again and answer its questions.",
    ),
}
