"""The faults of ../shared/faults.md, each injected against the real program."""
