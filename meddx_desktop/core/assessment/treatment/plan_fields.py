"""Fields of a plan's file that the files of conditions do not have, and the refusal of a file."""

from collections.abc import Iterator
from contextlib import contextmanager

from meddx_desktop.core.assessment.knowledge_evidence import source_of
from meddx_desktop.core.domain.assessment import Source
from meddx_desktop.core.errors import KnowledgeRejected
from meddx_desktop.core.notes.red_flag_fields import BadRules, Fields


def refused(code: str, file: str, entry: str, why: str = "") -> KnowledgeRejected:
    """The error for one entry of one file."""
    return KnowledgeRejected(code, file=file, entry=entry, why=why)


@contextmanager
def one_file(file: str) -> Iterator[None]:
    """Whatever is wrong within names the file.

    Raises
    ------
    KnowledgeRejected
        ``treatment_invalid``, or the code of a check.
    """
    try:
        yield
    except BadRules as error:
        raise refused("treatment_invalid", file, error.name, str(error)) from error


def optional(fields: Fields, key: str) -> float | None:
    """A number above zero; None where it is not there."""
    if key not in fields.row:
        return None
    value = fields.decimal(key)
    if not 0 < value < float("inf"):
        raise fields.bad(f"{key}: {value}")
    return value


def whole(fields: Fields, key: str) -> int | None:
    """A whole number; None where it is not there."""
    return fields.number(key) if key in fields.row else None


def sources_of(file: str, rows: list[Fields]) -> dict[str, Source]:
    """The sources of a file; one that is not complete refuses it."""
    sources: dict[str, Source] = {}
    for row in rows:
        try:
            one = source_of(row)
        except KnowledgeRejected as error:
            why = str(error.parameters.get("why", ""))
            raise refused("treatment_source_missing", file, row.name, why) from error
        if one.key in sources:
            raise refused("treatment_key_twice", file, one.key)
        sources[one.key] = one
    return sources


def opened_source(fields: Fields, sources: dict[str, Source]) -> Source:
    """The named source, which must have been opened: nothing unverified is ever advised."""
    named = fields.row.get("source", "")
    fields.taken.add("source")
    source = sources.get(named) if isinstance(named, str) else None
    if source is None or not source.is_verified:
        raise refused("treatment_source_missing", fields.file, fields.name, str(named))
    return source
