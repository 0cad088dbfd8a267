"""Templates and their dialogs."""
