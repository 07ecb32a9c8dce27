"""Notes of people who do not exist, with the places of every identifier planted in them."""
