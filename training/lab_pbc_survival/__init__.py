"""Survival in primary biliary cholangitis: the Mayo trial and its registry."""
