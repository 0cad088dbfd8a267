"""Messages and their texts."""
