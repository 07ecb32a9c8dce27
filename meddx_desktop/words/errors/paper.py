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
        "This PDF is no scan but holds its text itself. Open it as a note; for results, take a screenshot of the page and open that picture here.",
    ),
    "paper_pdf_empty": QT_TRANSLATE_NOOP(
        "words",
        "No scanned page was found in this PDF. Print it and photograph the page, or type what matters.",
    ),
    "paper_pdf_packed": QT_TRANSLATE_NOOP(
        "words",
        "The pages of this PDF are packed in a way that this program can't open (JBIG2). Open it in a PDF program, take a screenshot of each page and open that picture here.",
    ),
    "paper_too_large": QT_TRANSLATE_NOOP(
        "words",
        "A page of this scan is larger than this program opens. Scan it again with 300 dots per inch.",
    ),
    "paper_heic": QT_TRANSLATE_NOOP(
        "words",
        "This is a picture in the telephone's own format (HEIC). Save it as JPEG and open that, or set the telephone's camera to JPEG (“Most compatible”).",
    ),
    "paper_web_picture": QT_TRANSLATE_NOOP(
        "words",
        "GIF and WebP pictures can't be read. Save the picture as JPEG or PNG and open that.",
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
    "paper_uneven": QT_TRANSLATE_NOOP(
        "words",
        "The lines of this page are not level: it bends, or was photographed at an angle. A value may stand in the line of another test. Photograph it flat and from above, or compare each line closely.",
    ),
    "paper_pages_unread": QT_TRANSLATE_NOOP(
        "words",
        "This PDF also has pages that hold their text themselves and were not read: {pages}. Take a screenshot of each and open it here.",
    ),
    "paper_read": QT_TRANSLATE_NOOP("words", "Read from a picture: compare with the paper."),
    "paper_unsure": QT_TRANSLATE_NOOP("words", "Not sure of “{text}”."),
    "paper_read_twice": QT_TRANSLATE_NOOP(
        "words", "Read as “{first}”, and a second time as “{second}”."
    ),
    "paper_by_hand": QT_TRANSLATE_NOOP(
        "words", "“{text}” has uneven digits, as in handwriting, which is not read safely."
    ),
    "paper_point": QT_TRANSLATE_NOOP(
        "words", "“{text}” may have a decimal point that was not read. Look at the paper."
    ),
    "paper_struck": QT_TRANSLATE_NOOP(
        "words", "A line runs through “{text}”: it may be struck out. Look at the paper."
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
