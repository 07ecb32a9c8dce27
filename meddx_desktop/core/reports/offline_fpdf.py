"""fpdf2 without its HTTP client: the one module that loads it.

fpdf2 can fetch pictures from addresses, and asks for the standard library's HTTP client when it
loads. No sheet here names an address; to make sure, it gets a client that holds nothing, and pages
may open nothing by name. So it loads in the installed program too, which carries no TLS at all.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

_CLIENT = ("urllib.request", "http", "http.client")


class _NoClient(ModuleType):
    """Stands for a module of the client while fpdf2 loads: every name in it is an empty class."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


@contextmanager
def _without_client() -> Iterator[None]:
    real = {name: sys.modules.get(name) for name in _CLIENT}
    standing = {name: _NoClient(name) for name in _CLIENT}
    standing["http"].client = standing["http.client"]  # type: ignore[attr-defined]
    sys.modules.update(standing)
    try:
        yield
    finally:
        for name, module in real.items():
            if module is None:
                del sys.modules[name]
            else:
                sys.modules[name] = module


with _without_client():
    from fpdf import FPDF
    from fpdf.enums import ResourceAccessPolicy

__all__ = ["FPDF", "ResourceAccessPolicy"]
