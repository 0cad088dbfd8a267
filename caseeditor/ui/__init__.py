"""The window. Views and models know sessions, never services."""
