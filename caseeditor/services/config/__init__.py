"""Settings, policy files and folders."""
