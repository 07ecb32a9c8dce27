"""What went wrong with the files about drugs: their sources, pairs, allergies and classes."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

DRUG_FACT_ERRORS: dict[str, str] = {
    "drug_facts_unreadable": QT_TRANSLATE_NOOP(
        "words",
        "The file about drugs {file} can't be read ({why}). No drug is checked and no dose shown until it is repaired: install the program again.",
    ),
    "drug_facts_invalid": QT_TRANSLATE_NOOP(
        "words",
        "The file about drugs {file} has a mistake at {entry} ({why}). No drug is checked and no dose shown until it is repaired: correct it, or install the program again.",
    ),
    "drug_facts_source_missing": QT_TRANSLATE_NOOP(
        "words",
        "In the file about drugs {file}, {entry} has no complete source ({why}). Give title, locator and the day it was opened, or mark it as unverified.",
    ),
    "drug_facts_unverified": QT_TRANSLATE_NOOP(
        "words",
        "In the file about drugs {file}, {entry} rests on a source that was never opened ({why}). Open the source, or take the entry out.",
    ),
    "drug_facts_twice": QT_TRANSLATE_NOOP(
        "words", "In the file about drugs {file}, {entry} is there twice. Take one of them out."
    ),
}
