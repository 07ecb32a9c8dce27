"""The resources of a FHIR file, each with its place, and the references between them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import RejectedLine
from meddx_desktop.core.errors import UnreadableResults
from meddx_desktop.core.labs.fhir_json import TWICE, decode, load, shown
from meddx_desktop.core.labs.limits import BUNDLES_DEEP, shortened

Resource = dict[str, Any]


@dataclass(slots=True, eq=False)
class Entry:
    """One resource of the file."""

    place: str
    resource: Resource
    url: str = ""
    parent: "Entry | None" = None
    """The resource that contains it."""

    @property
    def kind(self) -> str:
        """The resource's type."""
        return str(self.resource.get("resourceType", ""))

    @property
    def name(self) -> str:
        """Type and id, as relative references have it; empty without an id."""
        identity = self.resource.get("id")
        return f"{self.kind}/{identity}" if isinstance(identity, str) and identity else ""


@dataclass(slots=True)
class Document:
    """Everything in a file, before any of it is understood."""

    entries: list[Entry] = field(default_factory=list)
    rejected: list[RejectedLine] = field(default_factory=list)
    versions: list[str] = field(default_factory=list)

    def reject(
        self, place: str, value: object, code: str, /, **parameters: str | int | float
    ) -> None:
        """Keep something that is no readable resource."""
        reason = Reason(code, dict(parameters))
        self.rejected.append(RejectedLine(place, shortened(shown(value)), reason))


def read_document(data: bytes) -> tuple[Document, str]:
    """Take a file apart: a Bundle, one resource, an array of them, or one a line.

    Returns
    -------
    tuple[Document, str]
        What it holds, and its text.

    Raises
    ------
    UnreadableResults
        Damage with its place, or ``fhir_not_fhir``.
    """
    text = decode(data)
    document = Document()
    try:
        root = load(text)
    except UnreadableResults as error:
        if error.code not in {"json_damaged", "json_truncated"} or not _read_lines(text, document):
            raise
        return document, text
    if isinstance(root, list):
        for number, item in enumerate(root, 1):
            _take(document, f"item {number}", item, "", 0)
    elif isinstance(root, dict) and "resourceType" in root:
        if TWICE in root and root["resourceType"] == "Bundle":
            raise UnreadableResults("json_key_twice", key=str(root[TWICE])[:40])
        _take(document, "resource", root, "", 0)
    else:
        raise UnreadableResults("fhir_not_fhir")
    return document, text


def _read_lines(text: str, document: Document) -> bool:
    """One resource a line (NDJSON); False when the file is none of that kind."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if len(lines) < 2:
        return False
    found = Document()
    for number, line in lines:
        try:
            _take(found, f"line {number}", load(line), "", 0)
        except UnreadableResults:
            reason = Reason("json_line_damaged")
            found.rejected.append(RejectedLine(f"line {number}", shortened(line), reason))
    document.entries, document.rejected = found.entries, found.rejected
    document.versions = found.versions
    return bool(found.entries)


def _take(document: Document, place: str, value: object, url: str, depth: int) -> None:
    if not isinstance(value, dict) or not isinstance(value.get("resourceType"), str):
        document.reject(place, value, "resource_unknown")
        return
    if value["resourceType"] == "Bundle":
        if depth >= BUNDLES_DEEP:
            document.reject(place, value, "json_too_deep")
        else:
            _take_bundle(document, "" if place == "resource" else f"{place}, ", value, depth)
        return
    entry = Entry(place, value, url)
    document.entries.append(entry)
    contained = value.get("contained")
    for number, inner in enumerate(contained if isinstance(contained, list) else [], 1):
        if isinstance(inner, dict) and isinstance(inner.get("resourceType"), str):
            where = f"{place}, contained {number}"
            document.entries.append(Entry(where, inner, parent=entry))


def _take_bundle(document: Document, before: str, bundle: Resource, depth: int) -> None:
    entries = bundle.get("entry", [])
    if TWICE in bundle or not isinstance(entries, list):
        document.reject(
            before.rstrip(", ") or "resource", bundle, "resource_invalid", field="entry"
        )
        return
    for number, entry in enumerate(entries, 1):
        place = f"{before}entry {number}"
        if not isinstance(entry, dict):
            document.reject(place, entry, "resource_unknown")
        elif TWICE in entry:
            document.reject(place, entry, "json_key_twice", key=str(entry[TWICE])[:40])
        elif "resource" in entry:
            url = entry.get("fullUrl")
            url = url if isinstance(url, str) else ""
            _take(document, place, entry["resource"], url, depth + 1)


def part(holder: Resource, name: str) -> Resource:
    """An element that is an object; an empty one where there is none."""
    found = holder.get(name)
    return found if isinstance(found, dict) else {}


def parts(holder: Resource, name: str) -> list[Resource]:
    """The objects of an element that repeats; the library lets empty places pass."""
    found = holder.get(name)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


class References:
    """Finds what a reference points to: in the same resource, by full URL, by type and id."""

    def __init__(self, entries: list[Entry]) -> None:
        self._by_url: dict[str, list[Entry]] = {}
        self._by_name: dict[str, list[Entry]] = {}
        self._contained: dict[tuple[int, str], Entry] = {}
        for entry in entries:
            if entry.parent is not None:
                key = (id(entry.parent), str(entry.resource.get("id", "")))
                self._contained.setdefault(key, entry)
                continue
            if entry.url:
                self._by_url.setdefault(entry.url, []).append(entry)
            if entry.name:
                self._by_name.setdefault(entry.name, []).append(entry)

    def find(self, reference: object, owner: Entry) -> Entry | None:
        """The entry that a Reference element of `owner` means; None when it is not in the file."""
        target = reference.get("reference") if isinstance(reference, dict) else None
        if not isinstance(target, str) or not target:
            return None
        if target.startswith("#"):
            holder = owner.parent or owner
            return self._contained.get((id(holder), target[1:]))
        target = target.split("/_history/")[0]
        for found in self._candidates(target):
            # Two different resources of one name: it is not for a program to choose.
            if all(other.resource == found[0].resource for other in found[1:]):
                return found[0]
        return None

    def _candidates(self, target: str) -> Iterator[list[Entry]]:
        if target in self._by_url:
            yield self._by_url[target]
        name = "/".join(target.split("/")[-2:])
        if name in self._by_name:
            yield self._by_name[name]
        identity = target.removeprefix("urn:uuid:")
        if identity != target:
            yield from (
                self._by_name[name]
                for name in (
                    f"{kind}/{identity}" for kind in ("Patient", "Specimen", "Observation")
                )
                if name in self._by_name
            )
