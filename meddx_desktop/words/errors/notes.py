"""What is wrong with a file or text that was offered as a note, and what to do."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

NOTE_ERRORS: dict[str, str] = {
    "note_missing": QT_TRANSLATE_NOOP(
        "words", "This note is not there. Check the name, or whether the stick is still plugged in."
    ),
    "note_unreadable": QT_TRANSLATE_NOOP(
        "words",
        "This note can't be opened: it is a folder, or you may not read it. Copy the file to your own folder and try again.",
    ),
    "note_empty": QT_TRANSLATE_NOOP(
        "words", "There is no text in this note. Check that it is the right file."
    ),
    "note_too_large": QT_TRANSLATE_NOOP(
        "words",
        "This file is larger than {limit} MB, more than a note takes. Check that it is the right file, or paste the part that matters.",
    ),
    "note_too_long": QT_TRANSLATE_NOOP(
        "words",
        "This text has {length} characters; a note may have {limit}. Paste the part that matters, or split the file.",
    ),
    "note_too_many_pages": QT_TRANSLATE_NOOP(
        "words",
        "This PDF has more than {limit} pages. Paste the part that matters, or split the file.",
    ),
    "note_not_text": QT_TRANSLATE_NOOP(
        "words",
        "This file is no text. Use .txt, .md, .docx, .pdf, FHIR or C-CDA, or paste the text.",
    ),
    "note_wrong_encoding": QT_TRANSLATE_NOOP(
        "words",
        "This file says that it is written in {encoding}, but it is not. Open it in an editor and save it again as UTF-8.",
    ),
    "note_encoding_guessed": QT_TRANSLATE_NOOP(
        "words",
        "The file does not say how its characters are written; {encoding} was guessed. Check that names and accents look right.",
    ),
    "note_parts_unread": QT_TRANSLATE_NOOP(
        "words",
        "Inside this document lie other documents or archives ({count}) that were not read. Open them by themselves if they belong to the note.",
    ),
    "note_pages_unread": QT_TRANSLATE_NOOP(
        "words",
        "Pages of this document ({count}) hold no text: they are pictures or blank, and were not read. Look at them yourself.",
    ),
    "note_entered_in_error": QT_TRANSLATE_NOOP(
        "words",
        "Who wrote this document marked it as entered in error. Check whether it belongs to this patient before you use it.",
    ),
    "note_picture": QT_TRANSLATE_NOOP(
        "words",
        "This is a picture. Read it in the window, Notes tab, “From paper…”, where somebody compares it with the paper; a film belongs in the Image tab.",
    ),
    "note_film": QT_TRANSLATE_NOOP(
        "words", "This is a film, not a note. Drop it on the window to look at it."
    ),
    "note_results": QT_TRANSLATE_NOOP(
        "words", "This is an HL7 message with results. Open it in the laboratory tab."
    ),
    "note_rich_text": QT_TRANSLATE_NOOP(
        "words", "This is rich text (.rtf). Save it as .docx or as plain text, or paste the text."
    ),
    "note_archive": QT_TRANSLATE_NOOP(
        "words", "This is an archive, not a note. Unpack it first and open the note itself."
    ),
    "note_page": QT_TRANSLATE_NOOP(
        "words", "This is a web page. Open it in a browser, copy the text and paste it here."
    ),
    "note_old_word": QT_TRANSLATE_NOOP(
        "words", "This is an old Word document (.doc). Save it as .docx, or paste the text."
    ),
    "note_locked": QT_TRANSLATE_NOOP(
        "words",
        "This document is locked with a password. Save a copy without one on this computer, or paste the text.",
    ),
    "note_scanned": QT_TRANSLATE_NOOP(
        "words",
        "There is no text in this PDF; it is probably a scan. Read it in the window, Notes tab, “From paper…”, where somebody compares it with the paper.",
    ),
    "note_damaged": QT_TRANSLATE_NOOP(
        "words", "This document is damaged. Save it again, or paste the text."
    ),
    "note_bomb": QT_TRANSLATE_NOOP(
        "words",
        "This document would unpack to far more than a note holds and may have been made to do harm. Ask where it comes from; paste the text instead.",
    ),
    "note_nested": QT_TRANSLATE_NOOP(
        "words",
        "In this document lies another, and in that one more still. Take out the note itself and open that.",
    ),
    "note_json": QT_TRANSLATE_NOOP(
        "words",
        "This JSON file holds no note. Ask for a FHIR DocumentReference with the text inside, or paste the text.",
    ),
    "note_xml": QT_TRANSLATE_NOOP(
        "words",
        "This XML file holds no note. Ask for a C-CDA document or a FHIR DocumentReference, or paste the text.",
    ),
    "note_several": QT_TRANSLATE_NOOP(
        "words", "This file holds {count} documents. Take them apart and open one at a time."
    ),
    "note_elsewhere": QT_TRANSLATE_NOOP(
        "words",
        "The text lies at another address, and the program opens no network connection. Ask for the document with the text inside.",
    ),
}
