"""Folders of the program's own, and the rights on what is in them."""

import os
import stat
from pathlib import Path

DATA_FILE = "caseeditor.sqlite"
_OURS = (f"{DATA_FILE}*", "caseeditor.log*", "running.*", "settings.json*", "last-policy.json")


def make_private(folder: Path) -> None:
    """Make a folder, and those above it that are missing, for their user only. Raises OSError."""
    for each in (*reversed(folder.parents), folder):
        if not each.exists():
            each.mkdir(mode=0o700, exist_ok=True)


def make_files_private() -> None:
    """Have every file that this process makes belong to its user alone. POSIX only: Windows folders inherit that."""
    if os.name == "posix":
        os.umask(0o077)


def tighten(*folders: Path) -> tuple[Path, ...]:
    """Take from others every right on the program's folders and files; returns those that they still have one on."""
    if os.name != "posix":
        return ()
    found = dict.fromkeys(path for folder in dict.fromkeys(folders) for path in _within(folder))
    return tuple(path for path in found if not _is_tight(path))


def _within(folder: Path) -> list[Path]:
    try:
        return [folder, *sorted(path for pattern in _OURS for path in folder.glob(pattern))] if folder.exists() else []
    except OSError:  # a folder that can't be read: the store says so
        return []


def _is_tight(path: Path) -> bool:
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & 0o077:
            path.chmod(mode & 0o700)
            mode = stat.S_IMODE(path.stat().st_mode)  # some file systems take it and keep none
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return not mode & 0o077
