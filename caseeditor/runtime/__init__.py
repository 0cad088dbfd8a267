"""Threads: the background worker and executors for blocking work. The only package that knows them."""
