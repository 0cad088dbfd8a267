"""Text functions: comparison without letter case and accents, direction, faithful display."""
