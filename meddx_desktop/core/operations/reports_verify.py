"""Is a file the report that this store let out, and is the trail that says so whole?"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations.access import Desk
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.interrupted import going_on
from meddx_desktop.core.operations.trail import Proof, parse_heads, prove
from meddx_desktop.core.safe_files import open_regular
from meddx_desktop.core.store.audit import AuditEntry

__all__ = ["Verified", "verify"]

_EXPORTED = "report_exported"
_LOOKS = frozenset(
    {
        "case_handed_over",
        "case_opened",
        "draft_recovered",
        "labs_exported",
        "labs_printed",
        "note_flag_seen",
        "note_flag_unseen",
        "note_identity_warned",
        "report_exported",
        "report_printed",
    }
)
"""Everything else makes a report that was let out before no longer the last word."""
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Verified:
    """What is known of a file.

    Attributes
    ----------
    code : str
        ``report_unchanged``, ``report_superseded`` (unchanged, and the case has changed since) or
        ``report_unknown`` (changed since it was let out, or never let out here).
    sha256 : str
        Of the file.
    proof : Proof
        The trail, held against the mark of the signature where the report had one.
    at, by, case_id, kind, format, state : str
        Of the export; empty for a file that is not known.
    """

    code: str
    sha256: str
    proof: Proof
    at: str = ""
    by: str = ""
    case_id: str = ""
    kind: str = ""
    format: str = ""
    state: str = ""

    @property
    def is_sound(self) -> bool:
        """Whether the file is as it was let out and the trail is whole."""
        return self.code != "report_unknown" and self.proof.problem is None


def verify(app: Application, path: Path, *, context: JobContext | None = None) -> Verified:
    """Look for a file in the audit trail, and prove the trail.

    Raises
    ------
    InvalidEntry
        ``report_unreadable``: there is no such file, or it can't be read.
    NotPermitted, StoreRefused, JobCancelled
        ``not_permitted``; ``store_locked`` or ``stopped_by_lock``.
    """
    digest = _digest(path)
    with app.access.using(Action.READ_AUDIT) as desk:
        entry, changed = _found(app, desk, digest, context)
        details = json.loads(entry.details) if entry else {}
        heads = parse_heads([str(details.get("printed_hash", ""))])
        proof = prove(app, desk, heads, context=context)
        code = "report_unknown"
        if entry is not None:
            code = "report_superseded" if changed else "report_unchanged"
        problem = proof.problem.code if proof.problem else "audit_whole"
        desk.tell("report_verified", code=f"{code}, {problem}", sha256=digest)
    if entry is None:
        return Verified(code, digest, proof)
    return Verified(
        code,
        digest,
        proof,
        at=entry.at_local,
        by=entry.user,
        case_id=entry.case_id,
        kind=str(details.get("kind", "")),
        format=str(details.get("format", "")),
        state=str(details.get("state", "")),
    )


def _digest(path: Path) -> str:
    found = hashlib.sha256()
    try:
        with open_regular(path) as file:
            while block := file.read(_BLOCK):
                found.update(block)
    except OSError as error:
        raise InvalidEntry("report_unreadable", file=path.name) from error
    return found.hexdigest()


def _found(
    app: Application, desk: Desk, digest: str, context: JobContext | None
) -> tuple[AuditEntry | None, bool]:
    """The last export of such a file, and whether its case changed afterwards."""
    entry: AuditEntry | None = None
    changed = False
    for one in desk.store.audit.rows():
        going_on(app, context)
        if one.action == _EXPORTED and _is_of(one, digest):
            entry, changed = one, False
        elif entry and entry.case_id and one.case_id == entry.case_id:
            changed |= one.action not in _LOOKS
    return entry, changed


def _is_of(entry: AuditEntry, digest: str) -> bool:
    """Whether an entry tells of this file; a changed entry tells nothing, and `prove` names it."""
    try:
        details = json.loads(entry.details)
    except ValueError:
        return False
    return isinstance(details, dict) and details.get("sha256") == digest
