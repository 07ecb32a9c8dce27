"""The laboratory lines of the open case."""
