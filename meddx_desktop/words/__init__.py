"""Every sentence that a code stands for, in English, marked for translation.

The core returns codes; the window and the command line ask here for words. English stands in
the tables of this package; other languages come from Qt Linguist's ``resources/translations``,
which the window loads through Qt and the command line reads itself, so that one file serves both.
"""

from meddx_desktop.words.catalogue import (
    Translate,
    age,
    audit_action,
    audit_detail,
    label,
    safety,
    sentence,
    setting,
    terminal,
    translator,
    trigger,
)

__all__ = [
    "Translate",
    "age",
    "audit_action",
    "audit_detail",
    "label",
    "safety",
    "sentence",
    "setting",
    "terminal",
    "translator",
    "trigger",
]
