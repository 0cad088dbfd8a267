"""The part *Changes* of the page."""
