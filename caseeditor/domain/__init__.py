"""What a case is and what the agent did to it. Pure: no Qt, no I/O, no clock of its own."""
