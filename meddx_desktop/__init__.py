"""MedDx Desktop: offline screening support for chest films, notes and laboratory results."""

__version__ = "0.1.0"
