"""The tabs of cases, and the window's title."""
