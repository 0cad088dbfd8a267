"""Batches: reading the cases, running the plan, files."""

TABLE_HELPER_ARGUMENT = "--table-helper"
"""The only argument of the program that starts the process which reads a spreadsheet."""
