"""Who the open case belongs to, and the vital signs at the bedside."""
