"""Cases and the agent's edits as immutable values and pure functions: no Qt, no I/O, no clock."""
