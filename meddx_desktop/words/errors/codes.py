"""Lists of codes: those that a site reads in instead of the one that came with the program."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

CODE_LIST_ERRORS: dict[str, str] = {
    "codes_empty": QT_TRANSLATE_NOOP(
        "words",
        "The table holds no line with a code and a name. Give a table with the codes in one column and their names in another.",
    ),
    "codes_too_many": QT_TRANSLATE_NOOP(
        "words", "The table holds more than {limit} codes. Leave out those that are not used here."
    ),
    "codes_too_large": QT_TRANSLATE_NOOP(
        "words", "The file is larger than {limit} MB. Save codes and names alone, as text."
    ),
    "codes_line_invalid": QT_TRANSLATE_NOOP(
        "words",
        "Code or name {line} in the table is too long, or holds signs that no code has. Correct the table and read it in again.",
    ),
    "codes_name_missing": QT_TRANSLATE_NOOP(
        "words",
        "Say what the codes are called and which edition it is; both stand beside each code.",
    ),
    "codes_without_model": QT_TRANSLATE_NOOP(
        "words",
        "No model that finds codes is installed, so a list of codes can't be used. Install the program again.",
    ),
    "codes_outdated": QT_TRANSLATE_NOOP(
        "words",
        "The list of codes {name} was made with an earlier model. Read the table of codes in again.",
    ),
}
