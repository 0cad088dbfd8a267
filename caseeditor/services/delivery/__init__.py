"""The outbox: submissions on their way to the server."""
