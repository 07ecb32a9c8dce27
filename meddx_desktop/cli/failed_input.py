"""The line of a table for an input that failed: which, the stable code, a plain sentence."""

from meddx_desktop.cli.output import printable
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.words import Translate, sentence, terminal


def failed_line(path: str, error: MedDxError, translate: Translate) -> str:
    """What is printed for `path`, in the language of `translate`."""
    words = sentence(error.code, error.parameters, translate)
    return printable(f"{path}: {terminal('failed', translate)} [{error.code}] {words}")
