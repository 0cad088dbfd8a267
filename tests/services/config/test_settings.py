"""Settings are saved exactly, atomically, and readable by their user only."""

import errno
import os
import stat
from pathlib import Path

import msgspec
import pytest

from caseeditor.domain.local.settings import Settings
from caseeditor.runtime.file_writing import Trouble
from caseeditor.runtime.held_files import PAUSES
from caseeditor.services.config.places import folders
from caseeditor.services.config.settings import SettingsFile
from tests.support.disks import disk, remount
from tests.support.readers import FOREVER, Reader

SETTINGS = Settings(
    server="https://example.org",
    domains={"old.example:8080": "https://example.org"},
    proxy="http://proxy.example:3128",
    plain_http=True,
    language="es",
    geometry="AAAA",
    arrangement="BBBB",
    columns=(30.5, 12.0),
)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_was_written_is_read(tmp_path: Path) -> None:
    SettingsFile(tmp_path).write(SETTINGS)
    assert SettingsFile(tmp_path).read() == SETTINGS


def test_without_a_file_everything_is_as_it_comes(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path / "not there").read() == Settings()


@pytest.mark.linux_only("modes of files")
def test_folder_and_file_are_for_their_user_only(tmp_path: Path) -> None:
    folder = tmp_path / "one" / "two"
    SettingsFile(folder).write(SETTINGS)
    assert mode(folder) == 0o700
    assert mode(folder.parent) == 0o700
    assert mode(folder / "settings.json") == 0o600


def test_unknown_settings_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_bytes(b'{"server": "https://example.org", "later": {"x": [1]}}')
    assert SettingsFile(tmp_path).read() == Settings(server="https://example.org")


WRONG: tuple[object, ...] = (None, [], [{}], {"a": 1})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (name, value)
        for name in Settings.__struct_fields__
        for value in (*WRONG, "1.5" if name == "side_width" else 1.5)
    ],
)
def test_a_mistyped_setting_counts_as_not_set_and_leaves_the_rest(name: str, value: object, tmp_path: Path) -> None:
    document = {**msgspec.to_builtins(SETTINGS), name: value}
    (tmp_path / "settings.json").write_bytes(msgspec.json.encode(document))
    expected = msgspec.structs.replace(SETTINGS, **{name: getattr(Settings(), name)})
    assert SettingsFile(tmp_path).read() == expected


@pytest.mark.parametrize(("written", "read"), [(10, 10), (300, 300), (9, 20), (301, 20), (-1, 20), ("60", 20)])
def test_a_deadline_for_reading_that_is_out_of_bounds_counts_as_not_set(
    written: object, read: int, tmp_path: Path
) -> None:
    (tmp_path / "settings.json").write_bytes(msgspec.json.encode({"reading_seconds": written}))
    assert SettingsFile(tmp_path).read().reading_seconds == read


@pytest.mark.parametrize(("written", "read"), [(1, 1), (100_000, 100_000), (0, 100_000), (100_001, 100_000)])
def test_a_number_of_cases_that_no_batch_may_have_counts_as_not_set(written: int, read: int, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_bytes(msgspec.json.encode({"batch_rows": written}))
    assert SettingsFile(tmp_path).read().batch_rows == read


@pytest.mark.parametrize(
    ("written", "read"), [("next", "next"), ("close", "close"), ("stay", "stay"), ("Next", "stay"), ("", "stay")]
)
def test_an_unknown_choice_after_a_submission_counts_as_not_set(written: str, read: str, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_bytes(msgspec.json.encode({"after_submit": written}))
    assert SettingsFile(tmp_path).read().after_submit == read


@pytest.mark.parametrize(
    "content", [b"", b"{", b"null", b"[]", b"\xff", b'{"server": "\xff"}', b'{"server": "\\ud800"}', b"[" * 100_000]
)
def test_a_broken_file_counts_as_none(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_bytes(content)
    assert SettingsFile(tmp_path).read() == Settings()
    SettingsFile(tmp_path).write(SETTINGS)
    assert SettingsFile(tmp_path).read() == SETTINGS


def test_a_folder_in_place_of_the_file_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    SettingsFile(tmp_path).write(SETTINGS)
    assert SettingsFile(tmp_path).read() == Settings()
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


def test_a_file_in_place_of_the_folder_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "folder").write_bytes(b"kept")
    SettingsFile(tmp_path / "folder").write(SETTINGS)
    assert SettingsFile(tmp_path / "folder").read() == Settings()
    assert (tmp_path / "folder").read_bytes() == b"kept"


@pytest.mark.linux_only("moves or deletes an open file, which Windows denies")
def test_the_file_is_replaced_in_one_step_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path)
    file.write(Settings(server="https://one.example"))
    with (tmp_path / "settings.json").open("rb") as before:
        file.write(SETTINGS)
        assert b"one.example" in before.read()
    assert file.read() == SETTINGS
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


def test_the_file_can_be_read_by_people(tmp_path: Path) -> None:
    SettingsFile(tmp_path).write(Settings(server="https://mañana.example", theme="dark"))
    assert '\n  "server": "https://mañana.example",\n' in (tmp_path / "settings.json").read_text("utf-8")


def test_only_what_the_user_set_is_written(tmp_path: Path) -> None:
    SettingsFile(tmp_path).write(Settings(theme="dark"))
    assert msgspec.json.decode((tmp_path / "settings.json").read_bytes()) == {"theme": "dark"}


def test_a_folder_of_the_users_choice_holds_everything(tmp_path: Path) -> None:
    found = folders(tmp_path)
    assert (found.settings, found.data, found.logs) == (tmp_path, tmp_path, tmp_path / "log")


@pytest.mark.linux_only("XDG folders")
def test_otherwise_the_systems_folders_hold_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    found = folders(None)
    assert found.settings == tmp_path / "CONFIG" / "caseeditor"
    assert found.data == tmp_path / "DATA" / "caseeditor"
    assert found.logs == tmp_path / "STATE" / "caseeditor" / "log"


def test_settings_that_could_not_be_read_at_the_start_are_not_replaced_by_defaults(tmp_path: Path) -> None:
    path, away = tmp_path / "settings.json", tmp_path / "away"
    SettingsFile(tmp_path).write(Settings(server="https://a.example", theme="dark"))
    path.rename(away)
    path.mkdir()  # reading it fails, as on a bad disk
    file = SettingsFile(tmp_path)
    settings = file.read()
    file.write(msgspec.structs.replace(settings, text_size=150))
    path.rmdir()
    away.rename(path)
    file.write(msgspec.structs.replace(settings, text_size=150))
    assert SettingsFile(tmp_path).read() == Settings(server="https://a.example", theme="dark", text_size=150)


def test_what_a_newer_version_keeps_there_stays(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"theme": "dark", "queue": {"order": "due"}}')
    file = SettingsFile(tmp_path)
    file.write(msgspec.structs.replace(file.read(), theme=""))
    assert msgspec.json.decode((tmp_path / "settings.json").read_bytes()) == {"queue": {"order": "due"}}


def test_a_broken_file_is_kept_beside_the_new_one(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"theme": "dark", ')
    file = SettingsFile(tmp_path)
    file.write(msgspec.structs.replace(file.read(), text_size=150))
    assert (tmp_path / "settings.json.broken").read_text() == '{"theme": "dark", '
    assert SettingsFile(tmp_path).read() == Settings(text_size=150)


@pytest.mark.parametrize("times", [1, len(PAUSES)])
def test_settings_are_saved_once_another_program_has_closed_the_file(tmp_path: Path, times: int) -> None:
    SettingsFile(tmp_path).write(Settings(theme="dark"))
    assert SettingsFile(tmp_path, files=Reader(times).files()).write(SETTINGS) is None
    assert SettingsFile(tmp_path).read() == SETTINGS


def test_settings_whose_file_stays_open_elsewhere_stay_as_they_were_and_the_reason_is_returned(tmp_path: Path) -> None:
    SettingsFile(tmp_path).write(Settings(theme="dark"))
    held = Reader(FOREVER, "settings.json", errno.EBUSY).files()
    assert SettingsFile(tmp_path, files=held).write(SETTINGS) is Trouble.HELD
    assert SettingsFile(tmp_path).read() == Settings(theme="dark")


def test_a_broken_file_that_another_program_has_open_is_set_aside_later(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{")
    file = SettingsFile(tmp_path, files=Reader(3).files())
    assert file.write(SETTINGS) is None
    assert (tmp_path / "settings.json.broken").read_text() == "{"
    assert file.read() == SETTINGS


@pytest.mark.parametrize("kind", ["folder", "file in place of its folder"])
def test_the_reason_is_returned_why_settings_were_not_saved(tmp_path: Path, kind: str) -> None:
    if kind == "folder":
        (tmp_path / "settings.json").mkdir()
        assert SettingsFile(tmp_path).write(SETTINGS) is Trouble.FOLDER
    else:
        (tmp_path / "taken").touch()
        assert SettingsFile(tmp_path / "taken").write(SETTINGS)


@pytest.mark.linux_only("symbolic links")
def test_a_link_that_leads_nowhere_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "settings.json").symlink_to(tmp_path / "gone" / "settings.json")
    assert SettingsFile(tmp_path).write(Settings(keep_days=7)) is None
    assert SettingsFile(tmp_path).read().keep_days == 7


def test_the_next_start_removes_a_file_that_a_save_could_not_finish(tmp_path: Path) -> None:
    SettingsFile(tmp_path).write(SETTINGS)
    held = Reader(FOREVER, ".", errno.EBUSY).files()
    assert SettingsFile(tmp_path, files=held).write(Settings()) is Trouble.HELD
    assert len(list(tmp_path.iterdir())) == 2
    for path in tmp_path.iterdir():
        os.utime(path, (0, 0))
    SettingsFile(tmp_path).tidy()
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]
    assert SettingsFile(tmp_path).read() == SETTINGS


@pytest.mark.linux_only("Windows denies replacing a read-only file")
def test_a_read_only_file_is_replaced(tmp_path: Path) -> None:
    SettingsFile(tmp_path).write(Settings(theme="dark"))
    (tmp_path / "settings.json").chmod(0o400)
    assert SettingsFile(tmp_path).write(SETTINGS) is None
    assert SettingsFile(tmp_path).read() == SETTINGS


@pytest.mark.mounts
def test_a_read_only_disk_is_told_as_a_missing_right_to_any_user(tmp_path: Path) -> None:
    with disk(tmp_path / "disk", "size=256k") as folder:
        SettingsFile(folder).write(SETTINGS)
        remount("ro", folder)
        assert SettingsFile(folder).write(Settings()) is Trouble.DENIED
        assert SettingsFile(folder).read() == SETTINGS
