"""What `meddx note` says at the terminal."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

TERMINAL_NOTE: dict[str, str] = {
    "note_words": QT_TRANSLATE_NOOP("words", "words"),
    "note_kind": QT_TRANSLATE_NOOP("words", "kind"),
    "note_said": QT_TRANSLATE_NOOP("words", "said to be"),
    "note_detail": QT_TRANSLATE_NOOP("words", "details"),
    "note_none_known": QT_TRANSLATE_NOOP("words", "none known"),
    "note_stopped": QT_TRANSLATE_NOOP("words", "stopped"),
    "note_by_similarity": QT_TRANSLATE_NOOP("words", "by similarity"),
    "note_why": QT_TRANSLATE_NOOP("words", "because of"),
    "note_code": QT_TRANSLATE_NOOP("words", "code"),
    "note_section": QT_TRANSLATE_NOOP("words", "section"),
    "note_nothing": QT_TRANSLATE_NOOP("words", "No word of this note was recognised."),
    "note_flag": QT_TRANSLATE_NOOP("words", "DANGER SIGN: {name} ({words})"),
    "note_flag_possible": QT_TRANSLATE_NOOP("words", "POSSIBLE DANGER SIGN: {name} ({words})"),
    "note_not_read": QT_TRANSLATE_NOOP(
        "words", "What is not listed was not recognised; it may still stand in the note."
    ),
}
