"""The history of submissions."""
