"""The part *Results* of the page."""
