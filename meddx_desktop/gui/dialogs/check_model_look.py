"""The lines of a first look at a label file: what is there, what is missing, what is odd."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from meddx_desktop.core.operations.label_look import FirstLook
from meddx_desktop.core.operations.validation import LEAST
from meddx_desktop.gui import labels
from meddx_desktop.gui.widgets import fields

_NAMED = 5
_ENCODINGS = {"utf-8": "UTF-8", "utf-16": "UTF-16", "gb18030": "GB 18030"}


def hint() -> QWidget:
    """What to choose, while nothing was looked at."""
    return fields.text(_Words().hint(), "muted", wrap=True)


def lines(seen: FirstLook, finding: str) -> list[QWidget]:
    """A sign for each thing worth knowing, the gravest first."""
    return [fields.sign(*line) for line in said(seen, finding)]


def said(seen: FirstLook, finding: str) -> list[tuple[str, str, str]]:
    """Icon, words and tone of each line."""
    words = _Words()
    name = labels.label(f"finding.{finding}")
    found: list[tuple[str, str, str]] = []
    if seen.one_class:
        code = labels.sentence("labels_one_class", {"finding": name})
        found.append(("circle-x", code, "danger"))
    found.append(("image", words.films(seen), "text"))
    if not seen.one_class and min(seen.positives, seen.negatives) < LEAST:
        found.append(("triangle-alert", words.few(), "warning"))
    for names, told in (
        (seen.without_film, words.no_film),
        (seen.without_label, words.no_label),
    ):
        if names:
            found.append(("triangle-alert", told(names), "warning"))
    for count, counted in ((seen.unknown, words.unknown), (seen.repeated, words.repeated)):
        if count:
            found.append(("info", counted(count), "text"))
    if not seen.has_patients:
        found.append(("info", words.no_patients(), "text"))
    found.append(("info", words.read_as(seen), "text"))
    return found


class _Words(QObject):
    def hint(self) -> str:
        return self.tr(
            "Choose a folder of films whose truth you know, and a table that says it: a line for "
            "each film, with a column for its name and one for the finding (1 or 0). Both may be "
            "dropped here."
        )

    def films(self, seen: FirstLook) -> str:
        told = self.tr(
            "%n film(s) will be looked at: {with_} with and {without} without it.", "", seen.films
        )
        return told.format(with_=seen.positives, without=seen.negatives)

    def few(self) -> str:
        told = self.tr(
            "That is enough to measure, but a threshold of this site takes at least {least} "
            "patients with and {least} without the finding."
        )
        return told.format(least=LEAST)

    def no_film(self, names: Sequence[str]) -> str:
        told = self.tr("%n line(s) name no film in the folder: {names}", "", len(names))
        return told.format(names=_named(names))

    def no_label(self, names: Sequence[str]) -> str:
        told = self.tr("%n film(s) have no label and are left out: {names}", "", len(names))
        return told.format(names=_named(names))

    def unknown(self, count: int) -> str:
        return self.tr("%n film(s) with an open label are left out.", "", count)

    def repeated(self, count: int) -> str:
        return self.tr("%n line(s) say of a film again what another line says.", "", count)

    def no_patients(self) -> str:
        return self.tr(
            "No column says of whom the films are. Where the film does not say it either, each "
            "counts as a patient of its own."
        )

    def read_as(self, seen: FirstLook) -> str:
        marks = {",": self.tr("comma"), ";": self.tr("semicolon"), "\t": self.tr("tab")}
        told = self.tr("Read as {encoding}, columns separated by {mark}.")
        encoding = _ENCODINGS.get(seen.encoding, seen.encoding)
        return told.format(encoding=encoding, mark=marks.get(seen.delimiter, seen.delimiter))


def _named(names: Sequence[str]) -> str:
    shown = labels.listed(labels.plain(name)[:60] for name in names[:_NAMED])
    return shown + (f" +{len(names) - _NAMED}" if len(names) > _NAMED else "")
