"""A batch's changes, and its plan."""
