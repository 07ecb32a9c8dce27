"""The treatment window: a plan with its tree and choices, the drugs taken, the genes."""
