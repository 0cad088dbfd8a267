"""The keyring in a process of its own: what it does, and each way in which it fails."""

import asyncio
import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import keyring as library
import pytest

import caseeditor
from caseeditor.domain.case.reference import Server
from caseeditor.domain.errors.keyring import KeyringProblem
from caseeditor.services import own_process
from caseeditor.services.accounts import keyring_process
from caseeditor.services.accounts.keyring_calls import KeyringFailed, Request
from caseeditor.services.accounts.keyring_process import KeyringProcess, make_keyring_process
from caseeditor.services.accounts.token_store import Credentials
from tests.services.accounts import slow_keyring
from tests.services.accounts.test_token_store import DESKTOP, FAIL, NULL, SERVER, Thread, kept, trouble
from tests.services.client import TOKEN
from tests.services.private_keyring import PrivateKeyring, private_keyring

pytestmark = pytest.mark.linux_only("the keyring's own process")

READ = Request("read", SERVER.url)
SLOW = f"{slow_keyring.__name__}.Keyring"


@pytest.fixture
def thread() -> Iterator[Thread]:
    made = Thread()
    yield made
    made.pool.shutdown()


@pytest.fixture
def keyring() -> Iterator[KeyringProcess]:
    made = KeyringProcess()
    yield made
    made.close()


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrivateKeyring]:
    with private_keyring(tmp_path) as running:
        for name, value in {**running.env, "PYTHON_KEYRING_BACKEND": DESKTOP}.items():
            monkeypatch.setenv(name, value)
        yield running


class Slow:
    """The keyring that waits for its password."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        for name in ("asked", "unlock"):
            os.mkfifo(folder / name)

    def asking(self) -> int:
        """Wait for the next process that asks; return its id."""
        return int((self._folder / "asked").read_text("ascii"))

    def unlock(self) -> None:
        (self._folder / "unlock").write_text(json.dumps({SERVER.url: TOKEN}), "utf-8")


@pytest.fixture
def slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Slow:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", SLOW)
    monkeypatch.setenv(slow_keyring.FOLDER, str(tmp_path))
    return Slow(tmp_path)


def wait_end(pid: int) -> None:
    """Wait until a process has ended, at most 20 s."""
    try:
        watched = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    try:
        assert select.select([watched], [], [], 20)[0]
    finally:
        os.close(watched)


def shown(name: str) -> dict[int, bytes]:
    """Return a file of /proc by process, as `ps` reads it."""
    found: dict[int, bytes] = {}
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):  # of another user, or just ended
            found[int(process.name)] = (process / name).read_bytes()
    return found


def children() -> list[int]:
    """Return the ids of this process's children that ask a keyring, zombies not included."""
    commands = shown("cmdline")
    own = [pid for pid, stat in shown("stat").items() if int(stat.rpartition(b")")[2].split()[1]) == os.getpid()]
    return [pid for pid in own if b"--keyring-helper" in commands.get(pid, b"")]


@pytest.mark.parametrize("is_ahead", [True, False])
def test_it_keeps_reads_and_forgets(
    system: PrivateKeyring, thread: Thread, keyring: KeyringProcess, is_ahead: bool
) -> None:
    credentials = Credentials(thread, 20, perform=keyring)
    if is_ahead:
        keyring.prepare()
    assert asyncio.run(credentials.read(SERVER)) is None
    asyncio.run(credentials.keep(SERVER, TOKEN))
    assert kept(system, SERVER) == TOKEN
    assert asyncio.run(credentials.read(SERVER)) == TOKEN
    asyncio.run(credentials.forget(SERVER))
    assert kept(system, SERVER) == "None"
    assert children() == []


@pytest.mark.usefixtures("system")
def test_it_finds_a_token_under_a_former_name(thread: Thread, keyring: KeyringProcess) -> None:
    credentials = Credentials(thread, 20, perform=keyring)
    asyncio.run(credentials.keep(Server("https://EXAMPLE.org"), "tökén €"))
    assert asyncio.run(credentials.read(SERVER, ("https://EXAMPLE.org",))) == "tökén €"
    assert asyncio.run(credentials.read(SERVER)) == "tökén €"
    assert asyncio.run(credentials.read(Server("https://EXAMPLE.org"))) is None


def test_a_locked_keyring_is_told_as_locked(system: PrivateKeyring, thread: Thread, keyring: KeyringProcess) -> None:
    credentials = Credentials(thread, 20, perform=keyring)
    asyncio.run(credentials.keep(SERVER, TOKEN))
    system.lock()
    for work in (credentials.read(SERVER), credentials.keep(SERVER, "other"), credentials.forget(SERVER)):
        assert trouble(work) is KeyringProblem.LOCKED


@pytest.mark.parametrize("action", ["read", "keep", "forget"])
def test_without_a_keyring_that_is_told(action: str, keyring: KeyringProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", FAIL)
    with pytest.raises(KeyringFailed) as raised:
        keyring(Request(action, SERVER.url, token=TOKEN))  # type: ignore[arg-type]  # one of the three
    assert (raised.value.trouble, raised.value.error) == (KeyringProblem.ABSENT, "NoKeyringError")


def test_a_keyring_that_keeps_nothing_is_none(
    thread: Thread, keyring: KeyringProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", NULL)
    credentials = Credentials(thread, 20, perform=keyring)
    assert asyncio.run(credentials.read(SERVER)) is None
    assert trouble(credentials.keep(SERVER, TOKEN)) is KeyringProblem.ABSENT


@pytest.mark.usefixtures("system")
@pytest.mark.parametrize("bus", ["unix:path=/nowhere/at/all", "nonsense"])
def test_a_bus_that_is_not_there_is_told(
    bus: str, thread: Thread, keyring: KeyringProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
    assert trouble(Credentials(thread, 20, perform=keyring).read(SERVER)) is KeyringProblem.REFUSED


def test_one_that_hangs_is_given_up_and_may_be_unlocked_late(
    slow: Slow, thread: Thread, keyring: KeyringProcess
) -> None:
    credentials = Credentials(thread, 0.2, perform=keyring)

    async def read() -> KeyringProblem:
        with pytest.raises(KeyringFailed) as raised:
            await credentials.read(SERVER)
        asking = await asyncio.to_thread(slow.asking)
        assert len(children()) == 1  # the prompt is still there
        await asyncio.to_thread(slow.unlock)
        await asyncio.to_thread(wait_end, asking)
        return raised.value.trouble

    assert asyncio.run(read()) is KeyringProblem.SLOW
    thread.pool.submit(lambda: None).result(60)  # the late answer freed the thread
    assert trouble(credentials.keep(SERVER, TOKEN)) is KeyringProblem.SLOW
    assert children() == []
    assert thread.asked == 1


def asked(keyring: KeyringProcess, request: Request = READ) -> "Future[str | None]":
    """Perform a request on a thread."""
    pool = ThreadPoolExecutor(1)
    try:
        return pool.submit(keyring, request)
    finally:
        pool.shutdown(wait=False)


def refused(answer: "Future[str | None]") -> KeyringProblem:
    with pytest.raises(KeyringFailed) as raised:
        answer.result(60)
    return raised.value.trouble


def test_the_end_of_the_program_ends_one_that_hangs(slow: Slow, keyring: KeyringProcess) -> None:
    answer = asked(keyring)
    asking = slow.asking()
    keyring.close()
    assert refused(answer) is KeyringProblem.REFUSED
    wait_end(asking)
    assert children() == []


def test_one_that_was_started_ahead_ends_with_the_program(keyring: KeyringProcess) -> None:
    keyring.prepare()
    begun = time.monotonic()
    while not (found := children()):  # its arguments appear a moment after its start
        assert time.monotonic() - begun < 20
    keyring.close()
    wait_end(found[0])
    assert children() == []


@pytest.mark.usefixtures("slow")
def test_nothing_is_asked_after_the_end(keyring: KeyringProcess) -> None:
    keyring.prepare()
    keyring.close()
    assert refused(asked(keyring)) is KeyringProblem.REFUSED
    assert children() == []


PROGRAM = """
import sys
from caseeditor.services.accounts.keyring_calls import Request
from caseeditor.services.accounts.keyring_process import KeyringProcess
KeyringProcess()(Request("read", sys.argv[1]))
"""


def test_a_program_that_is_killed_leaves_none_behind(slow: Slow) -> None:
    env = {**os.environ, "PYTHONPATH": str(Path(caseeditor.__file__).parents[1])}
    with subprocess.Popen([sys.executable, "-c", PROGRAM, SERVER.url], env=env) as program:
        asking = slow.asking()
        program.kill()
    wait_end(asking)


def test_one_that_is_killed_is_replaced(slow: Slow, keyring: KeyringProcess) -> None:
    answer = asked(keyring)
    first = slow.asking()
    os.kill(first, signal.SIGKILL)
    assert slow.asking() != first
    slow.unlock()
    assert answer.result(60) == TOKEN


def test_one_that_is_killed_again_is_told(slow: Slow, keyring: KeyringProcess) -> None:
    answer = asked(keyring)
    for _ in range(2):
        os.kill(slow.asking(), signal.SIGKILL)
    assert refused(answer) is KeyringProblem.REFUSED
    assert children() == []


def test_an_interrupt_in_a_terminal_lets_it_answer(slow: Slow, keyring: KeyringProcess) -> None:
    answer = asked(keyring)
    os.kill(slow.asking(), signal.SIGINT)
    slow.unlock()
    assert answer.result(60) == TOKEN


def test_nothing_is_asked_here_at_the_end(keyring: KeyringProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    """The end meets a process that hasn't begun."""
    monkeypatch.setattr(own_process, "own_command", lambda argument: [sys.executable, "-c", "input()", argument])
    monkeypatch.setattr(keyring_process, "perform", lambda _: "asked here")
    answer = asked(keyring)
    while not children():
        assert not answer.done()
    keyring.close()
    assert refused(answer) is KeyringProblem.REFUSED


NO_PROGRAM: list[Callable[[str], list[str] | None]] = [
    lambda _: None,
    lambda _: ["/nowhere/at/all"],
    lambda _: [sys.executable, "-c", "raise SystemExit(2)"],
    lambda _: [sys.executable, "-c", """print('{"version": "2.0"}', flush=True); input()"""],
]


@pytest.mark.parametrize("command", NO_PROGRAM)
@pytest.mark.parametrize("is_ahead", [True, False])
def test_where_it_doesnt_start_the_keyring_is_asked_here(
    system: PrivateKeyring,
    keyring: KeyringProcess,
    monkeypatch: pytest.MonkeyPatch,
    command: Callable[[str], list[str] | None],
    is_ahead: bool,
) -> None:
    library.core.init_backend()
    monkeypatch.setattr(own_process, "own_command", command)
    if is_ahead:
        keyring.prepare()
    keyring(Request("keep", SERVER.url, token=TOKEN))
    assert kept(system, SERVER) == TOKEN


def test_neither_arguments_nor_environment_of_a_process_have_the_token(slow: Slow, keyring: KeyringProcess) -> None:
    answer = asked(keyring, Request("keep", SERVER.url, token=TOKEN))
    asking = slow.asking()
    commands, environments = shown("cmdline"), shown("environ")
    slow.unlock()
    assert answer.result(60) is None
    assert b"--keyring-helper" in commands[asking]
    assert slow_keyring.FOLDER.encode() in environments[asking]
    assert [pid for pid, text in [*commands.items(), *environments.items()] if TOKEN.encode() in text] == []


def test_it_is_used_on_linux_with_a_second_core(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    assert make_keyring_process()
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    assert make_keyring_process() is None
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    monkeypatch.setattr(sys, "platform", "win32")
    assert make_keyring_process() is None
