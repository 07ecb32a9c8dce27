"""Cases and patients: reading, signing, joining, keeping and erasing."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

CASE_ERRORS: dict[str, str] = {
    "case_gone": QT_TRANSLATE_NOOP("words", "This case is no longer in the list."),
    "stopped_by_lock": QT_TRANSLATE_NOOP(
        "words",
        "The store was locked before this was finished; nothing was left half done. Sign in and start it again.",
    ),
    "erasure_not_confirmed": QT_TRANSLATE_NOOP(
        "words", "What was typed is not what is asked for. Nothing was erased; type it again."
    ),
    "retention_blocks": QT_TRANSLATE_NOOP(
        "words",
        "The rule of this site keeps these records until {until}. Nothing was erased; the owner can change the rule.",
    ),
    "retention_invalid": QT_TRANSLATE_NOOP(
        "words", "Records can be kept for 0 to {limit} years. Type a number in between."
    ),
    "persons_joined": QT_TRANSLATE_NOOP(
        "words",
        "These cases belong to one person already. Separate them first, from the patient's menu.",
    ),
    "merge_gone": QT_TRANSLATE_NOOP(
        "words",
        "These records can no longer be separated, because one of them was changed since.",
    ),
    "case_signed": QT_TRANSLATE_NOOP(
        "words", "This case is signed and can't be changed. Add an addendum, or reopen it."
    ),
    "case_was_signed": QT_TRANSLATE_NOOP(
        "words",
        "This case carries a signature: it stays in the list, and only a clinician may change it. Ask a clinician, or erase the patient.",
    ),
    "case_unsigned": QT_TRANSLATE_NOOP(
        "words", "This case is not signed. Write into the case itself."
    ),
    "decision_words_missing": QT_TRANSLATE_NOOP(
        "words", "Write in your own words what the film shows."
    ),
    "films_waiting": QT_TRANSLATE_NOOP(
        "words", "Films still wait for their score. Sign when all of them have an answer."
    ),
    "critical_open": QT_TRANSLATE_NOOP(
        "words", "A critical result waits to be read back. Tell somebody, then sign."
    ),
    "patient_unidentified": QT_TRANSLATE_NOOP(
        "words", "Nobody knows whose films these are. Enter a name or a number, then sign."
    ),
    "reason_missing": QT_TRANSLATE_NOOP(
        "words", "The two readers disagree. Write what settles it, then sign."
    ),
    "second_reader_awaited": QT_TRANSLATE_NOOP(
        "words", "This case waits for a second reader. That reader finishes it."
    ),
    "second_reader_same": QT_TRANSLATE_NOOP(
        "words", "The second reader must be another clinician. Ask a colleague to sign in."
    ),
    "second_reader_unasked": QT_TRANSLATE_NOOP(
        "words", "Nobody asked for a second reader. Sign the case itself."
    ),
    "second_reader_asker": QT_TRANSLATE_NOOP(
        "words", "Another clinician asked for the second reader. Only that one takes it back."
    ),
    "reopen_reason_missing": QT_TRANSLATE_NOOP(
        "words", "Write why the signed case is opened again."
    ),
    "addendum_empty": QT_TRANSLATE_NOOP("words", "Write the words that are to be added."),
    "critical_empty": QT_TRANSLATE_NOOP(
        "words", "Write what was found and has to be told at once."
    ),
    "not_critical_why_missing": QT_TRANSLATE_NOOP(
        "words", "Write why nobody needs to be told of this result."
    ),
    "critical_by_person": QT_TRANSLATE_NOOP(
        "words", "A person raised this critical result. Tell somebody of it."
    ),
    "told_whom_missing": QT_TRANSLATE_NOOP("words", "Write who was told."),
    "critical_gone": QT_TRANSLATE_NOOP(
        "words", "This critical result is no longer in the case. Open the case again."
    ),
}
