"""What went wrong while a text or film was de-identified."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

PRIVACY_ERRORS: dict[str, str] = {
    "deidentified_exists": QT_TRANSLATE_NOOP(
        "words", "There is a file {file} already. Choose another name, or write over it (--force)."
    ),
    "deidentified_not_text": QT_TRANSLATE_NOOP(
        "words",
        "{file} would hold plain text under another name. Choose a name for the result that ends"
        " in .txt.",
    ),
    "deidentified_is_folder": QT_TRANSLATE_NOOP(
        "words", "{folder} is a folder. Name the file that the result goes to, such as note.txt."
    ),
    "deidentified_original": QT_TRANSLATE_NOOP(
        "words", "This would write over the original. Choose another name for the result."
    ),
    "deidentified_folder_exists": QT_TRANSLATE_NOOP(
        "words",
        "There is something called {folder} already. Choose a folder that is new or empty: films"
        " are never written among others.",
    ),
    "deidentified_inside": QT_TRANSLATE_NOOP(
        "words",
        "The result and the originals must not lie within each other. Choose a folder elsewhere.",
    ),
    "film_not_dicom": QT_TRANSLATE_NOOP(
        "words",
        "This is a plain picture, not DICOM: what tells whose it is can't be taken out of it here."
        " Export the film from its console as DICOM.",
    ),
    "film_too_large_to_write": QT_TRANSLATE_NOOP(
        "words",
        "Unpacked, this film has 4 GB or more; DICOM can't hold that in one piece. Export fewer"
        " frames of it from its console.",
    ),
    "films_none_to_write": QT_TRANSLATE_NOOP(
        "words", "There is no film here that could be written. Nothing was made."
    ),
    "deidentify_options_of_text": QT_TRANSLATE_NOOP(
        "words", "--names, --day-first and --month-first are for notes. Leave them out for films."
    ),
    "deidentify_options_of_films": QT_TRANSLATE_NOOP(
        "words",
        "These options are for films: --retain-uids, --keep-characteristics, --clean-descriptors,"
        " --keep-views, --strip, --look. Leave them out for a note.",
    ),
    "strip_needed": QT_TRANSLATE_NOOP(
        "words", "--look shows what would be covered: it needs --strip FOLDER."
    ),
    "deidentify_names_unread": QT_TRANSLATE_NOOP(
        "words", "The names in {file} can't be read. Save them as UTF-8 text, one a line."
    ),
}
