"""Where plain copies may go: never among the encrypted records, which they would damage."""

from pathlib import Path

from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.store.restore import holds_records


def refuse_records(target: Path) -> None:
    """Refuse a place inside a case store or a backup, whoever asks and however.

    A copy written over the key file would close the store for ever; one beside the films would be
    swept away, or be carried along as if it were encrypted.

    Raises
    ------
    InvalidEntry
        ``export_inside_records``.
    """
    place = target.resolve()
    for folder in (place, *place.parents):
        if holds_records(folder):
            raise InvalidEntry("export_inside_records", folder=folder.name)
