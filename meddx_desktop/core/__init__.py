"""Everything that works without Qt: reading, screening, cases, and the operations on them."""
