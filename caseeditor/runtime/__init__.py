"""Threads: the background worker, and executors for blocking work. Only this package handles threads."""
