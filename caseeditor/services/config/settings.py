"""What the program remembers about itself, under what an administrator laid down."""

import contextlib
import logging
import os
import sys
from collections.abc import Mapping
from pathlib import Path

import msgspec

from caseeditor.domain.local.settings import Settings
from caseeditor.domain.policy import Locks, Policy, PolicyProblem, followed, read_locks, under_trouble
from caseeditor.services.config.file_trust import is_trusted, is_trusted_folder
from caseeditor.services.config.folder import make_private

log = logging.getLogger(__name__)
_LAST_POLICY = "last-policy.json"
"""The locks of the last policy that could be followed."""


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


def read_policy(path: Path, kept: Path) -> Policy:
    """Read what an administrator laid down; `kept` is the folder with the locks of the last good one. Blocks.

    A file that can't be trusted or read is not followed, but its locks are (domain.policy).
    """
    try:
        if not path.exists():
            return _without_file(path, kept)
        content = path.read_bytes()
        trouble = None if is_trusted(path) else PolicyProblem.EXPOSED
    except OSError:
        return under_trouble(PolicyProblem.UNREADABLE, Locks(), _last_locks(kept))
    policy = followed(content) if trouble is None else None
    return policy or under_trouble(trouble or PolicyProblem.BROKEN, read_locks(content), _last_locks(kept))


def keep_policy(policy: Policy, path: Path, kept: Path) -> None:
    """Remember the locks of a policy that is followed, and forget those of one that is gone. Blocks."""
    if policy.trouble:
        return
    last = kept / _LAST_POLICY
    try:
        if not path.exists():
            last.unlink(missing_ok=True)
        elif policy.fixed != _last_locks(kept):
            _replace_file(last, msgspec.json.encode({"locked": policy.fixed}))
    except OSError as error:
        log.warning("policy: locks not kept, %s", type(error).__name__)


def _without_file(path: Path, kept: Path) -> Policy:
    """There is no policy; but who may write the folder of an earlier one does not get rid of it by deleting it."""
    last = _last_locks(kept)
    if last and path.parent.is_dir() and not is_trusted_folder(path.parent):
        return under_trouble(PolicyProblem.EXPOSED, Locks(), last)
    return Policy()


def _last_locks(kept: Path) -> Mapping[str, object] | None:
    try:
        last = followed((kept / _LAST_POLICY).read_bytes())
    except OSError:
        return None
    return last.fixed if last else None


def _replace_file(path: Path, content: bytes) -> None:
    """Replace a file of ours in one step. Raises OSError."""
    import tempfile  # noqa: PLC0415 - not at every start

    make_private(path.parent)
    handle, name = tempfile.mkstemp(prefix=path.stem, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


class SettingsFile:
    """settings.json under a policy: its defaults stand below what the user set, what it locks above.

    Reading and writing block; a setting that can't be read counts as not set.
    """

    def __init__(self, folder: Path, policy: Policy = Policy()) -> None:  # noqa: B008 - a value
        self._path = folder / "settings.json"
        self._policy = policy
        self._base = msgspec.structs.replace(Settings(), **policy.defaults)
        self._is_unseen = False
        """The file was there and could not be read."""

    def read(self) -> Settings:
        try:
            found = self._found()
        except OSError as error:
            log.warning("settings: not read, %s", type(error).__name__)
            self._is_unseen = True
            found = {}
        return self._with(found)

    def _with(self, found: Mapping[str, msgspec.Raw]) -> Settings:
        read: dict[str, object] = {}
        for field in msgspec.structs.fields(Settings):
            with contextlib.suppress(KeyError, msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
                read[field.name] = msgspec.json.decode(found[field.name], type=field.type)
        return msgspec.structs.replace(self._base, **{**read, **self._policy.fixed})

    def _found(self) -> dict[str, msgspec.Raw]:
        """Return what the file holds, nothing where there is none. Raises OSError where it can't be read."""
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=dict[str, msgspec.Raw])
        except FileNotFoundError:
            return {}
        except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
            log.warning("settings: %s; kept as %s.broken", type(error).__name__, self._path.name)
            self._path.replace(self._path.with_name(f"{self._path.name}.broken"))
            return {}

    def _own(self, settings: Settings) -> dict[str, object]:
        """Return what goes into the file: the user's own settings, and whatever there is none of this program's.

        A default that is written down would outlive its change by an administrator. What a newer version keeps there
        stays, and so does what a policy locks. What could not be read at the start counts as changed only where it is
        no default any more. Raises OSError.
        """
        before = self._found()
        own = {
            name: value
            for name in settings.__struct_fields__
            if (value := getattr(settings, name)) != getattr(self._base, name) and name not in self._policy.locked
        }
        kept = self._policy.locked | (before.keys() - set(settings.__struct_fields__))
        if self._is_unseen:
            kept |= set(settings.__struct_fields__) - own.keys()
        return own | {name: before[name] for name in kept if name in before}

    def write(self, settings: Settings) -> None:
        """Replace the file in one step; what can't be written is logged, not raised: settings are a comfort."""
        try:
            _replace_file(self._path, msgspec.json.format(msgspec.json.encode(self._own(settings))))
        except OSError as error:
            log.warning("settings: not written, %s", type(error).__name__)
