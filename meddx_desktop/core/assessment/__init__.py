"""Image, note and results of one case together: conditions with their evidence, and alerts."""
