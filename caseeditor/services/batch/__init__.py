"""Batches: reading the cases, running the plan, files."""
