"""What was found of an installation: a part, whether it works, and what tells more."""

import enum

import msgspec

from caseeditor.domain.errors.failure import Failure
from caseeditor.domain.errors.keyring import KeyringProblem


class Result(enum.Enum):
    """How a part is."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


class Part(enum.Enum):
    """What was looked at."""

    FOLDER = "folder"
    KEYRING = "keyring"
    SERVER = "server"
    TOKEN = "token"  # noqa: S105 - a part's name


class Finding(msgspec.Struct, frozen=True):
    """How a part is. `where` is a folder's or a server's address; `why` says what is wrong where something is."""

    part: Part
    result: Result
    where: str = ""
    why: Failure | KeyringProblem | str | None = None
