"""Texts that come in several languages, from the manifest of a model."""

from collections.abc import Mapping

from PySide6.QtCore import QLocale


def in_language(texts: Mapping[str, str]) -> str:
    """The text for the language of the window."""
    return texts.get(QLocale().name(), texts.get("en", ""))


def lines_in_language(texts: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The lines for the language of the window."""
    return texts.get(QLocale().name(), texts.get("en", ()))
