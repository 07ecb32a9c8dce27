"""What is wrong with a laboratory file or with one line of it, and what to do."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

LABORATORY_ERRORS: dict[str, str] = {
    "results_empty": QT_TRANSLATE_NOOP(
        "words", "This file of results is empty. Export it again from the laboratory system."
    ),
    "results_too_large": QT_TRANSLATE_NOOP(
        "words",
        "This file is larger than {limit} MB, more than results take. Check that it is the right file, or export a shorter period.",
    ),
    "hl7_xml": QT_TRANSLATE_NOOP(
        "words",
        "This file is XML, not HL7 version 2 with vertical bars. Ask the laboratory for HL7 v2 (ORU) or for FHIR R4 as JSON.",
    ),
    "hl7_no_message": QT_TRANSLATE_NOOP(
        "words",
        "No HL7 message begins in this file (no MSH line). Export it again, or read it as a table.",
    ),
    "hl7_other_message": QT_TRANSLATE_NOOP(
        "words",
        "This is a message of type {kind}, which carries no laboratory results. Ask for the result message (ORU or OUL).",
    ),
    "hl7_header_damaged": QT_TRANSLATE_NOOP(
        "words",
        "The first line of this message (MSH) is damaged, so its fields can't be told apart. Export it again.",
    ),
    "fhir_xml": QT_TRANSLATE_NOOP(
        "words", "This file is XML. Ask for the same results in FHIR R4 as JSON."
    ),
    "cda_document": QT_TRANSLATE_NOOP(
        "words",
        "This is a clinical document (CDA), which is not read. Ask for the results as FHIR R4 JSON or HL7 v2.",
    ),
    "fhir_not_fhir": QT_TRANSLATE_NOOP(
        "words",
        "This JSON file is no FHIR resource. Ask for the results as FHIR R4, or as a table.",
    ),
    "fhir_no_results": QT_TRANSLATE_NOOP(
        "words",
        "This FHIR file holds no observation and no report. Export it again with the results.",
    ),
    "fhir_other_version": QT_TRANSLATE_NOOP(
        "words",
        "This was written in FHIR {version}; only R4 is read, because fields mean other things in other versions. Ask for R4.",
    ),
    "json_not_utf8": QT_TRANSLATE_NOOP(
        "words",
        "From byte {position} on the file is not UTF-8, so names could be read wrongly. Export it again as UTF-8.",
    ),
    "json_damaged": QT_TRANSLATE_NOOP(
        "words", "The file is damaged in line {line}, column {column}. Export it again."
    ),
    "json_truncated": QT_TRANSLATE_NOOP(
        "words",
        "The file stops in the middle (line {line}, column {column}). Copy or export it again.",
    ),
    "json_too_deep": QT_TRANSLATE_NOOP(
        "words", "This is nested deeper than results are, and was not read. Check the file."
    ),
    "json_key_twice": QT_TRANSLATE_NOOP(
        "words",
        "“{key}” stands twice where it may stand once, so nobody knows which one holds. Export it again.",
    ),
}

LABORATORY_REASONS: dict[str, str] = {
    "hl7_charset_guessed": QT_TRANSLATE_NOOP(
        "words",
        "The file does not say how its characters are written; they were read as {charset}. Check names and units.",
    ),
    "hl7_charset_unknown": QT_TRANSLATE_NOOP(
        "words",
        "The file says that its characters are “{declared}”, which is not known here; they were read as {charset}. Check names and units.",
    ),
    "hl7_charset_wrong": QT_TRANSLATE_NOOP(
        "words",
        "The file says that its characters are “{declared}”, but they are not; they were read as {charset}. Check names and units.",
    ),
    "hl7_batch_count": QT_TRANSLATE_NOOP(
        "words",
        "The file says that it holds {said} messages, but {found} were found. Ask for the file again.",
    ),
    "hl7_batch_open": QT_TRANSLATE_NOOP(
        "words", "The end of the file is missing; results may be too. Ask for the file again."
    ),
    "hl7_before_header": QT_TRANSLATE_NOOP(
        "words", "This line stands before any message, so it belongs to nobody. It was not read."
    ),
    "hl7_comment": QT_TRANSLATE_NOOP("words", "The laboratory's comment on the patient: “{text}”."),
    "message_repeated": QT_TRANSLATE_NOOP(
        "words", "This message came twice in the file. It was read once."
    ),
    "message_number_reused": QT_TRANSLATE_NOOP(
        "words",
        "Two different messages carry the same number. Both were read; check whether one replaces the other.",
    ),
    "message_without_results": QT_TRANSLATE_NOOP(
        "words", "A message holds no result. Ask the laboratory whether one is missing."
    ),
    "patient_missing": QT_TRANSLATE_NOOP(
        "words",
        "These results name no patient. Say whose they are only if you know it for certain.",
    ),
    "patient_not_in_file": QT_TRANSLATE_NOOP(
        "words",
        "The file refers to a patient whom it does not hold. Check whose results these are.",
    ),
    "patient_damaged": QT_TRANSLATE_NOOP(
        "words",
        "The patient's “{field}” in the file is damaged and was left out. Check whose results these are.",
    ),
    "time_zone_not_stated": QT_TRANSLATE_NOOP(
        "words",
        "Times without a zone were taken as the clock here. If the laboratory lies in another zone, check them.",
    ),
    "time_day_only": QT_TRANSLATE_NOOP(
        "words",
        "Only the day is given, not the hour. Don't compare it with results of the same day.",
    ),
    "time_partial": QT_TRANSLATE_NOOP(
        "words", "Only a year or a month is given. Ask when the specimen was taken."
    ),
    "time_unreadable": QT_TRANSLATE_NOOP(
        "words", "The time can't be read. Ask when the specimen was taken."
    ),
    "status_unknown": QT_TRANSLATE_NOOP(
        "words", "The status “{status}” is not known, so the result may not be final. Ask."
    ),
    "characters_damaged": QT_TRANSLATE_NOOP(
        "words",
        "Some characters in this line are damaged. Compare it with the laboratory's own sheet.",
    ),
    "characters_guessed": QT_TRANSLATE_NOOP(
        "words", "How this line is written was guessed. Check name and unit."
    ),
    "encapsulated_data": QT_TRANSLATE_NOOP(
        "words",
        "This is a document, a picture, a signal or a link ({kind}), not a value. Look at it in the laboratory system.",
    ),
    "result_unnamed": QT_TRANSLATE_NOOP(
        "words", "This line does not say what was examined. Ask the laboratory."
    ),
    "specimen_not_patients": QT_TRANSLATE_NOOP(
        "words",
        "The specimen is a control, a calibrator or a pool, not this patient's. Leave it out.",
    ),
    "specimens_differ": QT_TRANSLATE_NOOP(
        "words",
        "The order names several specimens, and it is not said which one this result is from. Ask the laboratory.",
    ),
    "several_values": QT_TRANSLATE_NOOP(
        "words",
        "This line holds more than one value; they were kept as text. Look at each of them.",
    ),
    "value_type_unknown": QT_TRANSLATE_NOOP(
        "words", "The kind of this value ({kind}) is not known; it was kept as text. Check it."
    ),
    "value_not_number": QT_TRANSLATE_NOOP(
        "words", "A number was announced, but this is none; it was kept as text. Check it."
    ),
    "number_too_large": QT_TRANSLATE_NOOP(
        "words", "This number can't be a result. Ask the laboratory."
    ),
    "result_replaced": QT_TRANSLATE_NOOP(
        "words", "This result was replaced by a later one ({place}). Use that one."
    ),
    "result_withdrawn": QT_TRANSLATE_NOOP(
        "words", "The laboratory took this result back ({place}). Don't use it."
    ),
    "replaces_result": QT_TRANSLATE_NOOP(
        "words",
        "This replaces a result of the same file ({place}). Check what was decided on the earlier one.",
    ),
    "result_repeated": QT_TRANSLATE_NOOP(
        "words", "The same examination stands more than once. Check which result holds."
    ),
    "resource_repeated": QT_TRANSLATE_NOOP(
        "words", "This is the same as {place}. It was read once."
    ),
    "resource_invalid": QT_TRANSLATE_NOOP(
        "words", "This entry is no valid FHIR R4 (“{field}”) and was not read. Ask for it again."
    ),
    "resource_unknown": QT_TRANSLATE_NOOP(
        "words", "This entry is no FHIR resource and was not read. Ask for it again."
    ),
    "json_line_damaged": QT_TRANSLATE_NOOP(
        "words", "This line is damaged and was not read. Export the file again."
    ),
    "json_number": QT_TRANSLATE_NOOP(
        "words", "“{field}” is no number that a result can have. Ask for this result again."
    ),
    "reference_missing": QT_TRANSLATE_NOOP(
        "words", "A result that is named here is not in the file. Ask for it."
    ),
    "modifier_extension": QT_TRANSLATE_NOOP(
        "words",
        "This entry carries an addition that may change its meaning and is not known here. It was not read; look at it in the laboratory system.",
    ),
    "report_withdrawn": QT_TRANSLATE_NOOP(
        "words", "The report that holds this result was withdrawn. Don't use it."
    ),
    "report_without_results": QT_TRANSLATE_NOOP(
        "words",
        "This report holds words or a document, but no single results. Look at it in the laboratory system.",
    ),
    "not_laboratory": QT_TRANSLATE_NOOP(
        "words",
        "{number} observations of the kind “{category}” are no laboratory results and were not taken. Enter what you need by hand.",
    ),
    "category_missing": QT_TRANSLATE_NOOP(
        "words",
        "{number} observations don't say whether they are laboratory results; they were taken as such. Check them.",
    ),
    "other_resources": QT_TRANSLATE_NOOP(
        "words",
        "The file also holds {number} entries that are no results ({kinds}); they were not read.",
    ),
}
