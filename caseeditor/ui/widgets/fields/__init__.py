"""Fields for text, and their editing."""
