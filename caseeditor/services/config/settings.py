"""The program's settings, and the administrator's policy above them."""

import contextlib
import logging
import sys
from collections.abc import Mapping
from pathlib import Path

import msgspec

from caseeditor.domain.local.settings import Settings
from caseeditor.domain.policy import Locks, Policy, PolicyProblem, followed, read_locks, under_trouble
from caseeditor.runtime.file_writing import Trouble, remove_unfinished, trouble_of, write_file
from caseeditor.runtime.held_files import AT_ONCE, PATIENT, HeldFiles
from caseeditor.services.config.file_trust import is_trusted, is_trusted_folder
from caseeditor.services.config.folder import make_private

log = logging.getLogger(__name__)
_BRIEF = HeldFiles(pauses=(0.01, 0.02, 0.05, 0.1, 0.2, 0.3))
"""A save reads, replaces and cleans up, and the end of the program waits for it."""
_LAST_POLICY = "last-policy.json"
"""The locks of the last policy that could be followed."""


def policy_file() -> Path:
    """Return the path of the administrator's policy.

    Neither the environment nor the command line changes it (platformdirs would allow that), so that it cannot be
    bypassed.
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
    """Read the administrator's policy; `kept` is the folder with the locks of the last good one. Blocks.

    If the file cannot be trusted or read, only its locks apply (domain.policy).
    """
    try:
        if not path.exists():
            return _without_file(path, kept)
        content = path.read_bytes()
        trouble = None if is_trusted(path) else PolicyProblem.EXPOSED
    except OSError:
        return under_trouble(PolicyProblem.UNREADABLE, Locks(), _last_locks_if_read(kept))
    policy = followed(content) if trouble is None else None
    return policy or under_trouble(trouble or PolicyProblem.BROKEN, read_locks(content), _last_locks_if_read(kept))


def keep_policy(policy: Policy, path: Path, kept: Path, files: HeldFiles = PATIENT) -> None:
    """Store the locks of a followed policy, and delete those of a removed one. Blocks, also while a file is held."""
    if policy.trouble:
        return
    last = kept / _LAST_POLICY
    try:
        if not path.exists():
            files.remove(last)
        elif policy.fixed != _last_locks(kept):
            trouble = _write(last, msgspec.json.encode({"locked": policy.fixed}), files)
            if trouble:
                log.warning("policy: locks not kept, %s", trouble.value)
    except OSError as error:
        log.warning("policy: locks not kept, %s", type(error).__name__)


def _without_file(path: Path, kept: Path) -> Policy:
    """Return the policy if there is no file. Write access to its folder must not suffice to remove a policy."""
    try:
        last = _last_locks(kept)
    except OSError:  # held at the moment, so nothing is known; trouble keeps the file for the next start
        return under_trouble(PolicyProblem.UNREADABLE, Locks(), None)
    if last and path.parent.is_dir() and not is_trusted_folder(path.parent):
        return under_trouble(PolicyProblem.EXPOSED, Locks(), last)
    return Policy()


def _last_locks(kept: Path) -> Mapping[str, object] | None:
    """Return the locks of the last policy that was followed, None if there was none. Raises OSError."""
    try:
        last = followed((kept / _LAST_POLICY).read_bytes())
    except FileNotFoundError:
        return None
    return last.fixed if last else None


def _last_locks_if_read(kept: Path) -> Mapping[str, object] | None:
    with contextlib.suppress(OSError):
        return _last_locks(kept)
    return None


def _write(path: Path, content: bytes, files: HeldFiles) -> Trouble | None:
    """Replace a file, in a folder that is private to the user. Raises OSError if that cannot be made."""
    make_private(path.parent)
    return write_file(path, content, files, is_private=True)


class SettingsFile:
    """settings.json under a policy, whose defaults are below the user's settings and whose locks are above them.

    Reading and writing block; only writing waits for another program that holds the file. A setting that cannot be
    decoded counts as not set.
    """

    def __init__(self, folder: Path, policy: Policy = Policy(), files: HeldFiles = _BRIEF) -> None:  # noqa: B008 - a value
        self._path = folder / "settings.json"
        self._files = files
        self._policy = policy
        self._base = msgspec.structs.replace(Settings(), **policy.defaults)
        self._is_unseen = False
        """The file existed and could not be read."""

    def read(self) -> Settings:
        try:
            found = self._found(AT_ONCE)
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

    def _found(self, files: HeldFiles) -> dict[str, msgspec.Raw]:
        """Return the content of the file, empty if there is none. Raises OSError if it cannot be read."""
        try:
            return msgspec.json.decode(files.read(self._path), type=dict[str, msgspec.Raw])
        except FileNotFoundError:
            return {}
        except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
            log.warning("settings: %s; kept as %s.broken", type(error).__name__, self._path.name)
            files.replace(self._path, self._path.with_name(f"{self._path.name}.broken"))
            return {}

    def _own(self, settings: Settings) -> dict[str, object]:
        """Return the content to write: the user's own settings, and entries that are not this program's.

        Defaults are not written, because they would hide a later change by the administrator. Entries of a newer
        version stay, and so do locked settings. If the file could not be read at the start, only values that differ
        from the default count as changed. Raises OSError.
        """
        before = self._found(self._files)
        own = {
            name: value
            for name in settings.__struct_fields__
            if (value := getattr(settings, name)) != getattr(self._base, name) and name not in self._policy.locked
        }
        kept = self._policy.locked | (before.keys() - set(settings.__struct_fields__))
        if self._is_unseen:
            kept |= set(settings.__struct_fields__) - own.keys()
        return own | {name: before[name] for name in kept if name in before}

    def write(self, settings: Settings) -> Trouble | None:
        """Replace the file in one step; return why it was not written."""
        try:
            content = msgspec.json.format(msgspec.json.encode(self._own(settings)))
            trouble = _write(self._path, content, self._files)
        except OSError as error:
            trouble = trouble_of(error, self._path)
        if trouble:
            log.warning("settings: not written, %s", trouble.value)
        return trouble

    def tidy(self) -> None:
        """Remove old remains of interrupted saves: another program held the files until this one ended. Blocks."""
        remove_unfinished(self._path.parent)
