"""Models checked on films of the site: labels, thresholds, shares, films that are looked at again."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

CHECK_ERRORS: dict[str, str] = {
    "labels_missing": QT_TRANSLATE_NOOP(
        "words",
        "The label file can't be read. Check its name and whether it is open in another program.",
    ),
    "labels_not_text": QT_TRANSLATE_NOOP(
        "words",
        "The label file is no text table. Save it from the spreadsheet as CSV (UTF-8).",
    ),
    "labels_too_large": QT_TRANSLATE_NOOP(
        "words",
        "The label file is larger than {limit} MB. Keep only the lines of the films in the folder, or check them in parts.",
    ),
    "labels_empty": QT_TRANSLATE_NOOP(
        "words",
        "The label file holds no lines. It needs a header and one line for each film.",
    ),
    "labels_delimiter": QT_TRANSLATE_NOOP(
        "words",
        "The label file has one column only. Separate the columns by comma, semicolon or tab.",
    ),
    "labels_no_film_column": QT_TRANSLATE_NOOP(
        "words",
        "No column names the films. Call one of them path, file or SOPInstanceUID.",
    ),
    "labels_no_finding_column": QT_TRANSLATE_NOOP(
        "words",
        "No column is called {finding}. Name the column with the labels after the finding.",
    ),
    "labels_column_twice": QT_TRANSLATE_NOOP(
        "words",
        "Two columns mean the same: {column}. Keep one of them.",
    ),
    "labels_bad_line": QT_TRANSLATE_NOOP(
        "words",
        "Line {line} of the label file has too many or too few columns. Mend it; names with commas need quotes.",
    ),
    "labels_bad_value": QT_TRANSLATE_NOOP(
        "words",
        "Line {line} of the label file: {column} is neither 1/0, yes/no nor 阳性/阴性. Leave it empty if it is not known.",
    ),
    "labels_conflict": QT_TRANSLATE_NOOP(
        "words",
        "The label file says two things about one film: {film}. Keep the line that is right.",
    ),
    "labels_ambiguous": QT_TRANSLATE_NOOP(
        "words",
        "More than one film is called {film}. Write its path below the folder into the label file.",
    ),
    "labels_match_nothing": QT_TRANSLATE_NOOP(
        "words",
        "No line of the label file names a film in this folder. Compare the names with those of the files.",
    ),
    "labels_one_class": QT_TRANSLATE_NOOP(
        "words",
        "All films that got a score have the same label for {finding}. It takes films with and without it.",
    ),
    "finding_unknown": QT_TRANSLATE_NOOP(
        "words",
        "The model gives no finding called {finding}. It gives: {findings}.",
    ),
    "finding_needed": QT_TRANSLATE_NOOP(
        "words",
        "The model gives several findings: {findings}. Name one of them.",
    ),
    "validation_not_written": QT_TRANSLATE_NOOP(
        "words",
        "The picture could not be written. Check that the folder is there and has room.",
    ),
    "threshold_too_few": QT_TRANSLATE_NOOP(
        "words",
        "{positives} patients with and {negatives} without the finding are too few to take a threshold from; it takes {least} of each.",
    ),
    "threshold_not_proven": QT_TRANSLATE_NOOP(
        "words",
        "{found} of {total} found means {low} to {high} %: that does not prove {target} %. It takes at least {needed} films with the finding, all found, of different patients.",
    ),
    "threshold_target_invalid": QT_TRANSLATE_NOOP(
        "words",
        "The wanted sensitivity must lie between 50 and 99.9 %.",
    ),
    "threshold_days_invalid": QT_TRANSLATE_NOOP(
        "words",
        "A site threshold can hold from 1 to {limit} days.",
    ),
    "threshold_other_model": QT_TRANSLATE_NOOP(
        "words",
        "The model was changed since this check. Check it again.",
    ),
    "threshold_none_waits": QT_TRANSLATE_NOOP(
        "words",
        "No site threshold of {model} for {finding} waits to be confirmed. The owner chooses one first, by a check on films of this site.",
    ),
    "threshold_gone": QT_TRANSLATE_NOOP(
        "words",
        "This site threshold was changed or taken back meanwhile. Look at it again.",
    ),
    "threshold_same_person": QT_TRANSLATE_NOOP(
        "words",
        "Who chose a threshold can't confirm it. Another person, a clinician, signs in and confirms it.",
    ),
    "prevalence_invalid": QT_TRANSLATE_NOOP(
        "words",
        "The share of patients with the finding must lie between 0.01 and 99 %.",
    ),
    "prevalence_untaught": QT_TRANSLATE_NOOP(
        "words",
        "The model does not say how common {finding} was among the films it learnt from, so no probability can be computed. Leave the share empty.",
    ),
    "sentinel_too_many": QT_TRANSLATE_NOOP(
        "words",
        "At most {limit} films can be chosen for this. Choose fewer.",
    ),
    "sentinel_film_missing": QT_TRANSLATE_NOOP(
        "words",
        "One of these films is not in the store any more. Choose again.",
    ),
    "choose_needs_store": QT_TRANSLATE_NOOP(
        "words",
        "To keep a threshold, name the store with --store and the wanted share with --sensitivity.",
    ),
}
