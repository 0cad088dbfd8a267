"""Spelling: Hunspell in a process of its own, its dictionaries, and the agent's own words."""

HELPER_ARGUMENT = "--spelling-helper"
"""The only argument of the program that starts the process."""
