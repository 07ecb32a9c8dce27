"""Reports and notes on paper: what can't be read, and what to beware of in what was read."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

PAPER_ERRORS: dict[str, str] = {
    "paper_not_picture": QT_TRANSLATE_NOOP(
        "words",
        "This file is no picture of a page. Choose a photograph or scan: JPEG, PNG, TIFF, BMP or PDF.",
    ),
    "paper_film": QT_TRANSLATE_NOOP(
        "words", "This is a DICOM file. If it is a film, drop it on the Image tab."
    ),
    "paper_locked": QT_TRANSLATE_NOOP(
        "words", "This PDF is locked with a password. Save a copy without one on this computer."
    ),
    "paper_pdf_text": QT_TRANSLATE_NOOP(
        "words",
        "This PDF holds its text itself and needs no reading from a picture. Open it as a note, or copy its lines and paste them into the Labs tab.",
    ),
    "paper_pdf_empty": QT_TRANSLATE_NOOP(
        "words",
        "No scanned page was found in this PDF. Print it and photograph the page, or type what matters.",
    ),
    "paper_damaged": QT_TRANSLATE_NOOP(
        "words", "This file is damaged and can't be read. Scan or photograph the page again."
    ),
    "paper_too_many_pages": QT_TRANSLATE_NOOP(
        "words", "This scan has more than {limit} pages. Take the pages that matter out of it."
    ),
    "paper_without_text": QT_TRANSLATE_NOOP(
        "words",
        "No writing was found in this picture. Photograph the page from above, sharp, in good light and filling the picture.",
    ),
}

PAPER_REASONS: dict[str, str] = {
    "paper_compare": QT_TRANSLATE_NOOP(
        "words",
        "Read from a picture: characters may be wrong, decimal points lost, lines missing. Compare every line with the paper.",
    ),
    "paper_read": QT_TRANSLATE_NOOP("words", "Read from a picture: compare with the paper."),
    "paper_unsure": QT_TRANSLATE_NOOP("words", "Not sure of “{text}”."),
    "paper_read_twice": QT_TRANSLATE_NOOP(
        "words", "Read as “{first}”, and a second time as “{second}”."
    ),
    "paper_corrected": QT_TRANSLATE_NOOP("words", "Written over by hand; read as “{read}”."),
    "paper_letters": QT_TRANSLATE_NOOP(
        "words", "“{text}” has letters that look like digits. Nothing was replaced."
    ),
    "paper_left_out": QT_TRANSLATE_NOOP("words", "Left out by hand while comparing."),
    "paper_note_read": QT_TRANSLATE_NOOP(
        "words",
        "Read from a picture: characters may be wrong and lines missing. Compare with the paper and put right what differs.",
    ),
}
