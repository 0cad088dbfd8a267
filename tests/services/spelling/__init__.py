"""The spelling check over real dictionaries."""
