"""The tags of a case."""
