"""How fast the program is, beside yardsticks measured in the same run."""
