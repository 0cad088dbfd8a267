"""Messages and notes of a case in the order they happened."""
