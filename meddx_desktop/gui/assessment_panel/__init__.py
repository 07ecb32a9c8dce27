"""What the models said about the selected film, ranked, with the clinician's word beside it."""
