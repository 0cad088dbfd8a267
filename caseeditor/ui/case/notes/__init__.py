"""The notes of a case."""
