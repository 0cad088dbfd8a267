"""Failures as values: of a request, of the disk, of the keyring."""
