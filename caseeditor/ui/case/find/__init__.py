"""Finding text in a case."""
