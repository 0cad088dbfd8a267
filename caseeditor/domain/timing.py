"""Every waiting time of the program, in one value."""

import msgspec


class Timing(msgspec.Struct, frozen=True, kw_only=True):
    """How long things may take, in seconds. Tests shorten it; nothing else does."""

    connecting: float = 10.0
    reading: float = 20.0
    updating: float = 30.0
    keyring: float = 10.0
    closing: float = 3.0
