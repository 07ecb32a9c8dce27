"""One module for each sort of mention; each gives its finds, `mentions.py` settles overlaps."""
