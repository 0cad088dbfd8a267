"""A file that holds older data: a damaged one that was set aside, or a backup from before an upgrade."""

import msgspec


class KeptFile(msgspec.Struct, frozen=True):
    """`size` in bytes, with what SQLite keeps beside it; `changed` in ms since the epoch, `age` in ms."""

    path: str
    is_backup: bool
    size: int
    changed: int
    age: int
