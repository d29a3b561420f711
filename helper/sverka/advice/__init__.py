"""What to do about a group: one rule is one named function; texts and sources are data."""
