"""What leaves the store without telling whose it is: de-identified text and films."""
