"""The built-in Social Gateway: real HTTP on loopback, in memory."""
