"""The words of a text that are checked, and its language."""
