"""Spelling: Hunspell in a process of its own, its dictionaries, and the agent's own words."""
