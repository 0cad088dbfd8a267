"""One running program per data folder."""
