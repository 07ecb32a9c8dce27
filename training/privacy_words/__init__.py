"""Lists of English names and of words that are none, for de-identified text."""
