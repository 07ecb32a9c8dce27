"""Malignancy of a breast mass from a fine-needle aspirate: the Wisconsin data."""
