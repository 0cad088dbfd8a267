"""Policies for all users, and the checks that an administrator wrote them."""

import os
from pathlib import Path

import msgspec
import pytest

from caseeditor.domain.local.settings import Settings
from caseeditor.domain.policy import Policy, PolicyProblem, followed
from caseeditor.services.config.settings import SettingsFile, keep_policy, policy_file, read_policy
from tests.support.readers import Reader

OFFICE = "https://office.example"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the path of a policy file in an administrator's folder."""
    folder = tmp_path / "etc"
    folder.mkdir(mode=0o755)
    return folder / "policy.json"


def lay_down(file: Path, **document: object) -> Policy:
    file.write_bytes(msgspec.json.encode(document))
    file.chmod(0o644)
    return begin(file)


def begin(file: Path) -> Policy:
    """Read and keep the policy as at start-up."""
    kept = file.parent.parent / "settings"
    policy = read_policy(file, kept)
    keep_policy(policy, file, kept)
    return policy


def damage(file: Path, content: bytes) -> Policy:
    """Write a broken policy, as after an administrator's slip."""
    file.write_bytes(content)
    file.chmod(0o644)
    return begin(file)


def expose(file: Path, **document: object) -> Policy:
    """Write a policy that others can change."""
    file.write_bytes(msgspec.json.encode(document))
    file.chmod(0o666)
    return begin(file)


def own(folder: Path) -> object:
    return msgspec.json.decode((folder / "settings.json").read_bytes())


def test_without_a_file_there_is_no_policy(file: Path) -> None:
    assert begin(file) == Policy()
    assert read_policy(file / "below" / "a file", file.parent) == Policy()


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
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


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
def test_a_default_that_changes_reaches_who_never_set_it(file: Path, tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path, lay_down(file, defaults={"keep_days": 30, "server": OFFICE}))
    settings.write(msgspec.structs.replace(settings.read(), theme="dark"))
    assert own(tmp_path) == {"theme": "dark"}
    assert SettingsFile(tmp_path, lay_down(file, defaults={"keep_days": 14})).read().keep_days == 14


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
def test_the_user_may_go_back_to_what_is_built_in(file: Path, tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path, lay_down(file, defaults={"keep_days": 30, "stamp": "editor_id"}))
    settings.write(msgspec.structs.replace(settings.read(), keep_days=90, stamp=""))
    found = settings.read()
    assert (found.keep_days, found.stamp) == (90, "")


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
def test_what_is_locked_is_never_written_over_what_the_user_had(file: Path, tmp_path: Path) -> None:
    SettingsFile(tmp_path).write(Settings(proxy="http://mine.example:1", keep_days=7))
    locked = SettingsFile(tmp_path, lay_down(file, locked={"proxy": "", "keep_days": 30}))
    locked.write(msgspec.structs.replace(locked.read(), theme="dark", keep_days=1))
    assert locked.read().keep_days == 30
    assert own(tmp_path) == {"proxy": "http://mine.example:1", "keep_days": 7, "theme": "dark"}
    assert SettingsFile(tmp_path).read() == Settings(proxy="http://mine.example:1", keep_days=7, theme="dark")


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
def test_what_is_locked_is_not_the_users_once_it_is_no_more(file: Path, tmp_path: Path) -> None:
    locked = SettingsFile(tmp_path, lay_down(file, locked={"keep_days": 30}))
    locked.write(msgspec.structs.replace(locked.read(), theme="dark"))
    assert own(tmp_path) == {"theme": "dark"}


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
def test_what_follows_a_submission_can_be_locked(file: Path, tmp_path: Path) -> None:
    SettingsFile(tmp_path).write(Settings(after_submit="close"))
    locked = SettingsFile(tmp_path, lay_down(file, locked={"after_submit": "next"}))
    assert locked.read().after_submit == "next"


def test_names_of_a_newer_version_are_passed_over() -> None:
    assert followed(b'{"defaults": {"later": 1, "keep_days": 30}, "more": []}') == Policy({"keep_days": 30})


def test_a_policy_turns_the_refresh_of_the_queue_off_for_good(tmp_path: Path) -> None:
    policy = followed(b'{"locked": {"queue_refresh": false}}')
    assert policy
    SettingsFile(tmp_path).write(Settings(queue_refresh=True, theme="dark"))
    assert not SettingsFile(tmp_path, policy).read().queue_refresh
    assert followed(b'{"locked": {"queue_refresh": "no"}}') is None


def test_shared_templates_and_notices_are_set_and_locked(tmp_path: Path) -> None:
    policy = followed(b'{"defaults": {"templates": "/srv/t.json"}, "locked": {"notices": false}}')
    assert policy
    SettingsFile(tmp_path).write(Settings(notices=True))
    read = SettingsFile(tmp_path, policy).read()
    assert (read.templates, read.notices) == ("/srv/t.json", False)
    assert followed(b'{"locked": {"templates": 3}}') is None
    assert followed(b'{"locked": {"notices": "no"}}') is None


def test_batches_are_limited_and_turned_off(tmp_path: Path) -> None:
    policy = followed(
        b'{"defaults": {"batch_minute": 30}, "locked": {"batches": false, "batch_rows": 500, "batch_canary": true,'
        b' "batch_notes": false}}'
    )
    assert policy
    SettingsFile(tmp_path).write(Settings(batch_rows=90_000))
    read = SettingsFile(tmp_path, policy).read()
    assert (read.batches, read.batch_rows, read.batch_minute) == (False, 500, 30)
    assert (read.batch_canary, read.batch_notes) == (True, False)


@pytest.mark.parametrize(
    "wrong",
    [
        b'{"batches": "no"}',
        b'{"batch_rows": 0}',
        b'{"batch_rows": 100001}',
        b'{"batch_minute": -1}',
        b'{"batch_canary": 1}',
        b'{"batch_notes": null}',
    ],
)
def test_a_policy_with_an_impossible_limit_of_batches_is_not_followed(wrong: bytes) -> None:
    assert followed(b'{"locked": %s}' % wrong) is None


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
def test_the_templates_of_an_exposed_policy_are_not_read(file: Path, tmp_path: Path) -> None:
    lay_down(file, defaults={"templates": "/srv/theirs.json"}, locked={"notices": False})
    file.chmod(0o666)
    exposed = SettingsFile(tmp_path, read_policy(file, tmp_path)).read()
    assert (exposed.templates, exposed.notices) == ("", True)


def test_a_server_is_named_as_everywhere_else() -> None:
    assert followed(b'{"locked": {"server": "Office.Example/"}}') == Policy(fixed={"server": OFFICE})


# A policy that can't be followed keeps its locks only.

BROKEN, EXPOSED = PolicyProblem.BROKEN, PolicyProblem.EXPOSED
GUARDED = {"fixed": {"plain_http": False}, "is_guarded": True}
"""Restrictions if no policy can be read or recalled."""


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"\xff", b"[" * 100_000, b'{"locked": []}', b'{"locked": null}', b'{"defaults": {}, "lo'],
)
def test_where_no_lock_can_be_read_no_new_server_takes_a_token_and_plain_http_is_off(
    content: bytes, file: Path
) -> None:
    policy = damage(file, content)
    assert policy == Policy(trouble=BROKEN, **GUARDED)  # type: ignore[arg-type]
    assert policy.servers(("https://mine.example", "")) == frozenset({"https://mine.example"})
    assert policy.servers(()) == frozenset()


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
@pytest.mark.parametrize(
    "defaults",
    [
        [],
        {"after_submit": "leave"},
        {"keep_days": "30"},
        {"keep_days": 0},
        {"language": "xx"},
        {"server": "no server"},
        1,
    ],
)
def test_defaults_that_are_broken_open_no_lock(defaults: object, file: Path) -> None:
    policy = lay_down(file, defaults=defaults, locked={"plain_http": False, "server": OFFICE})
    assert policy == Policy(trouble=BROKEN, fixed={"plain_http": False, "server": OFFICE})
    assert policy.servers(("https://mine.example",)) == frozenset({OFFICE})
    assert lay_down(file, defaults=defaults) == Policy(trouble=BROKEN)


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
@pytest.mark.parametrize(
    "content",
    [
        b'{"locked": {"server": "https://office.example", "plain_http": false, "proxy": "http://p:1",}}',
        b'{"locked": {"server": "https://office.example" "plain_http": false, "proxy": "http://p:1"}}',
        b'// ours\n{"locked": {"server": "https://office.example", "plain_http": false, "proxy": "http://p:1"}}',
        b'{"locked" : {"plain_http":false,"proxy": "http://p:1", "server": "https://office.example"',
        b'{"locked": {"server": "https://office.example", "plain_http": false, "proxy": "http://p:1"}, "defaults": {"s',
        b'\xef\xbb\xbf{"locked": {"server": "https://office.example", "plain_http": false, "proxy": "http://p:1"}}',
    ],
)
def test_one_comma_too_many_opens_no_lock(content: bytes, file: Path) -> None:
    assert damage(file, content).fixed == {"server": OFFICE, "plain_http": False, "proxy": "http://p:1"}


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
def test_a_text_that_is_cut_off_may_have_locked_the_server(file: Path) -> None:
    policy = damage(file, b'{"locked": {"keep_days": 30, "stamp": "x')
    assert policy == Policy(
        trouble=BROKEN, fixed={"keep_days": 30, "plain_http": False}, frozen=frozenset({"stamp"}), is_guarded=True
    )


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
@pytest.mark.parametrize("value", [None, {}, "x"])
def test_a_lock_without_a_value_holds_all_the_same(value: object, file: Path, tmp_path: Path) -> None:
    SettingsFile(tmp_path).write(Settings(plain_http=True, keep_days=7, language="es"))
    policy = lay_down(file, locked={"plain_http": value, "keep_days": value, "language": value})
    assert policy.locked == {"plain_http", "keep_days", "language"}
    settings = SettingsFile(tmp_path, policy).read()
    assert (settings.plain_http, settings.keep_days, settings.language) == (False, 7, "es")
    assert policy.servers(()) is None


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
def test_a_lock_on_a_server_that_is_none_lets_no_new_one_take_a_token(file: Path) -> None:
    policy = lay_down(file, locked={"server": "no server"})
    assert policy.servers(("https://mine.example",)) == frozenset({"https://mine.example"})


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
def test_the_locks_of_the_last_good_policy_hold_until_there_is_another(file: Path) -> None:
    locked = {"server": OFFICE, "proxy": "http://p:1", "keep_days": 30}
    lay_down(file, locked=locked, defaults={"language": "es"})
    assert damage(file, b"{") == Policy(trouble=BROKEN, fixed=locked)
    assert damage(file, b'{"locked": {"keep_days": 60,}}').fixed == {**locked, "keep_days": 60}
    file.unlink()
    file.mkdir()
    assert begin(file) == Policy(trouble=PolicyProblem.UNREADABLE, fixed=locked)
    file.rmdir()
    assert lay_down(file, locked={}) == Policy()
    assert damage(file, b"{") == Policy(trouble=BROKEN)


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
def test_a_policy_that_is_gone_leaves_no_locks(file: Path) -> None:
    lay_down(file, locked={"server": OFFICE})
    file.unlink()
    assert begin(file) == Policy()
    assert damage(file, b"{") == Policy(trouble=BROKEN, **GUARDED)  # type: ignore[arg-type]


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
def test_who_may_write_the_folder_gets_rid_of_no_lock_by_deleting_the_file(file: Path) -> None:
    lay_down(file, locked={"server": OFFICE})
    file.unlink()
    file.parent.chmod(0o777)
    assert begin(file) == Policy(trouble=EXPOSED, fixed={"server": OFFICE})


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
def test_what_is_remembered_is_the_users_only(file: Path) -> None:
    lay_down(file, locked={"server": OFFICE})
    last = file.parent.parent / "settings" / "last-policy.json"
    assert last.stat().st_mode & 0o777 == 0o600
    last.write_bytes(b"nonsense")
    assert damage(file, b"{") == Policy(trouble=BROKEN, **GUARDED)  # type: ignore[arg-type]


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
def test_a_policy_that_others_wrote_leads_nothing_elsewhere(file: Path, tmp_path: Path) -> None:
    SettingsFile(tmp_path).write(Settings(server=OFFICE, proxy="http://mine.example:1", plain_http=True, keep_days=30))
    evil = {"server": "https://evil.example", "proxy": "http://evil.example:1", "plain_http": True, "keep_days": 1}
    policy = expose(file, defaults=evil, locked=evil)
    assert policy.trouble is EXPOSED
    assert SettingsFile(tmp_path, policy).read() == Settings(
        server=OFFICE, proxy="http://mine.example:1", plain_http=False, keep_days=30
    )
    assert policy.locked == {"proxy", "plain_http", "keep_days"}
    assert policy.servers((OFFICE,)) == frozenset({OFFICE, "https://evil.example"})  # where the user would type it


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
def test_but_its_locks_hold_where_they_restrict(file: Path) -> None:
    policy = expose(file, locked={"server": OFFICE, "plain_http": False})
    assert policy.fixed == {"plain_http": False}
    assert policy.servers((OFFICE, "https://other.example")) == frozenset({OFFICE})
    assert policy.servers(("https://other.example",)) == frozenset({OFFICE, "https://other.example"})


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
def test_the_last_good_policy_stands_above_what_others_wrote(file: Path) -> None:
    good = {"server": OFFICE, "proxy": "http://p:1"}
    lay_down(file, locked=good)
    evil = {"server": "https://evil.example", "proxy": "http://evil.example:1"}
    assert expose(file, locked=evil) == Policy(trouble=EXPOSED, fixed=good)
    assert expose(file) == Policy(trouble=EXPOSED, fixed=good)


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
@pytest.mark.parametrize("mode", [0o664, 0o646, 0o666])
def test_a_policy_that_others_can_write_is_exposed(mode: int, file: Path) -> None:
    assert lay_down(file, defaults={"keep_days": 30}).trouble is None
    file.chmod(mode)
    assert begin(file) == Policy(trouble=EXPOSED)


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
@pytest.mark.parametrize("mode", [0o775, 0o757, 0o1777])
def test_so_is_one_that_others_can_replace(mode: int, file: Path) -> None:
    assert lay_down(file, defaults={"keep_days": 30}).trouble is None
    file.parent.chmod(mode)
    assert begin(file) == Policy(trouble=EXPOSED)


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
def test_so_is_a_link_to_one_that_others_can_write(file: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.json"
    theirs.write_bytes(b'{"defaults": {"keep_days": 30}}')
    theirs.chmod(0o666)
    file.symlink_to(theirs)
    assert begin(file) == Policy(trouble=EXPOSED)


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
def test_so_is_a_link_to_one_that_others_can_replace(file: Path, tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs").chmod(0o777)
    theirs = tmp_path / "theirs" / "policy.json"
    theirs.write_bytes(b'{"defaults": {"keep_days": 30}}')
    theirs.chmod(0o644)
    file.symlink_to(theirs)
    assert begin(file) == Policy(trouble=EXPOSED)


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
def test_so_is_another_users(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert lay_down(file, defaults={"keep_days": 30}).trouble is None
    if os.getuid() == 0:  # only root can give a file away
        os.chown(file, 4711, -1)
    else:
        monkeypatch.setattr(os, "getuid", lambda: 4711)
    assert begin(file) == Policy(trouble=EXPOSED)


def test_a_policy_that_can_not_be_read_is_told(file: Path) -> None:
    file.mkdir(mode=0o755)
    assert begin(file) == Policy(trouble=PolicyProblem.UNREADABLE, **GUARDED)  # type: ignore[arg-type]


def test_no_environment_moves_the_policy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = policy_file()
    for name in ("XDG_CONFIG_DIRS", "XDG_CONFIG_HOME", "HOME", "PROGRAMDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    assert policy_file() == before
    assert before.is_absolute()


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
@pytest.mark.parametrize("times", [1, 5])
def test_locks_are_kept_once_another_program_has_closed_their_file(file: Path, tmp_path: Path, times: int) -> None:
    policy = lay_down(file, locked={"keep_days": 30})
    keep_policy(policy, file, tmp_path, Reader(times).files())
    assert (tmp_path / "last-policy.json").exists()
    file.unlink()
    keep_policy(read_policy(file, tmp_path), file, tmp_path, Reader(times).files())
    assert not (tmp_path / "last-policy.json").exists()


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
def test_locks_that_cannot_be_read_at_the_moment_are_not_forgotten(file: Path) -> None:
    lay_down(file, locked={"server": OFFICE})
    file.unlink()
    file.parent.chmod(0o777)
    last = file.parent.parent / "settings" / "last-policy.json"
    aside = last.rename(last.with_name("aside"))
    last.mkdir()  # any other error than a missing file
    assert begin(file).trouble is PolicyProblem.UNREADABLE
    last.rmdir()
    aside.rename(last)
    assert begin(file) == Policy(trouble=EXPOSED, fixed={"server": OFFICE})


# Fields.


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
def test_fields_are_passed_on_unread_beside_the_settings(file: Path) -> None:
    policy = lay_down(file, defaults={"keep_days": 30}, fields=[{"name": "a"}])
    assert policy == Policy(defaults={"keep_days": 30}, fields=b'[{"name":"a"}]')


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
@pytest.mark.parametrize("fields", [5, "x", None, {"name": "a"}, [5]])
def test_faulty_fields_leave_the_settings_in_force(fields: object, file: Path) -> None:
    policy = lay_down(file, locked={"keep_days": 30}, fields=fields)
    assert (policy.fixed, policy.trouble) == ({"keep_days": 30}, None)


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
def test_the_fields_of_an_exposed_or_broken_file_are_not_used(file: Path) -> None:
    assert expose(file, locked={"plain_http": False}, fields=[{"name": "a"}]).fields == b""
    assert damage(file, b'{"fields": [{"name": "a"}],}').fields == b""
    assert lay_down(file, defaults={"keep_days": 0}, fields=[{"name": "a"}]).fields == b""


def test_spelling_can_be_locked(tmp_path: Path) -> None:
    policy = followed(b'{"locked": {"spelling": false}}')
    assert policy is not None
    SettingsFile(tmp_path).write(Settings(spelling=True, spelling_language="es_ES"))
    read = SettingsFile(tmp_path, policy).read()
    assert not read.spelling
    assert read.spelling_language == "es_ES"
    assert followed(b'{"locked": {"spelling": "no"}}') is None
