"""Which film a line of a label file means: by path, by file name, or by SOP Instance UID."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.errors import InvalidEntry, MedDxError
from meddx_desktop.core.imaging import read, signature, sources
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.safe_files import open_regular
from meddx_desktop.core.validation.label_file import Row, Table

_UID = re.compile(r"[0-9]+(\.[0-9]+){3,}")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A film and what is known of it."""

    source: Source
    name: str
    """Its path below the folder."""
    label: bool
    patient: str


@dataclass(frozen=True, slots=True)
class Matched:
    """The lines of a label file, each at its film."""

    films: tuple[Labelled, ...]
    without_label: tuple[str, ...]
    without_film: tuple[str, ...]
    unknown: int
    repeated: int


def match(table: Table, folder: Path, context: JobContext) -> Matched:
    """Find the film of each line.

    Raises
    ------
    InvalidEntry
        ``labels_conflict``, ``labels_ambiguous``, ``labels_match_nothing``.
    JobCancelled
        Between two files.
    """
    found = [one.source for one in sources.find([folder], context) if one.error is None]
    names = {source: name_of(source, folder) for source in found}
    rows: dict[Source, list[Row]] = defaultdict(list)
    missing = _by_name(table.rows, found, names, rows)
    if any(_UID.fullmatch(row.film) for row in missing):
        missing = _by_uid(
            missing, [source for source in found if source not in rows], rows, context
        )
    if not rows:
        raise InvalidEntry("labels_match_nothing")
    films, unknown = [], 0
    for source in found:
        if source in rows:
            label = _agreed(rows[source], names[source])
            unknown += label is None
            if label is not None:
                patient = next((row.patient for row in rows[source] if row.patient), "")
                films.append(Labelled(source, names[source], label, patient))
    return Matched(
        tuple(films),
        tuple(names[one] for one in found if one not in rows and _is_film(one)),
        tuple(dict.fromkeys(row.film for row in missing)),
        unknown,
        sum(len(said) - 1 for said in rows.values()),
    )


def name_of(source: Source, folder: Path) -> str:
    """A film's path below the folder that was chosen, as a label file writes it."""
    path = source.path
    below = path.relative_to(folder) if path.is_relative_to(folder) else path
    if source.path == folder:  # the folder is an archive
        return source.member or path.name
    return below.as_posix() + (f"/{source.member}" if source.member else "")


def _by_name(
    rows: Iterable[Row],
    found: Iterable[Source],
    names: dict[Source, str],
    taken: dict[Source, list[Row]],
) -> list[Row]:
    """Give each row to its film; returns the rows that name none."""
    whole: dict[str, Source] = {}
    short: dict[str, list[Source]] = defaultdict(list)
    for source in found:
        whole[_plain(names[source])] = whole[_plain(str(source))] = source
        short[_plain(source.name)].append(source)
    missing = []
    for row in rows:
        key = _plain(row.film)
        alike = short.get(key, [])
        if key in whole:
            taken[whole[key]].append(row)
        elif len(alike) > 1:
            raise InvalidEntry("labels_ambiguous", film=row.film[:80])
        elif alike:
            taken[alike[0]].append(row)
        else:
            missing.append(row)
    return missing


def _by_uid(
    rows: list[Row], left: list[Source], taken: dict[Source, list[Row]], context: JobContext
) -> list[Row]:
    """Open the films that no name matched, for what they are called inside."""
    wanted: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        wanted[row.film].append(row)
    holders: dict[str, Source] = {}
    for source in left:
        context.checkpoint()
        try:
            uid = read.open_film(source).instance.sop_instance_uid
        except MedDxError:
            continue  # no film, or a damaged one: nothing says that a line means it
        if uid not in wanted:
            continue
        if uid in holders:
            raise InvalidEntry("labels_ambiguous", film=uid)
        holders[uid] = source
        taken[source].extend(wanted[uid])
    return [row for row in rows if row.film not in holders]


def _agreed(rows: list[Row], name: str) -> bool | None:
    """What all lines say that say something.

    Raises
    ------
    InvalidEntry
        ``labels_conflict``.
    """
    said = {row.label for row in rows} - {None}
    if len(said) > 1:
        raise InvalidEntry("labels_conflict", film=name[:80])
    return next(iter(said), None)


def _is_film(source: Source) -> bool:
    """Whether a file without a label is a film at all, by its first bytes or its ending."""
    if source.member is not None:
        return Path(source.member).suffix.lower() in read.FILM_NAMES
    try:
        with open_regular(source.path) as file:
            return signature.kind(file.read(signature.HEAD_BYTES)) not in ("", "zip")
    except OSError:
        return True  # it can't be read: somebody should know


def _plain(name: str) -> str:
    text = unicodedata.normalize("NFC", name).replace("\\", "/").casefold()
    return text.removeprefix("./")
