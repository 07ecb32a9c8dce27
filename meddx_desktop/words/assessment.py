"""Words of the assessment: refused knowledge, doubts about the data, how things stand."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

ASSESSMENT_ERRORS: dict[str, str] = {
    "knowledge_unreadable": QT_TRANSLATE_NOOP(
        "words",
        "The knowledge file {file} can't be read ({why}). There is no assessment until it is repaired: install the program again.",
    ),
    "knowledge_invalid": QT_TRANSLATE_NOOP(
        "words",
        "The knowledge file {file} has a mistake ({why}). There is no assessment until it is repaired: correct it, or install the program again.",
    ),
    "knowledge_source_missing": QT_TRANSLATE_NOOP(
        "words",
        "In the knowledge file {file}, {entry} has no complete source ({why}). Give title, locator and the day it was opened, or mark it as unverified.",
    ),
    "knowledge_unverified_weight": QT_TRANSLATE_NOOP(
        "words",
        "In the knowledge file {file}, {entry} weighs something whose source was never opened ({why}). Open the source, or only list it as supporting.",
    ),
    "knowledge_ratio_invalid": QT_TRANSLATE_NOOP(
        "words",
        "In the knowledge file {file}, {entry} has a likelihood ratio or prior that can't be ({why}). Numbers must be above 0, and the interval must hold the value.",
    ),
    "knowledge_cycle": QT_TRANSLATE_NOOP(
        "words",
        "In the knowledge file {file}, findings are made of each other in a circle: {entry}. Take one of them out.",
    ),
    "knowledge_key_twice": QT_TRANSLATE_NOOP(
        "words", "In the knowledge file {file}, {entry} is there twice. Take one of them out."
    ),
    "condition_unknown": QT_TRANSLATE_NOOP(
        "words", "The program does not know this condition. Choose one from the list."
    ),
    "condition_not_confirmed": QT_TRANSLATE_NOOP(
        "words",
        "This condition is not confirmed any more. Open the case anew to see how it stands.",
    ),
    "place_of_care_unknown": QT_TRANSLATE_NOOP(
        "words", "The program does not know this place. Choose one from the list."
    ),
    "test_unknown": QT_TRANSLATE_NOOP(
        "words", "The program does not know this test. Choose from the list."
    ),
    "prior_invalid": QT_TRANSLATE_NOOP(
        "words", "How common a condition is must lie between {low} and {high} %. Correct it."
    ),
    "prior_without_population": QT_TRANSLATE_NOOP(
        "words",
        "For this condition nothing says whose share it would be. It is ranked in words; leave it empty.",
    ),
    "first_reading_empty": QT_TRANSLATE_NOOP(
        "words",
        "Nothing was entered. Choose a condition, answer a finding or write a word; or show the results without it.",
    ),
    "first_reading_long": QT_TRANSLATE_NOOP(
        "words", "That is too long. Write no more than {limit} characters."
    ),
    "first_reading_many": QT_TRANSLATE_NOOP(
        "words", "Those are too many. Choose no more than {limit} conditions."
    ),
    "first_reading_due": QT_TRANSLATE_NOOP(
        "words",
        "The results of this case are still hidden from you. Lock your own first reading, or show them without it; then sign.",
    ),
    "first_reading_locked": QT_TRANSLATE_NOOP(
        "words",
        "Your first reading of this case is locked already and is not changed. Add what is new to the note.",
    ),
}
ASSESSMENT_REASONS: dict[str, str] = {
    "assessment_age_unknown": QT_TRANSLATE_NOOP(
        "words",
        "The age is not known: conditions of every age are considered. Enter the birth date.",
    ),
    "assessment_sex_unknown": QT_TRANSLATE_NOOP(
        "words", "The sex is not known: conditions of either sex are considered. Enter it."
    ),
    "assessment_pregnant_male": QT_TRANSLATE_NOOP(
        "words",
        "The patient is entered as male and as pregnant: both count as unknown. Correct one of them.",
    ),
    "assessment_pregnant_at_age": QT_TRANSLATE_NOOP(
        "words", "A pregnancy is entered at an age over 60. Check age and pregnancy."
    ),
    "assessment_pregnancy_unknown": QT_TRANSLATE_NOOP(
        "words", "Pregnancy was not asked about and counts as possible. Ask."
    ),
    "assessment_two_weights": QT_TRANSLATE_NOOP(
        "words",
        "Two weights that can't both be right: {first} and {second} kg. Weigh the patient again.",
    ),
    "assessment_weight_for_age": QT_TRANSLATE_NOOP(
        "words",
        "{weight} kg hardly fits the age of {age} years. Check weight and birth date; no dose is worked out until it is right.",
    ),
    "assessment_allergy_contradiction": QT_TRANSLATE_NOOP(
        "words",
        "Allergies are entered as none known, but the note says: {words}. Ask, and correct one of them.",
    ),
    "assessment_allergy_to_drug": QT_TRANSLATE_NOOP(
        "words",
        "The note names {drug}, and an allergy: {words}. Do not give it before this is settled; see the check of medicines.",
    ),
    "assessment_inr_on_warfarin": QT_TRANSLATE_NOOP(
        "words",
        "INR {value} on warfarin lies above the usual target ranges (up to 4). Look for bleeding and settle the next dose today.",
    ),
}
ASSESSMENT_LABELS: dict[str, str] = {
    "standing.defined": QT_TRANSLATE_NOOP("words", "Criteria met"),
    "standing.strong": QT_TRANSLATE_NOOP("words", "Strongly supported"),
    "standing.considerable": QT_TRANSLATE_NOOP("words", "Considerably supported"),
    "standing.some": QT_TRANSLATE_NOOP("words", "Some support"),
    "standing.little": QT_TRANSLATE_NOOP("words", "Little to say"),
    "standing.against": QT_TRANSLATE_NOOP("words", "Spoken against, not excluded"),
    "standing.not_enough": QT_TRANSLATE_NOOP("words", "Not enough to say"),
    "band.under_5": QT_TRANSLATE_NOOP("words", "under 5 %"),
    "band.5_to_20": QT_TRANSLATE_NOOP("words", "5 to 20 %"),
    "band.20_to_50": QT_TRANSLATE_NOOP("words", "20 to 50 %"),
    "band.50_to_80": QT_TRANSLATE_NOOP("words", "50 to 80 %"),
    "band.over_80": QT_TRANSLATE_NOOP("words", "over 80 %"),
    "evidence.defining": QT_TRANSLATE_NOOP("words", "Meets the criteria"),
    "evidence.pattern": QT_TRANSLATE_NOOP("words", "Fits a published definition"),
    "evidence.weighed": QT_TRANSLATE_NOOP("words", "Weighed"),
    "evidence.for": QT_TRANSLATE_NOOP("words", "Supports, not weighed"),
    "evidence.against": QT_TRANSLATE_NOOP("words", "Speaks against, not weighed"),
    "why_not.same_group": QT_TRANSLATE_NOOP("words", "Counted once with stronger evidence"),
    "why_not.not_weighed": QT_TRANSLATE_NOOP("words", "No published ratio was read"),
    "why_not.said_with_doubt": QT_TRANSLATE_NOOP("words", "Said with doubt, or contradicted"),
    "why_not.film_never_lowers": QT_TRANSLATE_NOOP("words", "A film does not rule this out"),
    "why_not.model_on_trial": QT_TRANSLATE_NOOP("words", "Model on trial"),
    "why_not.model_not_sure": QT_TRANSLATE_NOOP("words", "Model not sure"),
    "why_not.model_without_figures": QT_TRANSLATE_NOOP(
        "words", "No measured accuracy for this model version"
    ),
    "why_not.model_threshold_is_the_sites": QT_TRANSLATE_NOOP(
        "words", "Accuracy at this site's threshold not known"
    ),
    "why_not.clinician_disagrees": QT_TRANSLATE_NOOP("words", "A clinician read it otherwise"),
    "not_for.not_for_this_age": QT_TRANSLATE_NOOP("words", "Not at this age"),
    "not_for.not_for_this_sex": QT_TRANSLATE_NOOP("words", "Not in this sex"),
    "not_for.only_in_pregnancy": QT_TRANSLATE_NOOP("words", "Only in pregnancy"),
    "not_for.not_in_pregnancy": QT_TRANSLATE_NOOP("words", "Named otherwise in pregnancy"),
    "alert.red_flag": QT_TRANSLATE_NOOP("words", "Danger sign"),
    "alert.action": QT_TRANSLATE_NOOP("words", "To do"),
    "alert.open_result": QT_TRANSLATE_NOOP("words", "Results wait for an answer"),
    "alert.open_result.do": QT_TRANSLATE_NOOP(
        "words",
        "Say in the laboratory table which test or unit was meant. Until then they count as doubtful at most.",
    ),
    "alert.disagreement": QT_TRANSLATE_NOOP("words", "Film and the rest disagree"),
    "alert.unscored_film": QT_TRANSLATE_NOOP("words", "No score; repeat or have it read."),
    "alert.days_before": QT_TRANSLATE_NOOP("words", "{days} days before this visit"),
    "alert.film_yes": QT_TRANSLATE_NOOP(
        "words", "The film speaks for it; note and results speak against it."
    ),
    "alert.film_no": QT_TRANSLATE_NOOP(
        "words", "Note and results speak for it; the film shows nothing and does not rule it out."
    ),
    "assessment.odds_after": QT_TRANSLATE_NOOP("words", "odds then {odds}"),
    "origin.note": QT_TRANSLATE_NOOP("words", "Note"),
    "origin.laboratory": QT_TRANSLATE_NOOP("words", "Laboratory"),
    "origin.calculator": QT_TRANSLATE_NOOP("words", "Calculator"),
    "origin.vital": QT_TRANSLATE_NOOP("words", "Vital signs"),
    "origin.patient": QT_TRANSLATE_NOOP("words", "Patient"),
    "origin.film": QT_TRANSLATE_NOOP("words", "Film"),
    "first.positive": QT_TRANSLATE_NOOP("words", "Positive"),
    "first.negative": QT_TRANSLATE_NOOP("words", "Negative"),
    "first.not_sure": QT_TRANSLATE_NOOP("words", "Not sure"),
    "place_of_care.primary_care": QT_TRANSLATE_NOOP("words", "Clinic, first visit"),
    "place_of_care.emergency": QT_TRANSLATE_NOOP("words", "Emergency department"),
    "place_of_care.rural": QT_TRANSLATE_NOOP("words", "Rural site"),
    "test.blood_count": QT_TRANSLATE_NOOP("words", "Blood count"),
    "test.blood_film": QT_TRANSLATE_NOOP("words", "Blood film"),
    "test.chest_film": QT_TRANSLATE_NOOP("words", "Chest film"),
    "test.chemistry": QT_TRANSLATE_NOOP("words", "Blood chemistry"),
    "test.coagulation": QT_TRANSLATE_NOOP("words", "Coagulation, D-dimer"),
    "test.ct": QT_TRANSLATE_NOOP("words", "CT"),
    "test.ecg": QT_TRANSLATE_NOOP("words", "ECG"),
    "test.glucose": QT_TRANSLATE_NOOP("words", "Glucose"),
    "test.hba1c": QT_TRANSLATE_NOOP("words", "HbA1c"),
    "test.hepatitis_serology": QT_TRANSLATE_NOOP("words", "Hepatitis serology"),
    "test.inflammation": QT_TRANSLATE_NOOP("words", "CRP, procalcitonin"),
    "test.iron": QT_TRANSLATE_NOOP("words", "Ferritin and iron"),
    "test.ketones": QT_TRANSLATE_NOOP("words", "Ketones"),
    "test.lumbar_puncture": QT_TRANSLATE_NOOP("words", "Lumbar puncture"),
    "test.malaria_test": QT_TRANSLATE_NOOP("words", "Malaria test"),
    "test.natriuretic_peptide": QT_TRANSLATE_NOOP("words", "BNP or NT-proBNP"),
    "test.oximetry": QT_TRANSLATE_NOOP("words", "Oxygen saturation"),
    "test.pregnancy_test": QT_TRANSLATE_NOOP("words", "Pregnancy test"),
    "test.spirometry": QT_TRANSLATE_NOOP("words", "Spirometry"),
    "test.tb_test": QT_TRANSLATE_NOOP("words", "Tuberculosis test of sputum"),
    "test.thyroid": QT_TRANSLATE_NOOP("words", "Thyroid hormones"),
    "test.troponin": QT_TRANSLATE_NOOP("words", "Troponin"),
    "test.ultrasound": QT_TRANSLATE_NOOP("words", "Ultrasound"),
    "test.urine_dipstick": QT_TRANSLATE_NOOP("words", "Urine dipstick"),
    "test.urine_culture": QT_TRANSLATE_NOOP("words", "Urine culture"),
    "test.vitamin_b12": QT_TRANSLATE_NOOP("words", "Vitamin B12"),
}
