"""What people say of a note's reading, and like cases: what was refused, and what to do."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

NOTE_WORD_ERRORS: dict[str, str] = {
    "note_words_missing": QT_TRANSLATE_NOOP(
        "words", "No words are marked. Select the words in the note first."
    ),
    "note_words_long": QT_TRANSLATE_NOOP(
        "words", "A mention may have {limit} characters at most. Select fewer words."
    ),
    "note_correction_gone": QT_TRANSLATE_NOOP(
        "words", "This correction was taken back already. Nothing was changed."
    ),
    "similar_cases_off": QT_TRANSLATE_NOOP(
        "words",
        "Similar cases are switched off here by a rule of this site; the owner can switch them on in the settings.",
    ),
    "similar_cases_no_model": QT_TRANSLATE_NOOP(
        "words",
        "The model that compares notes is not installed, or is not whole. Look into Models, or ask the owner.",
    ),
}
