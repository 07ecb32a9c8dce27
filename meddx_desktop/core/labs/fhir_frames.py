"""DiagnosticReports and panels: what they say about the Observations that they hold."""

from meddx_desktop.core.labs.fhir_entries import Document, Entry, References, parts
from meddx_desktop.core.labs.fhir_results import Frame, is_header
from meddx_desktop.core.labs.fhir_values import shown_of

_WITHDRAWN = frozenset({"cancelled", "entered-in-error"})


def frames(entries: list[Entry], references: References, document: Document) -> dict[int, Frame]:
    """What is known from outside about each Observation, by the identity of its entry.

    A result that a report or a panel names and that is not in the file is told, not passed over.
    """
    found: dict[int, Frame] = {}
    for entry in entries:
        if entry.kind == "DiagnosticReport":
            _report(entry, references, document, found)
    for entry in entries:
        if entry.kind == "Observation":
            _panel(entry, references, document, found)
    return found


def _report(
    entry: Entry, references: References, document: Document, found: dict[int, Frame]
) -> None:
    report = entry.resource
    name = shown_of(report.get("code"))
    specimens = [references.find(one, entry) for one in parts(report, "specimen")]
    samples = [specimen for specimen in specimens if specimen]
    results = parts(report, "result")
    for number, reference in enumerate(results, 1):
        target = references.find(reference, entry)
        if target is None or target.kind != "Observation":
            document.reject(f"{entry.place}, result {number}", reference, "reference_missing")
            continue
        frame = found.setdefault(id(target), Frame())
        frame.panel = frame.panel or name
        frame.is_reported = True
        frame.is_withdrawn |= report.get("status") in _WITHDRAWN
        frame.specimens = frame.specimens or samples
    if not results:
        # Words, a PDF or pictures, but no result that could stand in a line.
        document.reject(entry.place, report, "report_without_results")


def _panel(
    entry: Entry, references: References, document: Document, found: dict[int, Frame]
) -> None:
    observation = entry.resource
    own = found.get(id(entry))
    for number, reference in enumerate(parts(observation, "hasMember"), 1):
        target = references.find(reference, entry)
        if target is None:
            document.reject(f"{entry.place}, member {number}", reference, "reference_missing")
        elif target is not entry and target.kind == "Observation":
            frame = found.setdefault(id(target), Frame())
            frame.panel = shown_of(observation.get("code")) or frame.panel
            if is_header(observation) and own:
                frame.is_reported |= own.is_reported
                frame.is_withdrawn |= own.is_withdrawn
                frame.specimens = frame.specimens or own.specimens
