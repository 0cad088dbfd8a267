"""The agent's changes to a case: values and pure functions."""
