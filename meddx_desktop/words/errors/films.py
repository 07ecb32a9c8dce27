"""Files, archives and pictures that are opened as films."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

FILM_ERRORS: dict[str, str] = {
    "file_missing": QT_TRANSLATE_NOOP(
        "words", "This file is not there. Check the name, or whether the stick is still plugged in."
    ),
    "file_unreadable": QT_TRANSLATE_NOOP(
        "words",
        "This file may not be read. Ask the owner of the computer for permission, or copy it to your own folder.",
    ),
    "file_empty": QT_TRANSLATE_NOOP("words", "This file is empty. Export or copy it again."),
    "file_vanished": QT_TRANSLATE_NOOP(
        "words", "This file vanished while it was read. Plug the stick in again and retry."
    ),
    "file_changed": QT_TRANSLATE_NOOP(
        "words",
        "This file was changed since it was opened. Open it again; nothing is shown, because it could be another film.",
    ),
    "file_too_large": QT_TRANSLATE_NOOP(
        "words", "This file is larger than a film can be. Check that it is the right file."
    ),
    "not_an_image": QT_TRANSLATE_NOOP(
        "words", "This is no picture that the program knows. Use DICOM, PNG, JPEG, TIFF or BMP."
    ),
    "truncated": QT_TRANSLATE_NOOP(
        "words", "This file stops in the middle. Export or copy it again."
    ),
    "damaged_header": QT_TRANSLATE_NOOP(
        "words", "The header of this file is damaged. Export it again from the X-ray console."
    ),
    "no_pixel_data": QT_TRANSLATE_NOOP(
        "words", "This DICOM file holds no picture. Export the film itself."
    ),
    "not_an_image_object": QT_TRANSLATE_NOOP(
        "words", "This DICOM file is a document ({kind}), not a film. Export the film itself."
    ),
    "zero_size": QT_TRANSLATE_NOOP(
        "words", "This picture has no rows or no columns. Export it again."
    ),
    "size_mismatch": QT_TRANSLATE_NOOP(
        "words",
        "The picture data does not match the size in the header. Export it again; nothing is shown, because it could be wrong.",
    ),
    "image_too_large": QT_TRANSLATE_NOOP(
        "words",
        "This picture claims {rows} x {columns} pixels, more than the program opens. Check that it is a film.",
    ),
    "unknown_transfer_syntax": QT_TRANSLATE_NOOP(
        "words",
        "This film is stored in a form that the program does not know ({uid}). Export it uncompressed.",
    ),
    "cannot_decode": QT_TRANSLATE_NOOP(
        "words",
        "The compressed picture in this file can't be decoded. Export it again or uncompressed.",
    ),
    "wrong_photometric": QT_TRANSLATE_NOOP(
        "words",
        "The colours of this film are described in a way that can't be right ({value}). Export it again.",
    ),
    "unsupported_pixels": QT_TRANSLATE_NOOP(
        "words",
        "This picture has a kind of pixel that is no X-ray film ({bits}). Export the film itself.",
    ),
    "missing_lut": QT_TRANSLATE_NOOP(
        "words", "A table that this film needs for its grey levels is missing. Export it again."
    ),
    "no_such_frame": QT_TRANSLATE_NOOP(
        "words", "Frame {frame} is not in this file, which holds {frames}."
    ),
    "zip_encrypted": QT_TRANSLATE_NOOP(
        "words", "This zip file is locked with a password. Unpack it first, then open the folder."
    ),
    "zip_bomb": QT_TRANSLATE_NOOP(
        "words", "This zip file unpacks to far more than it should and was not opened."
    ),
    "zip_unsafe_path": QT_TRANSLATE_NOOP(
        "words",
        "This zip file holds a name that points outside of it, so none of it was opened. Unpack it yourself if you trust it.",
    ),
    "zip_damaged": QT_TRANSLATE_NOOP("words", "This zip file is damaged. Copy it again."),
    "zip_unsupported": QT_TRANSLATE_NOOP(
        "words",
        "This zip file is packed in a way that the program does not open. Unpack it first, then open the folder.",
    ),
    "zip_nested": QT_TRANSLATE_NOOP(
        "words", "A zip file inside a zip file is not opened. Unpack it first."
    ),
    "dicomdir_outside": QT_TRANSLATE_NOOP(
        "words",
        "The directory of this disc points to a file outside the disc; that entry was not opened.",
    ),
    "dicomdir_missing_file": QT_TRANSLATE_NOOP(
        "words",
        "The directory of this disc names a film that is not there. Copy the whole disc again.",
    ),
    "dicomdir_damaged": QT_TRANSLATE_NOOP(
        "words",
        "The directory of this disc (DICOMDIR) is damaged. Open the folder with the films instead.",
    ),
    "correction_not_offered": QT_TRANSLATE_NOOP(
        "words",
        "The check of this film no longer says that. Look at the film again; nothing was changed.",
    ),
}
