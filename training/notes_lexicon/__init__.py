"""The lexicon of the notes: from the terminologies to the compact files of the program."""
