"""The page of a batch: cases, changes, plan, run, results. Imported when the first batch opens."""
