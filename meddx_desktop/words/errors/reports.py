"""What went wrong while a report was made or verified, and what a verification found."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

REPORT_ERRORS: dict[str, str] = {
    "report_exists": QT_TRANSLATE_NOOP(
        "words", "There is a file {file} already. Choose another name for the report."
    ),
    "report_is_folder": QT_TRANSLATE_NOOP(
        "words", "{folder} is a folder. Choose a name for the file."
    ),
    "export_inside_records": QT_TRANSLATE_NOOP(
        "words",
        "{folder} holds encrypted records or a backup of them. A plain copy there could destroy them. Choose another folder.",
    ),
    "report_hidden": QT_TRANSLATE_NOOP(
        "words",
        "The results of this case wait for your own reading. Lock it, or show them without it; then make the report.",
    ),
    "report_format_unfit": QT_TRANSLATE_NOOP(
        "words", "There is no “{kind}” as “{format}”. Slips, letters and forms are PDFs."
    ),
    "report_without_picture": QT_TRANSLATE_NOOP(
        "words",
        "The case has no film that could be shown. Add a film, or export the report as PDF.",
    ),
    "report_unreadable": QT_TRANSLATE_NOOP(
        "words", "{file} can't be read. Check the name and that the stick is still in."
    ),
    "report_day_invalid": QT_TRANSLATE_NOOP(
        "words", "“{text}” is no day. Write it as year-month-day, such as 2026-03-02."
    ),
    "report_unchanged": QT_TRANSLATE_NOOP(
        "words", "This is the file that {by} let out at {at}, unchanged."
    ),
    "report_superseded": QT_TRANSLATE_NOOP(
        "words",
        "This is the file that {by} let out at {at}, unchanged; but the case has changed since. Make a new report.",
    ),
    "report_unknown": QT_TRANSLATE_NOOP(
        "words",
        "This store never let out such a file: it was changed since, or comes from elsewhere. Do not rely on it.",
    ),
}
TERMINAL_REPORTS: dict[str, str] = {
    "report_written": QT_TRANSLATE_NOOP("words", "{file} is written. SHA-256: {sha256}"),
    "report_plain": QT_TRANSLATE_NOOP(
        "words", "the file is a plain copy outside the encrypted store: whoever has it can read it"
    ),
    "report_blank": QT_TRANSLATE_NOOP("words", "{file} is written."),
    "report_trail_whole": QT_TRANSLATE_NOOP("words", "The audit trail is whole."),
}
