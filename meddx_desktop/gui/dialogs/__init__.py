"""Windows that ask for something or list something."""
