"""The desktop that the program runs on: notices, and its entry in docks. Linux only."""
