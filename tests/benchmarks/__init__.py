"""Speed of the program, compared with yardsticks measured in the same run."""
