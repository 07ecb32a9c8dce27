"""Significant liver stiffness by elastography, from routine chemistry: NHANES 2017-2018."""
