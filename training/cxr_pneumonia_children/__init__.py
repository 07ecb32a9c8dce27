"""Pneumonia in children of 1 to 5 years: ``python -m training.cxr_pneumonia_children``."""
