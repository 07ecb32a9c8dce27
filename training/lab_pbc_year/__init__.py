"""Death within a year in primary biliary cholangitis: the Mayo follow-up visits."""
