"""Notices on the desktop about cases that need the agent."""
