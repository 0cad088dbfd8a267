"""What the program remembers about itself, and its folders. The only module that imports platformdirs."""

import contextlib
import logging
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import msgspec
import platformdirs

from caseeditor.domain.policy import Policy, PolicyTrouble, parse_policy
from caseeditor.domain.timing import LONGEST_READING, READING, SHORTEST_READING
from caseeditor.services.folder import make_private
from caseeditor.services.trusted import is_trusted

log = logging.getLogger(__name__)
_NAME = "caseeditor"


class Folders(msgspec.Struct, frozen=True):
    """Where settings, data and logs are."""

    settings: Path
    data: Path
    logs: Path


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The settings. `domains` tells which server an unlike host of case pages belongs to.

    `geometry` and `arrangement` are the window's, base64. `proxy` is a URL; '' goes by the environment. `theme` is
    light, dark, contrast, or '' for the system's. `text_size` is in percent of the system's. `language` is en, es,
    pt_BR, or '' for the system's. `keep_days` is how long the history is kept. `stamp` is the attribute
    that submissions are stamped by (delivery.md, rule 13), '' for none. `reading_seconds` is how long a server may take
    for an answer to a read.
    """

    server: str = ""
    domains: Mapping[str, str] = {}
    proxy: str = ""
    plain_http: bool = False
    reading_seconds: Annotated[int, msgspec.Meta(ge=SHORTEST_READING, le=LONGEST_READING)] = READING
    language: str = ""
    theme: str = ""
    text_size: int = 100
    keep_days: int = 90
    stamp: str = ""
    geometry: str = ""
    arrangement: str = ""


def folders(data_dir: Path | None) -> Folders:
    """Return the system's folders, or those below `data_dir`."""
    if data_dir is not None:
        return Folders(data_dir, data_dir, data_dir / "log")
    dirs = platformdirs.PlatformDirs(_NAME, appauthor=False)
    return Folders(dirs.user_config_path, dirs.user_data_path, dirs.user_log_path)


def policy_file() -> Path:
    """Return where an administrator lays down what holds for all users.

    Neither the environment nor the command line moves it, as platformdirs would let them: nobody gets round it.
    """
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - Windows only

        key = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Explorer\Shell Folders"
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key) as folders:
            return Path(winreg.QueryValueEx(folders, "Common AppData")[0], "Case Editor", "policy.json")
    if sys.platform == "darwin":
        return Path("/Library/Application Support/Case Editor/policy.json")
    return Path("/etc/caseeditor/policy.json")


def read_policy(path: Path) -> Policy:
    """Read what an administrator laid down; a file that can't be trusted or read is not followed. Blocks."""
    try:
        if not path.exists():
            return Policy()
        return parse_policy(path.read_bytes()) if is_trusted(path) else Policy(trouble=PolicyTrouble.EXPOSED)
    except OSError:
        return Policy(trouble=PolicyTrouble.UNREADABLE)


class SettingsFile:
    """settings.json under a policy: its defaults stand below what the user set, what it locks above.

    Reading and writing block; a setting that can't be read counts as not set.
    """

    def __init__(self, folder: Path, policy: Policy = Policy()) -> None:  # noqa: B008 - a value
        self._path = folder / "settings.json"
        self._policy = policy
        self._base = msgspec.structs.replace(Settings(), **policy.defaults)

    def read(self) -> Settings:
        found = self._found()
        read: dict[str, object] = {}
        for field in msgspec.structs.fields(Settings):
            with contextlib.suppress(KeyError, msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
                read[field.name] = msgspec.json.decode(found[field.name], type=field.type)
        return msgspec.structs.replace(self._base, **{**read, **self._policy.fixed})

    def _found(self) -> dict[str, msgspec.Raw]:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=dict[str, msgspec.Raw])
        except FileNotFoundError:
            return {}
        except (OSError, msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
            log.warning("settings: %s", type(error).__name__)
            return {}

    def _own(self, settings: Settings) -> dict[str, object]:
        """Return what is the user's: a default that is written down would outlive its change by an administrator."""
        own = {
            name: value
            for name in settings.__struct_fields__
            if (value := getattr(settings, name)) != getattr(self._base, name) and name not in self._policy.locked
        }
        before = self._found() if self._policy.locked else {}
        return own | {name: before[name] for name in self._policy.locked if name in before}

    def write(self, settings: Settings) -> None:
        """Replace the file in one step; what can't be written is logged, not raised: settings are a comfort."""
        import tempfile  # noqa: PLC0415 - not at every start

        try:
            make_private(self._path.parent)
            handle, name = tempfile.mkstemp(prefix="settings", dir=self._path.parent)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(msgspec.json.format(msgspec.json.encode(self._own(settings))))
                Path(name).replace(self._path)
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise
        except OSError as error:
            log.warning("settings: not written, %s", type(error).__name__)
