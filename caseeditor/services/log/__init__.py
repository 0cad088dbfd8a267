"""The log file, and protection of secrets in files."""
