"""The data file. All SQL is here."""
