"""Checks of write access to files: settings for all users must come from an administrator."""

import os
import stat
import sys
from pathlib import Path

from caseeditor.services.config.windows_rights import OF_FILES, OF_FOLDERS, is_safe


def is_trusted(path: Path) -> bool:
    """Check that only an administrator or the user could have written an existing file. Raises OSError.

    On POSIX, the file and its folder belong to root or the user, and neither group nor others may write them. On
    Windows, both belong to the system or the administrators, and nobody else may write the file or replace it through
    the folder.
    """
    real = path.resolve(strict=True)
    return _is_safe_file(real) and all(map(is_trusted_folder, (real.parent, path.parent)))


def is_trusted_folder(folder: Path) -> bool:
    """Check the same for a folder. Raises OSError."""
    return _is_safe_folder(folder)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _FILE = 1
    _OWNER, _ENTRIES = 1, 4
    _REVISION = 1

    def _is_safe_file(path: Path) -> bool:
        return is_safe(_descriptor(path), OF_FILES)

    def _is_safe_folder(path: Path) -> bool:
        return is_safe(_descriptor(path), OF_FOLDERS)

    def _descriptor(path: Path) -> str:
        """Return the owner and access list of a file or folder in SDDL. Raises OSError."""
        descriptor, text = ctypes.c_void_p(), wintypes.LPWSTR()
        security, kernel = ctypes.WinDLL("advapi32"), ctypes.WinDLL("kernel32")
        failed = security.GetNamedSecurityInfoW(
            str(path), _FILE, _OWNER | _ENTRIES, None, None, None, None, ctypes.byref(descriptor)
        )
        if failed:
            raise OSError(failed, "no owner")
        try:
            if not security.ConvertSecurityDescriptorToStringSecurityDescriptorW(
                descriptor, _REVISION, _OWNER | _ENTRIES, ctypes.byref(text), None
            ):
                raise OSError(0, "no owner")
            found = text.value or ""
            kernel.LocalFree(text)
            return found
        finally:
            kernel.LocalFree(descriptor)

else:

    def _is_safe_file(path: Path) -> bool:
        found = path.stat()
        return found.st_uid in (0, os.getuid()) and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)

    _is_safe_folder = _is_safe_file
