"""Small parts that more than one place of the window uses."""
