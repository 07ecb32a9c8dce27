"""Liver steatosis by elastography (CAP), from routine chemistry: NHANES 2017-2018."""
