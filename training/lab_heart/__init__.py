"""Coronary disease at angiography, three sites of the 1980s, each left out in turn."""
