"""The grid of attributes."""
