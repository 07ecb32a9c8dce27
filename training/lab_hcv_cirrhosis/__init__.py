"""Cirrhosis among patients with hepatitis C: the Lichtinghagen data."""
