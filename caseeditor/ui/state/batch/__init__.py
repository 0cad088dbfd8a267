"""The state of batches in the window."""
