"""Clinical language in English and Chinese: from the text of a note to what it says."""
