"""Review, conflicts, and copies of the changes."""
