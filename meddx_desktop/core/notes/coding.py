"""Codes for words of a note by likeness: the nearest ones, from which a person chooses.

The list that comes with the program is of the US (ICD-10-CM). A site can bring its own: then the
same network makes its vectors, which lie in a folder of the site.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from meddx_desktop.core.domain.note import Coded
from meddx_desktop.core.errors import InvalidEntry, ModelRejected
from meddx_desktop.core.inference.package import Package
from meddx_desktop.core.notes.code_list import (
    CodeList,
    Shape,
    as_lines,
    in_order,
    mapped,
    packed,
)
from meddx_desktop.core.notes.encoder import Encoder, Floats, Opens
from meddx_desktop.core.notes.kept import phrase_key
from meddx_desktop.core.notes.on_encoder import OnEncoder

COUNT = 5
"""How many codes are offered."""
MOST_CODES = 100_000
LONGEST_CODE, LONGEST_NAME = 40, 300
LIST, NAMES, VECTORS = "list.json", "codes.tsv", "vectors.i8"
_TOGETHER = 256
Progress = Callable[[int, int], None]


class Coder(OnEncoder):
    """Finds the nearest codes. Thread-safe; the package is of the task ``text-coding``.

    Raises
    ------
    ModelRejected
        As `OnEncoder`; a file is not the one of the manifest.
    """

    def __init__(self, package: Package, session: Opens, encoder: Encoder) -> None:
        super().__init__(package, session, encoder)
        self.codes = _shipped(package)

    @property
    def mark(self) -> str:
        """Stands for this encoder and this network: vectors of others can't be compared."""
        manifest = self.package.manifest
        own = manifest.files[manifest.variants[0].file]
        return hashlib.sha256(f"{self._encoder.sha256} {own}".encode()).hexdigest()

    def nearest(
        self, texts: Sequence[str], *, count: int = COUNT, codes: CodeList | None = None
    ) -> list[tuple[Coded, ...]]:
        """For each text the nearest codes of the shipped list, or of another one.

        Raises
        ------
        BadOutput, ModelRejected
            A network can't be opened, or answers with what is no result.
        """
        chosen = self.codes if codes is None else codes
        plain = [" ".join(text.split()) for text in texts]
        keys = [phrase_key(f"{count} {text}") for text in plain]
        found = chosen.known.those_of(keys)
        new = {key: text for key, text in zip(keys, plain, strict=True) if key not in found}
        made = chosen.nearest_all(self.vectors(list(new.values())), count)
        answers = dict(zip(new, made, strict=True))
        chosen.known.keep(answers)
        found |= answers
        return [found[key] for key in keys]

    def forget(self) -> None:
        """Forget the answers to every phrase; the list stays open."""
        self.codes.known.clear()

    def vectors(self, texts: Sequence[str]) -> Floats:
        """The short vectors in which codes are compared, one a text.

        Raises
        ------
        BadOutput, ModelRejected
            As `nearest`.
        """
        if not texts:
            return np.zeros((0, self.codes.shape.width), np.float32)
        rows = self._encoder.vectors([" ".join(text.split()) for text in texts])
        return self._run(rows, "vectors")


def _shipped(package: Package) -> CodeList:
    text = package.manifest.text
    assert text is not None and text.codes is not None
    codes, files = text.codes, package.manifest.files
    names, vectors = (
        mapped(package.folder / file, files[file], name=package.name)
        for file in (codes.names, codes.vectors)
    )
    shape = Shape(codes.scheme, codes.edition, codes.count, codes.width, codes.scale)
    return CodeList(names, vectors, shape, name=package.name)


def write_list(
    folder: Path,
    rows: Sequence[tuple[str, str]],
    coder: Coder,
    *,
    scheme: str,
    edition: str,
    progress: Progress = lambda done, total: None,
) -> str:
    """Make the vectors of a site's own list; returns the hash that `open_list` asks for.

    Parameters
    ----------
    folder
        Where the list is to lie; it is made, and what lies there is replaced.
    rows
        Code and name; a code may come with several names, the first is its title.
    progress
        Told how many are done; may raise to stop, then nothing is left that counts.

    Raises
    ------
    InvalidEntry
        ``codes_empty``, ``codes_too_many``, ``codes_line_invalid``.
    BadOutput, ModelRejected
        As `Coder.nearest`.
    """
    _check_rows(rows)
    ordered = in_order(rows)
    vectors, scale = packed(np.concatenate(list(_made(ordered, coder, progress))))
    folder.mkdir(parents=True, exist_ok=True)
    names = as_lines(ordered)
    (folder / NAMES).write_bytes(names)
    (folder / VECTORS).write_bytes(vectors.tobytes())
    content = {
        "scheme": scheme,
        "edition": edition,
        "count": len(ordered),
        "width": int(vectors.shape[1]),
        "scale": scale,
        "mark": coder.mark,
        "names": hashlib.sha256(names).hexdigest(),
        "vectors": hashlib.sha256(vectors.tobytes()).hexdigest(),
    }
    said = json.dumps(content, ensure_ascii=False).encode("utf-8")
    (folder / LIST).write_bytes(said)
    return hashlib.sha256(said).hexdigest()


def open_list(folder: Path, sha256: str, coder: Coder) -> CodeList:
    """Open a site's own list.

    Raises
    ------
    ModelRejected
        ``model_file_missing``, ``model_hash_mismatch``: not what was written;
        ``codes_outdated``: made with another encoder, so that it has to be read in again.
    """
    name = folder.name
    try:
        said = (folder / LIST).read_bytes()
    except OSError as error:
        raise ModelRejected("model_file_missing", name=name, file=LIST) from error
    if hashlib.sha256(said).hexdigest() != sha256:
        raise ModelRejected("model_hash_mismatch", name=name, file=LIST)
    content: dict[str, Any] = json.loads(said)
    if content["mark"] != coder.mark:
        raise ModelRejected("codes_outdated", name=name)
    names = mapped(folder / NAMES, content["names"], name=name)
    vectors = mapped(folder / VECTORS, content["vectors"], name=name)
    parts = (content[key] for key in ("scheme", "edition", "count", "width", "scale"))
    return CodeList(names, vectors, Shape(*parts), name=name)


def _made(rows: Sequence[tuple[str, str]], coder: Coder, progress: Progress) -> Iterator[Floats]:
    for at in range(0, len(rows), _TOGETHER):
        progress(at, len(rows))
        yield coder.vectors([text for _, text in rows[at : at + _TOGETHER]])
    progress(len(rows), len(rows))


def _check_rows(rows: Sequence[tuple[str, str]]) -> None:
    if not rows:
        raise InvalidEntry("codes_empty")
    if len(rows) > MOST_CODES:
        raise InvalidEntry("codes_too_many", limit=MOST_CODES)
    for number, (code, text) in enumerate(rows, start=1):
        fits = 0 < len(code) <= LONGEST_CODE and 0 < len(text.strip()) <= LONGEST_NAME
        if not fits or any(sign in code for sign in "\t\r\n"):
            raise InvalidEntry("codes_line_invalid", line=number)
