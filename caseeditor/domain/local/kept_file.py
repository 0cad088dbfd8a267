"""Old data files: a damaged one that was set aside, or a backup from before an upgrade."""

import msgspec


class KeptFile(msgspec.Struct, frozen=True):
    """An old data file.

    `size` in bytes, including SQLite's side files; `changed` in ms since the epoch, `age` in ms.
    """

    path: str
    is_backup: bool
    size: int
    changed: int
    age: int
