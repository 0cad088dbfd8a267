"""The faults of FAULTS.md, each injected against the real program."""
