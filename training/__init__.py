"""Training of the model packages under ``models/``; never imported by the program."""
