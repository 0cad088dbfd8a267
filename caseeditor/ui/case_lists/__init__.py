"""Lists of cases: search and recent."""
