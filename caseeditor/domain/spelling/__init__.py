"""Spelling: the words of a text that can be checked, and the language that they are in."""
