"""The words that must stand on the screen and on paper, kept together so none is forgotten."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

SAFETY: dict[str, str] = {
    "support": QT_TRANSLATE_NOOP(
        "words",
        "Screening support, not a diagnosis. Not a registered medical device. A clinician decides.",
    ),
    "below_threshold": QT_TRANSLATE_NOOP("words", "Does not rule out disease."),
    "not_sure": QT_TRANSLATE_NOOP("words", "Not sure. Does not rule out disease."),
    "score": QT_TRANSLATE_NOOP("words", "Not the chance of disease."),
    "tb_off": QT_TRANSLATE_NOOP("words", "TB not assessed; cough for 2 weeks or more: refer."),
    "heat_map": QT_TRANSLATE_NOOP("words", "Where the model looked; not the outline of a lesion."),
    "refused": QT_TRANSLATE_NOOP("words", "No score; repeat or have it read."),
    "unreviewed": QT_TRANSLATE_NOOP("words", "Not reviewed by a clinician."),
    "marker": QT_TRANSLATE_NOOP("words", "Check the marker: flipped, or heart on the right?"),
    "dose": QT_TRANSLATE_NOOP("words", "Check dose, weight, allergy."),
    "signed": QT_TRANSLATE_NOOP("words", "Reviewed and signed"),
    "purpose": QT_TRANSLATE_NOOP(
        "words", "For research and screening support; a clinician decides."
    ),
}
