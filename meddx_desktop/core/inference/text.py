"""What the manifest of a text model says of its words, labels and codes, and its own check.

A text model sees numbers of pieces (the encoder) or rows that the encoder made (all others), no
picture. It comes with the program only.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.errors import ModelRejected
from meddx_desktop.core.inference import sample
from meddx_desktop.core.inference.fields import Fields

EMBEDDING = "text-embedding"
TAGGING = "text-tagging"
CLASSES = "text-class"
CODING = "text-coding"
TASKS = (EMBEDDING, TAGGING, CLASSES, CODING)

TOLERANCE = 0.1
"""The widest that a sample may ask for: processors sum in another order, and layers of 8 bits round
apart by it. What is asked for stands with the sample, and is far less without such layers."""
_LONGEST = 512
_MOST_CODES = 200_000


@dataclass(frozen=True, slots=True)
class Pieces:
    """How a text becomes numbers.

    Attributes
    ----------
    file : str
        Pieces of words, for sentencepiece.
    prefix : str
        Stands before every text, as in the training.
    begin, end, pad : int
        Numbers that stand before, behind, and for nothing.
    longest : int
        Numbers that the network takes at most, those two among them.
    """

    file: str
    prefix: str
    begin: int
    end: int
    pad: int
    longest: int


@dataclass(frozen=True, slots=True)
class Codes:
    """Which codes a coding model knows: their names and vectors, both files of the package."""

    names: str
    vectors: str
    scheme: str
    edition: str
    count: int
    width: int
    scale: float
    """What a whole number of the vectors is worth."""


@dataclass(frozen=True, slots=True)
class Text:
    """The whole of it.

    Attributes
    ----------
    languages : tuple[str, ...]
    pieces : Pieces | None
        Of the encoder alone.
    encoder : tuple[str, str]
        Name of the encoder that the rows must come from, and the SHA-256 of its network; empty
        for the encoder itself.
    labels : tuple[str, ...]
        Of a tagger or classifier, in the order of the network's answers.
    temperature, sure_from : float
        Shares are ``softmax(logits / temperature)``; below `sure_from` there is no answer.
    terms : str
        File of a tagger with the terms that it looks up; empty where there is none.
    codes : Codes | None
    """

    languages: tuple[str, ...]
    pieces: Pieces | None
    encoder: tuple[str, str]
    labels: tuple[str, ...]
    temperature: float
    sure_from: float
    terms: str
    codes: Codes | None


def read_text(fields: Fields, task: str) -> Text:
    """Read the ``text`` object of a manifest.

    Raises
    ------
    ModelRejected
        ``model_manifest_invalid`` with the field that is wrong.
    """
    is_encoder = task == EMBEDDING
    needs_labels = task in (TAGGING, CLASSES)
    encoder = None if is_encoder else fields.inner("encoder")
    return Text(
        languages=fields.strings("languages"),
        pieces=_pieces(fields.inner("pieces")) if is_encoder else None,
        encoder=(encoder.text("name"), encoder.text("sha256")) if encoder else ("", ""),
        labels=fields.strings("labels") if needs_labels else (),
        temperature=fields.between("temperature", 0.01, 100.0) if needs_labels else 1.0,
        sure_from=fields.probability("sure_from") if needs_labels else 0.0,
        terms=fields.text("terms") if task == TAGGING else "",
        codes=_codes(fields.inner("codes")) if task == CODING else None,
    )


def _pieces(fields: Fields) -> Pieces:
    longest = fields.integer("longest")
    if not 2 < longest <= _LONGEST:
        raise fields.wrong("longest")
    return Pieces(
        file=fields.text("file"),
        prefix=fields.text("prefix"),
        begin=fields.integer("begin"),
        end=fields.integer("end"),
        pad=fields.integer("pad"),
        longest=longest,
    )


def _codes(fields: Fields) -> Codes:
    count, width = fields.integer("count"), fields.integer("width")
    if not 0 < count <= _MOST_CODES:
        raise fields.wrong("count")
    if not 0 < width <= _LONGEST:
        raise fields.wrong("width")
    return Codes(
        names=fields.text("names"),
        vectors=fields.text("vectors"),
        scheme=fields.text("scheme"),
        edition=fields.text("edition"),
        count=count,
        width=width,
        scale=fields.between("scale", 1e-6, 1.0),
    )


def needed_files(text: Text) -> tuple[str, ...]:
    """The files that must lie in the package beside the network."""
    own = (text.pieces.file,) if text.pieces else ()
    own = (*own, text.terms) if text.terms else own
    return (*own, *((text.codes.names, text.codes.vectors) if text.codes else ()))


def sample_input(content: bytes, name: str, *, whole: bool) -> NDArray[Any]:
    """The sample: numbers of pieces for the encoder (`whole`), rows for all others.

    Raises
    ------
    ModelRejected
        ``model_sample_invalid``.
    """
    try:
        stated = json.loads(content)["input"]
        made = np.array(stated, np.int64 if whole else np.float32)
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise sample.invalid(name, sample.ROWS) from error
    if made.ndim not in (2, 3) or not made.size or not np.isfinite(made).all():
        raise sample.invalid(name, sample.ROWS)
    return made


def check_sample(
    file: Callable[[str], bytes],
    run: Callable[[NDArray[Any]], sample.Answer],
    name: str,
    *,
    first: str,
    whole: bool,
) -> None:
    """Run the sample twice and compare its `first` output with what is stated.

    Raises
    ------
    ModelRejected
        As `examine.check_sample`.
    """
    wanted, tolerance = sample.expected(file(sample.EXPECTED), name, most=TOLERANCE)
    given = sample_input(file(sample.ROWS), name, whole=whole)
    found = sample.answer_twice(run, given, name)
    if first not in found:
        raise ModelRejected("model_shape_mismatch", name=name, tensor=first)
    sample.compare({"logits": found[first]}, wanted, tolerance, name)
