"""What an administrator lays down for all users, and who is taken for one."""

import os
from pathlib import Path

import msgspec
import pytest

from caseeditor.domain.policy import Policy, PolicyTrouble, parse_policy
from caseeditor.services.settings import Settings, SettingsFile, policy_file, read_policy

OFFICE = "https://office.example"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the policy file will be, in a folder of an administrator's."""
    folder = tmp_path / "etc"
    folder.mkdir(mode=0o755)
    return folder / "policy.json"


def lay_down(file: Path, **document: object) -> Policy:
    file.write_bytes(msgspec.json.encode(document))
    file.chmod(0o644)
    return read_policy(file)


def own(folder: Path) -> object:
    return msgspec.json.decode((folder / "settings.json").read_bytes())


def test_without_a_file_there_is_no_policy(file: Path) -> None:
    assert read_policy(file) == Policy()
    assert read_policy(file / "below" / "a file") == Policy()


def test_defaults_stand_below_what_the_user_set_and_locks_above(file: Path, tmp_path: Path) -> None:
    SettingsFile(tmp_path).write(Settings(keep_days=7, plain_http=True, theme="dark"))
    policy = lay_down(
        file,
        defaults={"server": OFFICE, "language": "es", "keep_days": 30, "stamp": "editor_id"},
        locked={"plain_http": False, "proxy": "http://proxy.example:3128"},
    )
    assert policy.locked == {"plain_http", "proxy"}
    assert SettingsFile(tmp_path, policy).read() == Settings(
        server=OFFICE,
        language="es",
        keep_days=7,
        stamp="editor_id",
        plain_http=False,
        proxy="http://proxy.example:3128",
        theme="dark",
    )


def test_a_default_that_changes_reaches_who_never_set_it(file: Path, tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path, lay_down(file, defaults={"keep_days": 30, "server": OFFICE}))
    settings.write(msgspec.structs.replace(settings.read(), theme="dark"))
    assert own(tmp_path) == {"theme": "dark"}
    assert SettingsFile(tmp_path, lay_down(file, defaults={"keep_days": 14})).read().keep_days == 14


def test_the_user_may_go_back_to_what_is_built_in(file: Path, tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path, lay_down(file, defaults={"keep_days": 30, "stamp": "editor_id"}))
    settings.write(msgspec.structs.replace(settings.read(), keep_days=90, stamp=""))
    found = settings.read()
    assert (found.keep_days, found.stamp) == (90, "")


def test_what_is_locked_is_never_written_over_what_the_user_had(file: Path, tmp_path: Path) -> None:
    SettingsFile(tmp_path).write(Settings(proxy="http://mine.example:1", keep_days=7))
    locked = SettingsFile(tmp_path, lay_down(file, locked={"proxy": "", "keep_days": 30}))
    locked.write(msgspec.structs.replace(locked.read(), theme="dark", keep_days=1))
    assert locked.read().keep_days == 30
    assert own(tmp_path) == {"proxy": "http://mine.example:1", "keep_days": 7, "theme": "dark"}
    assert SettingsFile(tmp_path).read() == Settings(proxy="http://mine.example:1", keep_days=7, theme="dark")


def test_what_is_locked_is_not_the_users_once_it_is_no_more(file: Path, tmp_path: Path) -> None:
    locked = SettingsFile(tmp_path, lay_down(file, locked={"keep_days": 30}))
    locked.write(msgspec.structs.replace(locked.read(), theme="dark"))
    assert own(tmp_path) == {"theme": "dark"}


def test_names_of_a_newer_version_are_passed_over() -> None:
    assert parse_policy(b'{"defaults": {"later": 1, "keep_days": 30}, "more": []}') == Policy({"keep_days": 30})


def test_a_server_is_named_as_everywhere_else() -> None:
    assert parse_policy(b'{"locked": {"server": "Office.Example/"}}').fixed == {"server": OFFICE}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        b'{"defaults": []}',
        b'{"defaults": {"keep_days": "30"}}',
        b'{"defaults": {"keep_days": 0}}',
        b'{"defaults": {"language": "xx"}}',
        b'{"defaults": {"server": "no server"}, "locked": {"plain_http": false}}',
        b'{"locked": {"plain_http": null}}',
    ],
)
def test_a_broken_policy_is_not_followed_at_all(content: bytes, file: Path) -> None:
    file.write_bytes(content)
    file.chmod(0o644)
    assert read_policy(file) == Policy(trouble=PolicyTrouble.BROKEN)


@pytest.mark.parametrize("mode", [0o664, 0o646, 0o666])
def test_a_policy_that_others_can_write_is_not_followed(mode: int, file: Path) -> None:
    assert lay_down(file, locked={"keep_days": 30}).trouble is None
    file.chmod(mode)
    assert read_policy(file) == Policy(trouble=PolicyTrouble.EXPOSED)


@pytest.mark.parametrize("mode", [0o775, 0o757, 0o1777])
def test_nor_is_one_that_others_can_replace(mode: int, file: Path) -> None:
    assert lay_down(file, locked={"keep_days": 30}).trouble is None
    file.parent.chmod(mode)
    assert read_policy(file) == Policy(trouble=PolicyTrouble.EXPOSED)


def test_nor_is_a_link_to_one_that_others_can_write(file: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.json"
    theirs.write_bytes(b'{"locked": {"keep_days": 30}}')
    theirs.chmod(0o666)
    file.symlink_to(theirs)
    assert read_policy(file) == Policy(trouble=PolicyTrouble.EXPOSED)


def test_nor_is_a_link_to_one_that_others_can_replace(file: Path, tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs").chmod(0o777)
    theirs = tmp_path / "theirs" / "policy.json"
    theirs.write_bytes(b'{"locked": {"keep_days": 30}}')
    theirs.chmod(0o644)
    file.symlink_to(theirs)
    assert read_policy(file) == Policy(trouble=PolicyTrouble.EXPOSED)


def test_nor_is_another_users(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert lay_down(file, locked={"keep_days": 30}).trouble is None
    if os.getuid() == 0:  # only root can give a file away
        os.chown(file, 4711, -1)
    else:
        monkeypatch.setattr(os, "getuid", lambda: 4711)
    assert read_policy(file) == Policy(trouble=PolicyTrouble.EXPOSED)


def test_a_policy_that_can_not_be_read_is_told(file: Path) -> None:
    file.mkdir(mode=0o755)
    assert read_policy(file) == Policy(trouble=PolicyTrouble.UNREADABLE)


def test_no_environment_moves_the_policy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = policy_file()
    for name in ("XDG_CONFIG_DIRS", "XDG_CONFIG_HOME", "HOME", "PROGRAMDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    assert policy_file() == before
    assert before.is_absolute()
