"""The program's folders, and permissions of the files in them."""

import os
import stat
from pathlib import Path

DATA_FILE = "caseeditor.sqlite"
BATCH_FILE = "batches.sqlite3"
_OURS = (f"{DATA_FILE}*", f"{BATCH_FILE}*", "caseeditor.log*", "running.*", "settings.json*", "last-policy.json")


def make_private(folder: Path) -> None:
    """Create a folder and its missing parents for their user only. Raises OSError."""
    for each in (*reversed(folder.parents), folder):
        if not each.exists():
            each.mkdir(mode=0o700, exist_ok=True)


def make_files_private() -> None:
    """Make all files created by this process private to the user. POSIX only: on Windows, the folder's rights apply."""
    if os.name == "posix":
        os.umask(0o077)


def tighten(*folders: Path) -> tuple[Path, ...]:
    """Revoke all permissions of others on the program's folders and files; return the paths for which that failed."""
    if os.name != "posix":
        return ()
    found = dict.fromkeys(path for folder in dict.fromkeys(folders) for path in _within(folder))
    return tuple(path for path in found if not _is_tight(path))


def _within(folder: Path) -> list[Path]:
    try:
        return [folder, *sorted(path for pattern in _OURS for path in folder.glob(pattern))] if folder.exists() else []
    except OSError:  # unreadable folder: the store reports it
        return []


def _is_tight(path: Path) -> bool:
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & 0o077:
            path.chmod(mode & 0o700)
            mode = stat.S_IMODE(path.stat().st_mode)  # some file systems accept the mode and ignore it
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return not mode & 0o077
