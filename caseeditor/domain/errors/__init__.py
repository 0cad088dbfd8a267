"""Failures of requests, the disk and the keyring, as values."""
