"""Theme, font scaling, focus, high contrast."""
