"""The program and its computer: folders, disk, display, device, and what nobody foresaw."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

PROGRAM_ERRORS: dict[str, str] = {
    "settings_not_saved": QT_TRANSLATE_NOOP(
        "words",
        "The settings could not be saved; they hold until the program ends. Check free disk space.",
    ),
    "folder_not_writable": QT_TRANSLATE_NOOP(
        "words", "Nothing can be written to {folder}. Choose another folder."
    ),
    "output_not_written": QT_TRANSLATE_NOOP(
        "words",
        "The results could not be written to standard output. Check the disk or the program that reads them, and run it again.",
    ),
    "disk_full": QT_TRANSLATE_NOOP(
        "words", "The disk is full. Free some space and try again; what was finished is kept."
    ),
    "folder_missing": QT_TRANSLATE_NOOP(
        "words", "The folder {folder} is not there. Choose another one."
    ),
    "provider_unknown": QT_TRANSLATE_NOOP("words", "“{text}” is no device. Use auto, cpu or cuda."),
    "no_display": QT_TRANSLATE_NOOP(
        "words",
        "There is no display for the window here. Use `meddx screen`, or `meddx demo` for a first look.",
    ),
    "no_models": QT_TRANSLATE_NOOP(
        "words",
        "A model is missing: the gate and at least one screening model are needed. Install the program again.",
    ),
    "no_input": QT_TRANSLATE_NOOP("words", "No film was found in what was given."),
    "no_font": QT_TRANSLATE_NOOP(
        "words",
        "No typeface with Chinese characters was found, so Chinese names may show as boxes. Install the program again.",
    ),
    "language_missing": QT_TRANSLATE_NOOP(
        "words",
        "The texts of the chosen language are missing, so the window speaks English. Install the program again.",
    ),
    "memory_short": QT_TRANSLATE_NOOP(
        "words", "There is not enough memory to open the store. Close other programs and try again."
    ),
    "crashed_last_time": QT_TRANSLATE_NOOP(
        "words",
        "The program stopped unexpectedly last time. Saved records are safe, and what was being typed comes back. The place is in the local log's folder, without a patient's words; nothing was sent.",
    ),
    "bug": QT_TRANSLATE_NOOP(
        "words",
        "Something unexpected happened and was written to the local log. Nothing was lost; try again.",
    ),
}
