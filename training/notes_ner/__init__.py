"""The tagger of notes: diseases and chemicals in English text, on top of the encoder."""
