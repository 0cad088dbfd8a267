"""The queue: the list of cases by due time."""
