"""The clinical note of the open case."""
