"""The way to a scheduler: its file, the certificates, and nothing without encryption."""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import dask
from distributed import Client, Security

from meddx_desktop.cluster.quiet import SETTINGS
from meddx_desktop.core.errors import InvalidEntry, MedDxError

log = logging.getLogger(__name__)

_TLS = "tls://"
_CONNECT = "15s"
_LONGEST = 2**20


@dataclass(frozen=True, slots=True)
class Certificates:
    """Files in PEM; what is None stands in Dask's own configuration."""

    ca: Path | None = None
    certificate: Path | None = None
    key: Path | None = None
    """Left out where the certificate's file holds it too."""

    def security(self, role: str = "client") -> Security:
        """Encryption as Dask wants it, for a ``client``, ``scheduler`` or ``worker``.

        Raises
        ------
        InvalidEntry
            ``cluster_no_certificates``, ``cluster_certificate_unreadable``.
        """
        given = {
            "tls_ca_file": self.ca,
            f"tls_{role}_cert": self.certificate,
            f"tls_{role}_key": self.key,
        }
        for path in given.values():
            if path is not None and not path.is_file():
                raise InvalidEntry("cluster_certificate_unreadable", file=str(path))
        known = {name: str(path) for name, path in given.items() if path is not None}
        security = Security(require_encryption=True, **known)
        if not (security.tls_ca_file and getattr(security, f"tls_{role}_cert")):
            raise InvalidEntry("cluster_no_certificates")
        try:
            security.get_connection_args(role)
        except OSError as error:  # ssl's own errors among them: no PEM, a key of another one
            named = self.certificate or self.ca or ""
            raise InvalidEntry("cluster_certificate_unreadable", file=str(named)) from error
        return security


def address_in(file: Path) -> str:
    """The address that a scheduler wrote into its file.

    Raises
    ------
    InvalidEntry
        ``cluster_file_unreadable``; ``cluster_not_encrypted`` where it listens without TLS.
    """
    try:
        with file.open("rb") as stream:
            address = json.loads(stream.read(_LONGEST))["address"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InvalidEntry("cluster_file_unreadable", file=str(file)) from error
    if not isinstance(address, str) or not address.startswith(_TLS):
        raise InvalidEntry("cluster_not_encrypted", file=str(file))
    return address


@contextmanager
def connected(file: Path, certificates: Certificates) -> Iterator[Client]:
    """A client of the scheduler that wrote `file`, while the block lasts.

    Raises
    ------
    InvalidEntry
        As `address_in` and `Certificates.security`.
    MedDxError
        ``cluster_unreachable``.
    """
    address, security = address_in(file), certificates.security()
    with dask.config.set(SETTINGS):
        try:
            client = Client(address, security=security, timeout=_CONNECT, set_as_default=False)
        except OSError as error:
            raise MedDxError("cluster_unreachable", address=address) from error
        log.info("connected to a cluster")
        try:
            yield client
        finally:
            client.close(timeout=5)
