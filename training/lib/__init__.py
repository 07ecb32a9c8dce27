"""What every model's training shares: films, features, head, calibration, export, package."""
