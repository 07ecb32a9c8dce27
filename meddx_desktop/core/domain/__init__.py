"""What the program speaks about, as frozen dataclasses of the standard library alone."""
