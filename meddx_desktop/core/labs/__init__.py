"""Laboratory results: readers of files and text, then what they mean."""
