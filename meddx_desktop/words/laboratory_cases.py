"""Bringing laboratory results into a case: what is refused, what is asked, what a line says."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

LABORATORY_CASE_ERRORS: dict[str, str] = {
    "results_pdf": QT_TRANSLATE_NOOP(
        "words",
        "This is a PDF, often a scan. Read it in the window, Labs tab, “From paper…”, and compare each line; better still, ask the laboratory for HL7, FHIR, CSV or Excel.",
    ),
    "results_picture": QT_TRANSLATE_NOOP(
        "words",
        "This is a picture. Read it in the window, Labs tab, “From paper…”, where somebody compares each line with the paper.",
    ),
    "results_film": QT_TRANSLATE_NOOP(
        "words", "This is a film, not laboratory results. Open it in the Image tab."
    ),
    "results_document": QT_TRANSLATE_NOOP(
        "words",
        "This is a text document. Copy its lines and paste them, or save it as plain text.",
    ),
    "results_archive": QT_TRANSLATE_NOOP(
        "words", "This is a packed archive. Unpack it and take the file inside."
    ),
    "results_page": QT_TRANSLATE_NOOP(
        "words",
        "This is a web page, whatever its name says. Open it in a spreadsheet program and save it as .xlsx or .csv.",
    ),
    "results_xml": QT_TRANSLATE_NOOP(
        "words",
        "This is XML of a kind that is not read. Ask the laboratory for HL7 v2, FHIR R4 as JSON, CSV or Excel.",
    ),
    "labs_patient_open": QT_TRANSLATE_NOOP(
        "words", "These results are of {count} patients. Choose whose they are first."
    ),
    "labs_patient_differs": QT_TRANSLATE_NOOP(
        "words",
        "These results name another patient than the open case. Compare both; bring them in only if it is the same person.",
    ),
    "labs_import_gone": QT_TRANSLATE_NOOP(
        "words", "These results are not in the case any more. Open the case again."
    ),
    "labs_result_gone": QT_TRANSLATE_NOOP(
        "words", "This result is not in the case any more. Open the case again."
    ),
    "labs_nothing_said": QT_TRANSLATE_NOOP(
        "words", "Nobody said anything of this result; there is nothing to take back."
    ),
    "labs_reason_missing": QT_TRANSLATE_NOOP(
        "words", "Write why this result is not to be used: others will read it."
    ),
    "labs_analyte_unknown": QT_TRANSLATE_NOOP(
        "words", "The program's table has no such test. Choose one from the list."
    ),
    "labs_unit_unknown": QT_TRANSLATE_NOOP(
        "words", "The unit {unit} is not known to the program. Choose one from the list."
    ),
    "labs_unit_does_not_fit": QT_TRANSLATE_NOOP(
        "words", "This test is not measured in {unit}. Check name and unit on the report."
    ),
    "labs_layout_unsure": QT_TRANSLATE_NOOP(
        "words", "This table has no headings to know it by, so nothing is remembered of it."
    ),
    "trimester_invalid": QT_TRANSLATE_NOOP("words", "A trimester is 1, 2 or 3."),
    "trimester_not_pregnant": QT_TRANSLATE_NOOP(
        "words", "There is no trimester without a pregnancy. Correct one of them."
    ),
    "trimester_last_period": QT_TRANSLATE_NOOP(
        "words", "This trimester does not agree with the last period. Correct one of them."
    ),
    "altitude_invalid": QT_TRANSLATE_NOOP(
        "words", "Altitudes go from {low} to {high} metres above the sea. Correct this one."
    ),
    "stated_age_differs": QT_TRANSLATE_NOOP(
        "words",
        "This age does not agree with the birth date or with another age in the case. Correct the wrong one.",
    ),
}

LABORATORY_CASE_REASONS: dict[str, str] = {
    "columns_unsure": QT_TRANSLATE_NOOP(
        "words", "What some columns hold is only a guess. Look at them before you go on."
    ),
    "which_patient": QT_TRANSLATE_NOOP(
        "words", "Several patients. Choose whose results these are."
    ),
    "labs_patient_unknown": QT_TRANSLATE_NOOP(
        "words",
        "The case names nobody yet, the results do. Make sure that they are this patient's.",
    ),
    "labs_patient_unstated": QT_TRANSLATE_NOOP(
        "words", "The results name nobody. Make sure that they are this patient's."
    ),
    "labs_file_known": QT_TRANSLATE_NOOP(
        "words", "This very file is in the case already. Results that are equal are not doubled."
    ),
    "labs_file_elsewhere": QT_TRANSLATE_NOOP(
        "words",
        "This very file was brought into a case of another person. Find out whose results they are.",
    ),
    "labs_typed_age_unused": QT_TRANSLATE_NOOP(
        "words",
        "The file states another age than was typed; the file's was used. Check whose it is.",
    ),
    "labs_typed_sex_unused": QT_TRANSLATE_NOOP(
        "words",
        "The file states another sex than was typed; the file's was used. Check whose it is.",
    ),
    "lab_clock_behind": QT_TRANSLATE_NOOP(
        "words",
        "The clock of this computer is wrong. No range and no score that goes by age; set the clock right.",
    ),
    "lab_signed_otherwise": QT_TRANSLATE_NOOP(
        "words",
        "Read otherwise since the case was signed. Then: {value} {unit}, flag {flag}, range {range}.",
    ),
    "lab_stated": QT_TRANSLATE_NOOP("words", "Test or unit stated by {by}."),
    "lab_excluded": QT_TRANSLATE_NOOP("words", "Not used, says {by}: {why}."),
    "lab_replaced": QT_TRANSLATE_NOOP(
        "words", "The laboratory sent another result in its place. Not used."
    ),
    "lab_replaces": QT_TRANSLATE_NOOP(
        "words", "Takes the place of an earlier result of the same specimen: {before}."
    ),
    "lab_same_time_differs": QT_TRANSLATE_NOOP(
        "words",
        "Another value of the same test and time is in the case. Find out which one is right.",
    ),
}
