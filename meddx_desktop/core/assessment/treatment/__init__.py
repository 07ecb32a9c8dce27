"""Treatment suggestions for a confirmed condition, and their checks against the case."""
