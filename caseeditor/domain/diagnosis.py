"""Findings of the self-check of an installation."""

import enum

import msgspec

from caseeditor.domain.errors.failure import Failure
from caseeditor.domain.errors.keyring import KeyringProblem


class Result(enum.Enum):
    """The condition of a part."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


class Part(enum.Enum):
    """A part that is checked."""

    FOLDER = "folder"
    KEYRING = "keyring"
    SERVER = "server"
    TOKEN = "token"  # noqa: S105 - name of a part


class Finding(msgspec.Struct, frozen=True):
    """The condition of a part. `where` is the folder or the server's address; `why` is the problem, if any."""

    part: Part
    result: Result
    where: str = ""
    why: Failure | KeyringProblem | str | None = None
