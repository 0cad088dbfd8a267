"""The outbox: delivery of pending submissions."""
