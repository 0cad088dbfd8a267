"""The queue: due times, order, merging of pages."""
