"""Words of de-identified text: kinds of identifiers, and what the command line says."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

IDENTIFIERS: dict[str, str] = {
    "identifier.patient": QT_TRANSLATE_NOOP("words", "Name of the patient"),
    "identifier.name": QT_TRANSLATE_NOOP("words", "Name of somebody else"),
    "identifier.date": QT_TRANSLATE_NOOP("words", "Date"),
    "identifier.age": QT_TRANSLATE_NOOP("words", "Age over 89"),
    "identifier.phone": QT_TRANSLATE_NOOP("words", "Telephone"),
    "identifier.email": QT_TRANSLATE_NOOP("words", "E-mail"),
    "identifier.url": QT_TRANSLATE_NOOP("words", "Internet address"),
    "identifier.address": QT_TRANSLATE_NOOP("words", "Address"),
    "identifier.organisation": QT_TRANSLATE_NOOP("words", "Hospital or workplace"),
    "identifier.resident_id": QT_TRANSLATE_NOOP("words", "Identity number"),
    "identifier.passport": QT_TRANSLATE_NOOP("words", "Passport or licence"),
    "identifier.insurance": QT_TRANSLATE_NOOP("words", "Insurance number"),
    "identifier.record_number": QT_TRANSLATE_NOOP("words", "Record number"),
    "identifier.other": QT_TRANSLATE_NOOP("words", "Marked by hand"),
}

TERMINAL_PRIVACY: dict[str, str] = {
    "deidentified": QT_TRANSLATE_NOOP("words", "{n} places replaced: {file}"),
    "deidentified_look": QT_TRANSLATE_NOOP(
        "words",
        "read the result beside the original before it leaves: no program finds every name",
    ),
}
