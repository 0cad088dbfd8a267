"""The file of batches."""
