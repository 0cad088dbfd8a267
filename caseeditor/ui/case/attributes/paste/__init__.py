"""Text that is pasted into the grid, typed in bulk, or copied from it."""
