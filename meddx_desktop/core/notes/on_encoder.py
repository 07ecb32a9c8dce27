"""What coder, tagger and topics share: a network that takes the rows of the one encoder."""

from typing import Any

from numpy.typing import NDArray

from meddx_desktop.core.errors import ModelRejected
from meddx_desktop.core.inference.package import Package
from meddx_desktop.core.inference.text import Text
from meddx_desktop.core.notes.encoder import Encoder, Floats, Opens


class OnEncoder:
    """A package on top of the encoder. Thread-safe.

    Parameters
    ----------
    package
        Of a task for texts, which passed its checks.
    session
        Opens a network and remembers it (`SessionPool.session`); called at the first text.
    encoder
        The one that the package was made for.

    Raises
    ------
    ModelRejected
        ``model_manifest_invalid``: it was made for another encoder.
    """

    def __init__(self, package: Package, session: Opens, encoder: Encoder) -> None:
        self._text = require_encoder(package, encoder)
        self.package, self._open, self._encoder = package, session, encoder

    def _run(self, rows: NDArray[Any], output: str) -> Floats:
        return self._open(self.package).run(rows)[output]


def require_encoder(package: Package, encoder: Encoder) -> Text:
    """Refuse a package that learnt from another encoder's numbers; what it says of texts.

    Raises
    ------
    ModelRejected
        ``model_manifest_invalid``.
    """
    text = package.manifest.text
    if text is None or text.encoder != (encoder.package.name, encoder.sha256):
        raise ModelRejected("model_manifest_invalid", name=package.name, field="text.encoder")
    return text
