"""Names and values that the grid offers."""
