"""The Image tab: the selected film, how it is looked at, and where the model looked."""
