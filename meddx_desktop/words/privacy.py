"""Words of de-identified text: kinds of identifiers, and what the command line says."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

IDENTIFIERS: dict[str, str] = {
    "identifier.patient": QT_TRANSLATE_NOOP("words", "Name of the patient"),
    "identifier.name": QT_TRANSLATE_NOOP("words", "Name"),
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
    "films_deidentified": QT_TRANSLATE_NOOP("words", "{n} films written: {folder}"),
    "films_looked": QT_TRANSLATE_NOOP("words", "{n} films looked at, nothing written"),
    "film_covered": QT_TRANSLATE_NOOP("words", "{file}: {n} places covered"),
    "film_side_hidden": QT_TRANSLATE_NOOP(
        "words", "{file}: a side marker may be among what was covered; look at it"
    ),
    "films_look": QT_TRANSLATE_NOOP(
        "words",
        "look at every film before it leaves: no program finds all writing, and a face or a"
        " pacemaker may tell whose it is",
    ),
    "strip_before": QT_TRANSLATE_NOOP("words", "Before: the original"),
    "strip_after": QT_TRANSLATE_NOOP("words", "After: what leaves"),
    "films_strip_plain": QT_TRANSLATE_NOOP(
        "words",
        "the pictures in {folder} show the originals: delete them when you have looked",
    ),
    "deidentified_look": QT_TRANSLATE_NOOP(
        "words",
        "read the result beside the original before it leaves: no program finds every name",
    ),
}
