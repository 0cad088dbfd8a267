"""Rows, cards and entries of lists."""
