"""The topic classifier of notes: which section an unlabelled text belongs to."""
