"""One function per user action, shared by window, command line and tests."""

from meddx_desktop.core.operations.application import Application as Application
from meddx_desktop.core.operations.application import open_application as open_application
