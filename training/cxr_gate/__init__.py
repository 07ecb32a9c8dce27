"""The gate before every chest film model: ``python -m training.cxr_gate``."""
