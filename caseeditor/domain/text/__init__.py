"""Texts as such: comparison without case and accents, direction, exact display."""
