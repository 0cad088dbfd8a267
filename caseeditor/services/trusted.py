"""Who could have written a file: what holds for all users is taken from an administrator only."""

import os
import stat
import sys
from pathlib import Path


def is_trusted(path: Path) -> bool:
    """Tell whether only an administrator, or the user, could have written a file that is there. Raises OSError.

    On POSIX the file and its folder belong to root or to the user, and neither group nor others may write them. On
    Windows the file belongs to the system or to the administrators: users may create files in ProgramData, and then
    own them, but can't change what is an administrator's.
    """
    if sys.platform == "win32":
        return _owner(path) in ("S-1-5-18", "S-1-5-32-544")
    real = path.resolve(strict=True)
    return all(_is_ours(each) for each in (real, real.parent, path.parent))


def _is_ours(path: Path) -> bool:
    found = path.stat()
    return found.st_uid in (0, os.getuid()) and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _FILE, _OWNER = 1, 1

    def _owner(path: Path) -> str:
        """Return who owns a file, as the text of a SID."""
        owner, descriptor, text = ctypes.c_void_p(), ctypes.c_void_p(), wintypes.LPWSTR()
        security, kernel = ctypes.windll.advapi32, ctypes.windll.kernel32
        failed = security.GetNamedSecurityInfoW(
            str(path), _FILE, _OWNER, ctypes.byref(owner), None, None, None, ctypes.byref(descriptor)
        )
        if failed:
            raise OSError(failed, "no owner")
        try:
            if not security.ConvertSidToStringSidW(owner, ctypes.byref(text)):
                raise OSError(0, "no owner")
            found = text.value or ""
            kernel.LocalFree(text)
            return found
        finally:
            kernel.LocalFree(descriptor)
