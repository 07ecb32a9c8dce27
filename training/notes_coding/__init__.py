"""The coder of notes: short vectors of ICD-10-CM codes, and the network that makes more of them."""
