"""From the bytes of a file to its HL7 messages: framing, batches, line ends, characters."""

import re
from dataclasses import dataclass, field

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.labs.hl7_charset import decode

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_FRAMES = bytes.maketrans(b"\x0b\x1c", b"\r\r")
_ENDS = re.compile(rb"[\r\n]+")
_HEADER = re.compile(rb"(?:MSH|FHS|BHS)[^\w\s]")
_SEGMENT = re.compile(rb"[A-Za-z][A-Za-z0-9]{2}")
_CHARSET_FIELD = 17


@dataclass(slots=True)
class RawMessage:
    """One message as text: its segments, each with the lines that continue it."""

    number: int
    segments: list[str]
    codec: str = "utf-8"
    cautions: tuple[Reason, ...] = ()

    def header(self, number: int) -> str:
        """A field of MSH by its HL7 number, without trusting any other separator."""
        line = self.segments[0]
        fields = line.split(line[3]) if len(line) > 3 else []
        return fields[number - 1].strip() if number <= len(fields) else ""


@dataclass(slots=True)
class RawFile:
    """The messages of a file, what stands outside of them, and what is wrong with its batches."""

    messages: list[RawMessage] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)
    cautions: list[Reason] = field(default_factory=list)


def looks_like_hl7(data: bytes) -> bool:
    """Whether a file is HL7 v2, readable or not: it starts with a header, framed or not."""
    start = _plain(data[:4096]).lstrip(b"\r\n\t \0")
    if start.startswith(b"<"):
        return b"urn:hl7-org:v2xml" in start
    return _HEADER.match(start) is not None


def split_file(data: bytes) -> RawFile:
    """Cut a file into messages. Nothing is dropped: lines outside a message are `stray`."""
    has_bom = data.startswith(_BOMS[0][0])
    found = RawFile()
    blocks: list[list[bytes]] = []
    batch = _Batch()
    for line in _ENDS.split(_plain(data)):
        name = line[:3]
        if name in {b"FHS", b"BHS", b"BTS", b"FTS"} and not line[3:4].isalnum():
            batch.meet(name, line, found.cautions)
            blocks.append([])
        elif name == b"MSH" and not line[3:4].isalnum():
            batch.messages += 1
            blocks.append([line])
        elif line.strip():
            if blocks and blocks[-1]:
                blocks[-1].append(line)
            else:
                found.stray.append(decode(line, "").text)
    batch.end(found.cautions)
    for block in filter(None, blocks):
        found.messages.append(_message(len(found.messages) + 1, block, has_bom))
    return found


@dataclass(slots=True)
class _Batch:
    """Counts messages, to see a batch that was cut off."""

    messages: int = 0
    is_open: bool = False

    def meet(self, name: bytes, line: bytes, cautions: list[Reason]) -> None:
        if name == b"BHS":
            self.messages, self.is_open = 0, True
        elif name == b"BTS":
            said = line[4:].split(line[3:4])[0].strip() if line[3:4] else b""
            if said.isdigit() and len(said) < 10 and int(said) != self.messages:
                counts = {"said": int(said), "found": self.messages}
                cautions.append(Reason("hl7_batch_count", dict(counts)))
            self.is_open = False

    def end(self, cautions: list[Reason]) -> None:
        if self.is_open:
            cautions.append(Reason("hl7_batch_open"))


def _plain(data: bytes) -> bytes:
    """The file without byte order mark and frames, and never in UTF-16."""
    for mark, codec in _BOMS:
        if data.startswith(mark):
            data = data[len(mark) :]
            if codec != "utf-8":
                data = data.decode(codec, "replace").encode("utf-8")
            break
    return data.translate(_FRAMES)


def _message(number: int, lines: list[bytes], has_bom: bool) -> RawMessage:
    declared = _declared(lines[0]) or ("UNICODE UTF-8" if has_bom else "")
    # Decoded in one piece: what one line can't tell about its characters, another one can.
    decoded = decode(b"\r".join(lines), declared)
    segments: list[str] = []
    for line, text in zip(lines, decoded.text.split("\r"), strict=True):
        if segments and not _starts_segment(line, lines[0][3:4]):
            segments[-1] += "\n" + text
        else:
            segments.append(text)
    return RawMessage(number, segments, decoded.codec, decoded.cautions)


def _declared(header: bytes) -> str:
    """MSH-18; where it repeats, the first that is not plain ASCII."""
    fields = header.split(header[3:4]) if len(header) > 3 else []
    if len(fields) <= _CHARSET_FIELD:
        return ""
    repetition = header[5:6] or b"~"
    names = [name.strip().decode("ascii", "replace") for name in
             fields[_CHARSET_FIELD].split(repetition)]  # fmt: skip
    foreign = [name for name in names if name.upper() not in {"", "ASCII", "ISO IR6"}]
    return (foreign or names)[0]


def _starts_segment(line: bytes, separator: bytes) -> bool:
    """Whether a line is a segment, not the rest of a text with a bare line break in it."""
    if not _SEGMENT.match(line):
        return False
    return line[3:4] == separator or (line[:3].upper() == b"OBX" and not line[3:4].isalnum())
