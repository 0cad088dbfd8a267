"""The list of all messages and notes, and cards in the window."""
