"""The part *Plan* of the page."""
