"""The list of pending submissions."""
