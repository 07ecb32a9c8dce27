"""One HL7 message parsed by the library, and access to its fields without its syntax."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import hl7

from meddx_desktop.core.labs.hl7_file import RawMessage

Components = tuple[str, ...]
Repetitions = tuple[Components, ...]
Node = Sequence["Node"] | str
"""What the library parses into: lists of lists of text, as deep as there are separators."""

_NOTHING: Repetitions = (("",),)
_KNOWN = 20_000

_HEADER = re.compile(r"MSH([^\w\s])([^\w\s]{2,5})\1")
_FORMATTING = {
    "br": "\n",
    "sp": "\n",
    "H": "",
    "N": "",
    "fi": "",
    "nf": "",
    "in": " ",
    "ti": " ",
    "sk": " ",
    "ce": "\n",
}
_HEX = re.compile(r"X((?:[0-9A-Fa-f]{2})+)")
_LAYOUT = re.compile(r"\.?(br|sp|fi|nf|in|ti|sk|ce|H|N)(?:[+-]?\d+)?")


@dataclass(frozen=True, slots=True)
class Syntax:
    """The separators of a message and how its bytes are characters."""

    separator: str
    component: str
    repetition: str
    escape: str
    subcomponent: str
    codec: str
    known: dict[str, Repetitions] = field(default_factory=dict, compare=False, repr=False)
    """Fields that were taken apart before, as they were sent."""

    def unescaped(self, text: str) -> str:
        r"""The text that ``\F\``, ``\X41\``, ``\.br\`` ... stand for; unknown ones stay as sent."""
        escape = self.escape
        if not escape or escape not in text:
            return text
        parts = text.split(escape)
        out = [parts[0]]
        place = 1
        while place < len(parts):
            closed = place + 1 < len(parts)
            meant = self._meaning(parts[place]) if closed else None
            if meant is None:
                out.append(escape + parts[place])
                place += 1
            else:
                out.append(meant + parts[place + 1])
                place += 2
        return "".join(out)

    def _meaning(self, sequence: str) -> str | None:
        single = {
            "F": self.separator,
            "S": self.component,
            "T": self.subcomponent,
            "R": self.repetition,
            "E": self.escape,
        }
        if sequence in single:
            return single[sequence]
        coded = _HEX.fullmatch(sequence)
        if coded:
            text = bytes.fromhex(coded[1]).decode(self.codec, "replace")
            return text.replace("\r\n", "\n").replace("\r", "\n")
        layout = _LAYOUT.fullmatch(sequence)
        return _FORMATTING[layout[1]] if layout else None


def _as_sent(sequence: list[Node], **_syntax: object) -> list[Node]:
    return sequence


class Segment:
    """One segment: its name, its line as sent, and its fields by their HL7 numbers."""

    __slots__ = ("fields", "line", "name", "parsed", "syntax")

    def __init__(self, line: str, parsed: Node, syntax: Syntax) -> None:
        self.line = line
        self.name = line[:3].upper()
        self.fields = line.split(syntax.separator)
        self.parsed = parsed
        self.syntax = syntax

    def text(self, number: int) -> str:
        """A whole field as text, whatever separators it holds."""
        if number >= len(self.fields):
            return ""
        return self.syntax.unescaped(self.fields[number]).strip()

    def components(self, number: int) -> Components:
        """The components of a field, of its first repetition."""
        return self.repetitions(number)[0]

    def repetitions(self, number: int) -> Repetitions:
        """The repetitions of a field, each as components; never empty."""
        sent = self.fields[number] if number < len(self.fields) else ""
        if not sent:
            return _NOTHING
        known = self.syntax.known
        found = known.get(sent)
        if found is None:
            # The same units, ranges and names come in every message.
            if len(known) > _KNOWN:
                known.clear()
            found = known[sent] = tuple(map(self._components, self.parsed[number]))
        return found

    def _components(self, repetition: Node) -> Components:
        unescaped = self.syntax.unescaped
        if isinstance(repetition, str):
            return (unescaped(repetition).strip(),)
        between = self.syntax.subcomponent
        return tuple(
            unescaped(part if isinstance(part, str) else between.join(map(str, part))).strip()
            for part in repetition
        )


class _Lists(hl7.Factory):  # type: ignore[misc]
    """The library's parts as plain lists: its own classes double the time and say no more."""

    create_message = create_field = staticmethod(_as_sent)
    create_repetition = create_component = staticmethod(_as_sent)

    @staticmethod
    def create_segment(sequence: list[Node], **_syntax: object) -> list[Node]:
        """By itself: the library knows a header segment by this function."""
        return sequence


def separators(raw: RawMessage) -> Syntax | None:
    """The separators that a message's header declares; None when it declares none that work."""
    match = _HEADER.match(raw.segments[0])
    if match is None:
        return None
    separator, others = match.groups()
    component, repetition = others[0], others[1]
    escape = others[2] if len(others) > 2 else ""
    subcomponent = others[3] if len(others) > 3 else "&"
    used = [separator, component, repetition, escape, subcomponent]
    if len(set(filter(None, used))) != len(list(filter(None, used))):
        return None
    return Syntax(separator, component, repetition, escape, subcomponent, raw.codec)


def parse_message(raw: RawMessage, syntax: Syntax) -> Iterator[Segment]:
    """Every segment of a message, parsed by the library."""
    parsed = hl7.parse("\r".join(raw.segments), factory=_Lists)
    for line, segment in zip(raw.segments, parsed, strict=True):
        yield Segment(line, segment, syntax)


def component(components: Components, number: int) -> str:
    """A component by its HL7 number; empty where it is not sent."""
    return components[number - 1] if number <= len(components) else ""
