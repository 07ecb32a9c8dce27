"""Diabetes by HbA1c without glucose as input, from routine chemistry: NHANES 2017-2018."""
