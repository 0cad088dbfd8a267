"""A limit of this process's memory."""

import contextlib


def limit_memory(most: int) -> None:
    """Limit the address space (bytes) where the system can; beyond it, an allocation fails. Not on Windows."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
