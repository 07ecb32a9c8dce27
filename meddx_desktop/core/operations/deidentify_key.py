"""Under which key, and as whom, somebody's copies leave: the same for notes and films.

With a store the key is made from one that the store keeps for its life, so that what is exported
next year fits what was exported today. Without one it is drawn for a single run and forgotten.
"""

from meddx_desktop.core.crypto import KEY_BYTES, keyed_hash, random_bytes
from meddx_desktop.core.domain.patient import Patient
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.operations.access import Desk
from meddx_desktop.core.operations.application import Application

_PURPOSE = b"key of what leaves without identifiers"


def store_key(desk: Desk) -> bytes:
    """The key of this store's de-identified copies."""
    return keyed_hash(desk.keys.audit_key, _PURPOSE)


def export_key(app: Application | None) -> bytes:
    """The key of the store for whom may export; without a store one for this run alone.

    Raises
    ------
    NotPermitted, StoreRefused
        ``not_permitted``; ``store_locked``.
    """
    if app is None:
        return random_bytes(KEY_BYTES)
    with app.access.using(Action.EXPORT_DEIDENTIFIED) as desk:
        return store_key(desk)


def who(patient: Patient, otherwise: str) -> str:
    """What tells a person from others; `otherwise` for somebody not identified."""
    if not patient.is_identified:
        return otherwise
    return f"{patient.patient_id}\n{patient.name.shown}\n{patient.birth_date or ''}"
