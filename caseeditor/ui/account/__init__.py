"""Signing in, moving to another server, other accounts' work."""
