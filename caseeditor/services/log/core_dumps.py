"""Protection of the process's memory, which contains access tokens, from crash dumps."""

import contextlib
import sys
from pathlib import Path


def forbid_core_dumps() -> None:
    """Disable memory dumps of crashes. Call first at a start; children inherit it.

    POSIX: no core file. Linux also passes cores to collectors regardless of that limit; these get one without mapped
    memory. The process stays dumpable (`PR_SET_DUMPABLE`): otherwise its `/proc` entry would belong to root, and
    desktop portals would reject it. Windows: no error report, and no heap in one that an administrator forces.
    """
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - Windows only

        kernel = ctypes.WinDLL("kernel32")
        kernel.SetErrorMode(kernel.GetErrorMode() | _NO_FAULT_BOX)
        with contextlib.suppress(AttributeError):
            kernel.WerSetFlags(_NO_HEAP)
        return
    import resource  # noqa: PLC0415 - POSIX only

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            Path("/proc/self/coredump_filter").write_text("0", "ascii")


_NO_FAULT_BOX = 0x0002
"""SEM_NOGPFAULTERRORBOX."""
_NO_HEAP = 0x0001
"""WER_FAULT_REPORTING_FLAG_NOHEAP."""
