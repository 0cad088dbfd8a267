"""The log file, and what keeps secrets out of files."""
