"""One function per user action, shared by window, command line and tests."""

from meddx_desktop.core.operations.application import Application, open_application

__all__ = ["Application", "open_application"]
