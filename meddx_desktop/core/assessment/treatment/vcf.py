"""Reads calls from a VCF (VCFv4.x, plain or bgzip): only the lines that touch wanted places.

A file from outside: its size, the length of its lines, its head and what it unpacks to have
limits, and a line that is no VCF refuses the whole file, since half a file would look like one
without variants.
"""

import gzip
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from meddx_desktop.core.assessment.treatment.vcf_header import VcfHeader, chromosome, header_of
from meddx_desktop.core.assessment.treatment.vcf_line import Call, call_of, damaged
from meddx_desktop.core.errors import UnreadableResults
from meddx_desktop.core.jobs import JobContext

MOST_FILE_BYTES = 8 * 2**30
MOST_BYTES = 64 * 2**30
"""After unpacking."""
MOST_RATIO = 300
"""Bytes unpacked for each one read; reference blocks of a genome reach about 30."""
FREE_BYTES = 64 * 2**20
"""Below this no ratio is asked for."""
LONGEST_LINE = 2**20
MOST_HEAD_LINES = 20_000
MOST_HEAD_BYTES = 16 * 2**20
MOST_CALLS = 20_000
_LOOK_EVERY = 20_000
_WEIGH_EVERY = 200
"""Lines, so that at most 200 MB go by unweighed."""
_LONGEST_REF = 2_000
"""Bases by which a line may begin before a place and still touch it, if it is no block."""

Windows = Mapping[str, Sequence[tuple[int, int]]]
"""First and last position by chromosome."""


@dataclass(frozen=True, slots=True)
class VcfCalls:
    """What a file says of the wanted places.

    Attributes
    ----------
    build : str
    sample : str
        Whose column was read.
    calls : tuple[Call, ...]
        In the order of the file.
    """

    build: str
    sample: str
    calls: tuple[Call, ...]


def read_header(path: Path) -> VcfHeader:
    """The head of a file: build and samples.

    Raises
    ------
    UnreadableResults
        As `read_calls`.
    """
    with _Lines(path) as lines:
        return _header(lines)


def read_calls(
    path: Path,
    windows: Mapping[str, Windows],
    *,
    sample: str = "",
    context: JobContext | None = None,
) -> VcfCalls:
    """The calls of one sample at the wanted places.

    Parameters
    ----------
    path
    windows
        By build.
    sample
        Needed where the file holds several.
    context
        Asked for cancel while reading; is told bytes of the file.

    Raises
    ------
    UnreadableResults
        ``vcf_missing``, ``vcf_unreadable``, ``vcf_too_large``, ``vcf_not_vcf``, ``vcf_binary``,
        ``vcf_damaged``, ``vcf_line_too_long``, ``vcf_unpacks_too_large``, ``vcf_many_lines``,
        ``vcf_choose_sample``, ``vcf_sample_unknown``; as `vcf_header.header_of`.
    JobCancelled
        Cancel was asked for.
    """
    with _Lines(path) as lines:
        header = _header(lines)
        column = _column(header, sample)
        calls = tuple(_calls(lines, windows[header.build], column, context or JobContext()))
    return VcfCalls(header.build, header.samples[column - 9], calls)


def _column(header: VcfHeader, sample: str) -> int:
    if not sample and len(header.samples) > 1:
        raise UnreadableResults("vcf_choose_sample", count=len(header.samples))
    name = sample or header.samples[0]
    if name not in header.samples:
        raise UnreadableResults("vcf_sample_unknown")
    return 9 + header.samples.index(name)


def _header(lines: "_Lines") -> VcfHeader:
    head: list[str] = []
    size = 0
    for line in lines:
        text = line.decode("utf-8", "replace")
        if not head and not text.startswith("##fileformat=VCF"):
            raise UnreadableResults("vcf_not_vcf")
        if text.startswith("#CHROM"):
            return header_of(head, text)
        size += len(line)
        if not text.startswith("##") or len(head) >= MOST_HEAD_LINES or size > MOST_HEAD_BYTES:
            raise UnreadableResults("vcf_header_invalid")
        head.append(text.rstrip("\r\n"))
    raise UnreadableResults("vcf_header_invalid" if head else "vcf_not_vcf")


def _calls(lines: "_Lines", windows: Windows, column: int, context: JobContext) -> Iterator[Call]:
    last = {name: max(stop for _, stop in spans) for name, spans in windows.items()}
    first = {name: min(start for start, _ in spans) for name, spans in windows.items()}
    names: dict[bytes, str] = {}
    kept = 0
    for line in lines:
        if lines.number % _LOOK_EVERY == 0:
            context.progress(lines.read, lines.size)
        parts = line.split(b"\t", 2)
        if len(parts) != 3:
            raise damaged(lines.number)
        name = names.get(parts[0])
        if name is None:
            name = names[parts[0]] = _name(parts[0], lines.number)
        if name not in last:
            continue
        at = _position(parts[1], lines.number)
        if at > last[name] or _ends_before(parts[2], at, first[name]):
            continue
        call = call_of(line, column, lines.number)
        if not any(call.at <= stop and call.end >= start for start, stop in windows[name]):
            continue
        kept += 1
        if kept > MOST_CALLS:
            raise UnreadableResults("vcf_many_lines", limit=MOST_CALLS)
        yield call


def _ends_before(rest: bytes, at: int, first: int) -> bool:
    """Whether a line ends before the first place, told without reading all of it."""
    if at >= first - _LONGEST_REF:
        return False
    _, found, end = rest.partition(b"END=")
    digits = end[: len(end) - len(end.lstrip(b"0123456789"))][:11]
    return not found or not digits or int(digits) < first


def _name(text: bytes, number: int) -> str:
    if not text or len(text) > 200:
        raise damaged(number)
    return chromosome(text.decode("utf-8", "replace"))


def _position(text: bytes, number: int) -> int:
    if not text.isdigit() or len(text) > 10:
        raise damaged(number)
    return int(text)


class _Lines:
    """The lines of a file, unpacked if need be, within the limits."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.number = 0
        self._unpacked = 0

    def __enter__(self) -> "_Lines":
        try:
            if not self._path.exists():
                raise UnreadableResults("vcf_missing")
            if not self._path.is_file():  # a pipe would be waited for without end
                raise UnreadableResults("vcf_unreadable")
            self._raw = self._path.open("rb")
            self.size = self._path.stat().st_size
        except OSError as error:
            raise UnreadableResults("vcf_unreadable") from error
        with ExitStack() as undo:
            undo.callback(self._raw.close)
            self._check_kind()
            undo.pop_all()
        return self

    def _check_kind(self) -> None:
        if self.size > MOST_FILE_BYTES:
            raise UnreadableResults("vcf_too_large", limit=MOST_FILE_BYTES // 2**30)
        try:
            magic = self._raw.read(3)
            self._raw.seek(0)
        except OSError as error:
            raise UnreadableResults("vcf_unreadable") from error
        if magic == b"BCF":
            raise UnreadableResults("vcf_binary")
        self._is_packed = magic[:2] == b"\x1f\x8b"
        self._file: BinaryIO | gzip.GzipFile = (
            gzip.GzipFile(fileobj=self._raw) if self._is_packed else self._raw
        )

    def __exit__(self, *_: object) -> None:
        self._raw.close()

    @property
    def read(self) -> int:
        """Bytes of the file that were read."""
        return self._raw.tell()

    def __iter__(self) -> Iterator[bytes]:
        while line := self._next():
            self.number += 1
            self._unpacked += len(line)
            if self.number == 1 or len(line) > LONGEST_LINE:
                self._check_line(line)
            if self.number % _WEIGH_EVERY == 0:
                self._check_size()
            yield line

    def _next(self) -> bytes:
        try:
            return self._file.readline(LONGEST_LINE + 1)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise damaged(self.number + 1) from error
        except OSError as error:
            raise UnreadableResults("vcf_unreadable") from error

    def _check_line(self, line: bytes) -> None:
        if self.number == 1 and line.startswith(b"BCF"):
            raise UnreadableResults("vcf_binary")
        if len(line) > LONGEST_LINE:
            code = "vcf_line_too_long" if self.number > 1 else "vcf_not_vcf"
            raise UnreadableResults(code)

    def _check_size(self) -> None:
        too_much = self._unpacked > FREE_BYTES and self._unpacked > MOST_RATIO * self.read
        if self._unpacked > MOST_BYTES or (self._is_packed and too_much):
            raise UnreadableResults("vcf_unpacks_too_large")
