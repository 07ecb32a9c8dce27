"""What is wrong with a table or a text of results, or with one line of it, and what to do."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

TABLE_ERRORS: dict[str, str] = {
    "table_not_text": QT_TRANSLATE_NOOP(
        "words",
        "This file is neither a text table nor a workbook that the program knows. Save it as CSV (UTF-8) or as .xlsx and open that.",
    ),
    "table_too_large": QT_TRANSLATE_NOOP(
        "words",
        "This table has more than {rows} lines or {columns} columns, more than results take. Export a shorter period.",
    ),
    "workbook_old": QT_TRANSLATE_NOOP(
        "words",
        "This is a workbook of the old kind (.xls). Open it in your office program, save it as .xlsx or CSV, and open that.",
    ),
    "workbook_locked": QT_TRANSLATE_NOOP(
        "words",
        "This workbook is locked with a password. Open it in your office program, save a copy without password, and open that.",
    ),
    "workbook_damaged": QT_TRANSLATE_NOOP(
        "words", "This workbook is damaged and can't be read. Export it again, or save it as CSV."
    ),
    "workbook_other": QT_TRANSLATE_NOOP(
        "words",
        "This file is packed like a workbook but is none of the kind .xlsx. Save it as .xlsx or CSV and open that.",
    ),
    "workbook_bomb": QT_TRANSLATE_NOOP(
        "words",
        "This workbook unpacks to far more than it should and was not opened. Ask where it comes from.",
    ),
}

TABLE_REASONS: dict[str, str] = {
    "encoding_guessed": QT_TRANSLATE_NOOP(
        "words",
        "The writing of this text file was guessed ({encoding}). Check names and units for odd letters, or save it as UTF-8.",
    ),
    "quotes_damaged": QT_TRANSLATE_NOOP(
        "words",
        "The quotation marks in this file don't pair, so they were taken as letters. Check the lines that were not read.",
    ),
    "workbook_macros": QT_TRANSLATE_NOOP(
        "words", "This workbook holds macros. They were not run; only the cells were read."
    ),
    "sheet_hidden": QT_TRANSLATE_NOOP(
        "words", "A hidden sheet was read as well. Check whether its results belong here."
    ),
    "cells_hidden": QT_TRANSLATE_NOOP(
        "words", "Hidden rows or columns were read as well. Check whether they belong here."
    ),
    "formula_cell": QT_TRANSLATE_NOOP(
        "words",
        "This cell holds a formula without a stored result, and formulas are never worked out here. Save the workbook once in your office program, or enter the value.",
    ),
    "error_cell": QT_TRANSLATE_NOOP(
        "words",
        "This cell holds an error of the office program. Look at it there and enter the value.",
    ),
    "number_too_long": QT_TRANSLATE_NOOP(
        "words",
        "This number has more digits than a workbook can hold, so its end is wrong. Enter such numbers as text in the office program.",
    ),
    "cell_too_long": QT_TRANSLATE_NOOP(
        "words", "This cell holds a whole document. Look at it in your office program."
    ),
    "merged_value": QT_TRANSLATE_NOOP(
        "words",
        "This value stands in a cell merged over several lines, so it is not clear which line it belongs to. Enter it by hand.",
    ),
    "heading_unknown": QT_TRANSLATE_NOOP(
        "words",
        "The column “{heading}” is not known and was not read. Say what it holds if it matters.",
    ),
    "heading_either": QT_TRANSLATE_NOOP(
        "words", "The column “{heading}” can mean two things. Check what it was taken for."
    ),
    "results_none": QT_TRANSLATE_NOOP(
        "words", "There is no result in it. Check that this is the right file."
    ),
    "table_of_days": QT_TRANSLATE_NOOP(
        "words", "One column for each day: every result was given the day above it. Check the days."
    ),
    "value_column_twice": QT_TRANSLATE_NOOP(
        "words", "Two columns of results, and nothing says which is which. Choose one of them."
    ),
    "heading_twice": QT_TRANSLATE_NOOP(
        "words",
        "A second column “{heading}” means the same as one before it and was not read. Choose the right one.",
    ),
    "heading_missing": QT_TRANSLATE_NOOP(
        "words",
        "This table has no headings that are known, so its columns were guessed from what they hold. Confirm each column.",
    ),
    "columns_not_recognised": QT_TRANSLATE_NOOP(
        "words",
        "The columns of this table are not known, so this line was not read. Say which column holds the test and which the result.",
    ),
    "columns_shifted": QT_TRANSLATE_NOOP(
        "words",
        "The cells of this line seem to be shifted: a number stands where the unit should be. A decimal comma may have been taken for a separator. Check the line.",
    ),
    "row_too_wide": QT_TRANSLATE_NOOP(
        "words",
        "This line has more cells than the heading, so nobody knows which is which. Check it for a comma inside a number or a name.",
    ),
    "line_not_result": QT_TRANSLATE_NOOP(
        "words", "This line holds no result (a title, a sum or a footer)."
    ),
    "line_repeated": QT_TRANSLATE_NOOP(
        "words",
        "The same result stands in this file more than once. Check whether it was measured twice.",
    ),
    "name_missing": QT_TRANSLATE_NOOP(
        "words", "There is a value but no name of a test. Enter it by hand."
    ),
    "value_missing": QT_TRANSLATE_NOOP(
        "words", "There is a test but no value. Ask the laboratory if you need it."
    ),
    "date_in_value": QT_TRANSLATE_NOOP(
        "words",
        "A date stands where the value should be. Office programs make dates out of entries like 2-5. Ask the laboratory for the value.",
    ),
    "date_from_serial": QT_TRANSLATE_NOOP(
        "words", "The day was given as a bare number and was read as Excel counts days. Check it."
    ),
    "date_order_unclear": QT_TRANSLATE_NOOP(
        "words",
        "It is not clear which part of the date is the day and which the month, so it was not read. Say which comes first.",
    ),
    "birth_date_unreadable": QT_TRANSLATE_NOOP(
        "words", "The birth date in the file can't be read. Check it; a year needs four digits."
    ),
    "age_taken_as_years": QT_TRANSLATE_NOOP(
        "words", "The age is a bare number and was taken as years. Check it for small children."
    ),
    "age_differs": QT_TRANSLATE_NOOP(
        "words",
        "The lines of this patient give different ages, so none was taken. Enter the birth date.",
    ),
    "number_style_unclear": QT_TRANSLATE_NOOP(
        "words",
        "It is not clear whether the comma stands before decimals or between thousands, so the number was not read. Say which.",
    ),
    "thousands_mark_read": QT_TRANSLATE_NOOP(
        "words",
        "The mark “{mark}” was read as standing between thousands, as other numbers here show. Check the value.",
    ),
    "patient_blank": QT_TRANSLATE_NOOP(
        "words",
        "This line names no patient. It was given to nobody: say whether it belongs to the patient above.",
    ),
    "patient_from_above": QT_TRANSLATE_NOOP(
        "words", "This line names no patient and was given to the one above, as you said. Check it."
    ),
    "patient_id_twice": QT_TRANSLATE_NOOP(
        "words",
        "One patient number stands with different names, birth dates or sexes in this file. They were kept apart; check the identity.",
    ),
    "time_of_receipt": QT_TRANSLATE_NOOP(
        "words",
        "The file does not say when the specimen was taken; this is the time of receipt or of testing.",
    ),
    "time_of_report": QT_TRANSLATE_NOOP(
        "words",
        "The file does not say when the specimen was taken; this is the time of the report.",
    ),
    "unit_contradicts": QT_TRANSLATE_NOOP(
        "words",
        "The value and the unit column name different units, so the number was not read. Ask the laboratory.",
    ),
    "unit_shared": QT_TRANSLATE_NOOP(
        "words", "One unit was written for two results and was given to both. Check it."
    ),
    "words_beside": QT_TRANSLATE_NOOP(
        "words",
        "Words beside this result were not understood. Read them: they may change its meaning.",
    ),
    "text_not_understood": QT_TRANSLATE_NOOP(
        "words",
        "This was not understood as a result. Write it as name, value, unit, for example: K 4.1 mmol/L.",
    ),
    "not_one_value": QT_TRANSLATE_NOOP(
        "words",
        "More than one number could be the value here. Write one result at a time: name, value, unit.",
    ),
    "not_lab_value": QT_TRANSLATE_NOOP(
        "words", "This is a vital sign, not a laboratory result. Enter it with the vital signs."
    ),
}
