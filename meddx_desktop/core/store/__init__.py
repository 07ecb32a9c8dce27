"""Where cases and the audit trail are kept."""
