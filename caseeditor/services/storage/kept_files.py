"""Damaged files that were set aside, and backups from before upgrades. They contain customers' data. Raises OSError."""

import contextlib
from pathlib import Path

from caseeditor.domain.local.kept_file import KeptFile
from caseeditor.runtime.held_files import AT_ONCE, HeldFiles
from caseeditor.services.config.folder import BATCH_FILE, DATA_FILE

_ASIDE, _BACKUP = (f"{BATCH_FILE}.corrupt-", f"{DATA_FILE}.corrupt-"), f"{DATA_FILE}.before-"
_BESIDE = ("-wal", "-shm", "-journal")


def kept_files(folder: Path, now: int) -> tuple[KeptFile, ...]:
    """List the files, newest first; `now` in ms."""
    found = [_kept(path, parts, now) for path, parts in _parts(folder).items()]
    return tuple(sorted(found, key=lambda each: -each.changed))


def delete_kept(folder: Path, held: HeldFiles, before: int | None = None) -> None:
    """Delete files last changed before a time (ms), or all of them. One that stays does not keep the others.

    Only the first that is held is waited for: drafts are saved on the same thread.
    """
    found = _parts(folder).items()
    old = [part for path, parts in found if before is None or _kept(path, parts, 0).changed < before for part in parts]
    failed: list[OSError] = []
    for part in old:
        try:
            held.remove(part)
        except OSError as error:
            failed.append(error)
            held = AT_ONCE
    if failed:
        raise failed[0]


def _parts(folder: Path) -> dict[Path, list[Path]]:
    """Group each file with SQLite's side files."""
    found: dict[Path, list[Path]] = {}
    for path in sorted(folder.glob("*")):
        if path.name.startswith((*_ASIDE, _BACKUP)):
            ending = next((each for each in _BESIDE if path.name.endswith(each)), "")
            found.setdefault(path.with_name(path.name.removesuffix(ending)), []).append(path)
    return found


def _kept(path: Path, parts: list[Path], now: int) -> KeptFile:
    stats = []
    for part in parts:
        with contextlib.suppress(FileNotFoundError):
            stats.append(part.stat())
    changed = max((each.st_mtime_ns // 1_000_000 for each in stats), default=now)
    is_backup = path.name.startswith(_BACKUP)
    return KeptFile(str(path), is_backup, sum(each.st_size for each in stats), changed, max(now - changed, 0))
