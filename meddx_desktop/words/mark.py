"""The mark that Qt's lupdate looks for; it changes nothing."""


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark `text` for translation in `_context` (the Linguist tool's own function name)."""
    return text
