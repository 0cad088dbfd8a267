"""The progress of batches in the taskbar. Nothing of it is imported before one runs."""
