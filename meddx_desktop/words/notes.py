"""What notes are made of: their sections, their languages, and why something was read so."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

NOTE_SECTIONS: dict[str, str] = {
    "note_language.en": QT_TRANSLATE_NOOP("words", "English"),
    "note_language.zh": QT_TRANSLATE_NOOP("words", "Chinese"),
    "note_language.unknown": QT_TRANSLATE_NOOP("words", "language unknown"),
    "section.chief_complaint": QT_TRANSLATE_NOOP("words", "Chief complaint"),
    "section.present_illness": QT_TRANSLATE_NOOP("words", "Present illness"),
    "section.past_history": QT_TRANSLATE_NOOP("words", "Past history"),
    "section.surgical_history": QT_TRANSLATE_NOOP("words", "Surgical history"),
    "section.medication": QT_TRANSLATE_NOOP("words", "Medication"),
    "section.allergies": QT_TRANSLATE_NOOP("words", "Allergies"),
    "section.family_history": QT_TRANSLATE_NOOP("words", "Family history"),
    "section.social_history": QT_TRANSLATE_NOOP("words", "Social history"),
    "section.obstetric_history": QT_TRANSLATE_NOOP("words", "Obstetric history"),
    "section.immunisation": QT_TRANSLATE_NOOP("words", "Immunisation"),
    "section.review_of_systems": QT_TRANSLATE_NOOP("words", "Review of systems"),
    "section.vital_signs": QT_TRANSLATE_NOOP("words", "Vital signs"),
    "section.examination": QT_TRANSLATE_NOOP("words", "Examination"),
    "section.investigations": QT_TRANSLATE_NOOP("words", "Investigations"),
    "section.laboratory": QT_TRANSLATE_NOOP("words", "Laboratory"),
    "section.imaging": QT_TRANSLATE_NOOP("words", "Imaging"),
    "section.procedures": QT_TRANSLATE_NOOP("words", "Procedures"),
    "section.course": QT_TRANSLATE_NOOP("words", "Course"),
    "section.assessment": QT_TRANSLATE_NOOP("words", "Assessment"),
    "section.diagnosis": QT_TRANSLATE_NOOP("words", "Diagnosis"),
    "section.plan": QT_TRANSLATE_NOOP("words", "Plan"),
    "section.disposition": QT_TRANSLATE_NOOP("words", "Disposition"),
    "section.other": QT_TRANSLATE_NOOP("words", "Other"),
}

TRIGGERS: dict[str, str] = {
    "negation_before": QT_TRANSLATE_NOOP("words", "Negated by “{words}”, right before it."),
    "negation_before.far": QT_TRANSLATE_NOOP("words", "Negated by “{words}”, {n} words before it."),
    "negative_before": QT_TRANSLATE_NOOP("words", "Negated by “{words}”, right before it."),
    "negation_after": QT_TRANSLATE_NOOP("words", "Negated by “{words}”, right after it."),
    "negation_after.far": QT_TRANSLATE_NOOP("words", "Negated by “{words}”, {n} words after it."),
    "possible_before": QT_TRANSLATE_NOOP(
        "words", "In doubt because of “{words}”, right before it."
    ),
    "possible_before.far": QT_TRANSLATE_NOOP(
        "words", "In doubt because of “{words}”, {n} words before it."
    ),
    "possible_after": QT_TRANSLATE_NOOP("words", "In doubt because of “{words}”, right after it."),
    "possible_after.far": QT_TRANSLATE_NOOP(
        "words", "In doubt because of “{words}”, {n} words after it."
    ),
    "conditional_before": QT_TRANSLATE_NOOP(
        "words", "Only if it happens: “{words}”, right before it."
    ),
    "conditional_before.far": QT_TRANSLATE_NOOP(
        "words", "Only if it happens: “{words}”, {n} words before it."
    ),
    "conditional_after": QT_TRANSLATE_NOOP(
        "words", "Only if it happens: “{words}”, right after it."
    ),
    "conditional_after.far": QT_TRANSLATE_NOOP(
        "words", "Only if it happens: “{words}”, {n} words after it."
    ),
    "history_before": QT_TRANSLATE_NOOP(
        "words", "In the past because of “{words}”, right before it."
    ),
    "history_before.far": QT_TRANSLATE_NOOP(
        "words", "In the past because of “{words}”, {n} words before it."
    ),
    "history_after": QT_TRANSLATE_NOOP(
        "words", "In the past because of “{words}”, right after it."
    ),
    "history_after.far": QT_TRANSLATE_NOOP(
        "words", "In the past because of “{words}”, {n} words after it."
    ),
    "family_before": QT_TRANSLATE_NOOP(
        "words", "Of somebody else because of “{words}”, right before it."
    ),
    "family_before.far": QT_TRANSLATE_NOOP(
        "words", "Of somebody else because of “{words}”, {n} words before it."
    ),
    "family_after": QT_TRANSLATE_NOOP(
        "words", "Of somebody else because of “{words}”, right after it."
    ),
    "family_after.far": QT_TRANSLATE_NOOP(
        "words", "Of somebody else because of “{words}”, {n} words after it."
    ),
    "negation_answer": QT_TRANSLATE_NOOP("words", "Negated by the answer “{words}”."),
    "section_family": QT_TRANSLATE_NOOP("words", "Because it stands under “{words}”."),
    "section_history": QT_TRANSLATE_NOOP("words", "Because it stands under “{words}”."),
    "section_differential": QT_TRANSLATE_NOOP("words", "Because it stands under “{words}”."),
}
"""Why an assertion was read, by the rule of its trigger; ``.far`` where words lie between."""
