"""Survival after surgery for breast cancer: the Rotterdam tumour bank."""
