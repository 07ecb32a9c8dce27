"""Why a mention was read as it was, in words: for the list, and for whoever rests over it."""

from collections.abc import Iterable

from PySide6.QtCore import QLocale, QObject

from meddx_desktop import words
from meddx_desktop.core.domain.note import Assertion, Coded, DrugUse, Measured, Mention
from meddx_desktop.core.domain.note_corrections import Entry, NoteCorrection, Verdict
from meddx_desktop.core.operations import notes_desk
from meddx_desktop.core.operations.notes_desk import ReadNote
from meddx_desktop.gui import labels

_PLAIN_UNITS = {
    "Cel": "°C",
    "[degF]": "°F",
    "mm[Hg]": "mmHg",
    "/min": "/min",
    "1": "",
    "{score}": "",
}


_TIMES = frozenset({"a", "mo", "wk", "d", "h", "min"})


def substances(names: Iterable[str]) -> list[str]:
    """Generic names in the language of the window, where the lexicon has one."""
    return [notes_desk.substance(name, QLocale().name()[:2]) for name in names]


def number(value: float) -> str:
    """Without digits that say nothing."""
    return f"{value:g}" if abs(value) < 1e6 else f"{value:.0f}"


def measured(one: Measured) -> str:
    """A number with its unit."""
    unit = _unit(one)
    sign = one.comparator if one.comparator not in (None, "range") else ""
    return f"{sign}{number(one.value)}{'' if unit in ('', '%') else ' '}{unit}"


def _unit(one: Measured) -> str:
    if one.unit not in _TIMES:
        return _PLAIN_UNITS.get(one.unit or "", one.unit or "")
    return labels.label(f"note_unit.{'age_' if one.name == 'age' else ''}{one.unit}")


class Why(QObject):
    """Sentences about one entry."""

    def lines(self, entry: Entry, read: ReadNote) -> list[str]:
        """Everything that explains it, the assertion first."""
        mention = entry.mention
        found = [self._assertion(mention), self._section(mention, read)]
        found += self._codes(mention)
        found += self._values(mention)
        found += self.drug(mention.drug) if mention.drug else []
        found += [self._said(one, entry.machine) for one in entry.said]
        return [line for line in found if line]

    @staticmethod
    def _assertion(mention: Mention) -> str:
        trigger = mention.trigger
        if trigger is None or mention.assertion is Assertion.PRESENT:
            return ""
        said = trigger.text.strip(" :：")
        return words.trigger(trigger.rule, said, trigger.distance, labels.translate)

    def _section(self, mention: Mention, read: ReadNote) -> str:
        section = read.section_at(mention.span.start)
        if section is None:
            return ""
        name = labels.label(f"section.{section.name.value}")
        if section.guessed is not None:
            share = round(section.guessed * 100)
            return self.tr("Section: {name}, guessed ({share} %)").format(name=name, share=share)
        return self.tr("Section: {name}").format(name=name)

    def _codes(self, mention: Mention) -> list[str]:
        """The first code of each scheme; the others are offered where one is chosen."""
        first: dict[str, Coded] = {}
        for one in mention.codes:
            first.setdefault(one.code.scheme, one)
        lines = []
        for scheme, one in first.items():
            said = (
                f"{labels.label(f'scheme.{scheme}')}: {one.code.value} {one.code.meaning}".strip()
            )
            if one.score < 1:
                alike = self.tr("{code} (likeness {score} %)")
                said = alike.format(code=said, score=round(one.score * 100))
            lines.append(said)
        return lines

    def _values(self, mention: Mention) -> list[str]:
        lines = []
        for one in mention.measured:
            name = labels.label(f"measured.{one.name}")
            said = f"{name}: {measured(one)}"
            if one.original:
                written = self.tr("{value} (written: {original})")
                said = written.format(value=said, original=one.original)
            lines.append(said)
        unused = self.tr("{value}: read, but not used; it can't be right or lacks its unit")
        lines += [unused.format(value=measured(one)) for one in mention.unused]
        return lines

    def drug(self, use: DrugUse) -> list[str]:
        """How a drug is taken, on one line; what is in it on another."""
        parts = [measured(use.dose)] if use.dose else []
        parts += [labels.label(f"route.{use.route}")] if use.route else []
        parts += [labels.label(f"frequency.{use.frequency}")] if use.frequency else []
        parts += [measured(use.duration)] if use.duration else []
        parts += [self.tr("stopped")] if use.stopped else []
        lines = [labels.listed(parts)] if parts else [self.tr("The note gives no dose.")]
        if len(use.ingredients) > 1:
            lines.append(
                self.tr("Contains: {names}").format(
                    names=labels.listed(substances(use.ingredients))
                )
            )
        return lines

    def _said(self, one: NoteCorrection, machine: Mention | None) -> str:
        word = labels.label(f"assertion.{(one.assertion or Assertion.PRESENT).value}")
        before = "" if machine is None else labels.label(f"assertion.{machine.assertion.value}")
        if one.verdict is Verdict.NOT_A_MENTION:
            pattern = self.tr("Corrected by {who}, {when}: not a mention")
        elif one.verdict is Verdict.ADDED:
            pattern = self.tr("Added by {who}, {when}")
        elif one.verdict is Verdict.CODE:
            pattern = self.tr("Corrected by {who}, {when}: code {code}")
        elif before in ("", word):
            pattern = self.tr("Corrected by {who}, {when}: {word}")
        else:
            pattern = self.tr("Corrected by {who}, {when}: {word} (the program read: {before})")
        return pattern.format(
            who=one.by,
            when=labels.moment(one.at) if one.at else "",
            code=one.code.value if one.code else "",
            word=word,
            before=before,
        )
