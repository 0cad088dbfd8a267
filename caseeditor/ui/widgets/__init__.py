"""Widgets and helpers that features share."""
