"""Tokens in a real gnome-keyring, and the errors reported when the keyring fails."""

import asyncio
import subprocess
import sys
import threading
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import keyring.core
import pytest

import caseeditor
from caseeditor.demo.server import DemoServer
from caseeditor.domain.case.reference import Server
from caseeditor.domain.errors.failure import FailureKind
from caseeditor.domain.errors.keyring import KeyringProblem
from caseeditor.domain.local.signing_in import Resumed, SignedIn
from caseeditor.domain.timeouts import Timing
from caseeditor.services.accounts.accounts import Accounts
from caseeditor.services.accounts.keyring_calls import Request
from caseeditor.services.accounts.token_store import Credentials, KeyringFailed
from caseeditor.services.api.client import Gateway
from caseeditor.services.log.redaction import Secrets
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.database import Store
from tests.services.client import TOKEN, TYPED, why
from tests.services.private_keyring import PrivateKeyring, private_keyring
from tests.support.raw_http_server import nowhere

T = TypeVar("T")

SERVER = Server("https://example.org")
READ = "import sys, keyring; print(keyring.get_password(*sys.argv[1:]))"
TROUBLES = """
import asyncio, sys
from caseeditor.domain.case.reference import Server
from caseeditor.services.accounts.token_store import Credentials, KeyringFailed

async def main():
    server, credentials = Server(sys.argv[1]), Credentials(asyncio.to_thread, 10)
    for work in (credentials.read(server), credentials.keep(server, "other"), credentials.forget(server)):
        try:
            print(await work, end=" ")
        except KeyringFailed as failed:
            print(failed.trouble.value, end=" ")

asyncio.run(main())
"""
DESKTOP = "keyring.backends.SecretService.Keyring"
FAIL = "keyring.backends.fail.Keyring"
NULL = "keyring.backends.null.Keyring"


class Thread:
    """A thread for blocking work, like the program's keyring thread."""

    def __init__(self) -> None:
        self.pool = ThreadPoolExecutor(1)
        self.asked = 0

    def __call__(self, work: Callable[[], T], /) -> "asyncio.Future[T]":
        self.asked += 1
        return asyncio.get_running_loop().run_in_executor(self.pool, work)


@pytest.fixture
def thread() -> Iterator[Thread]:
    made = Thread()
    yield made
    made.pool.shutdown()


def use(env: dict[str, str], backend: str, patch: pytest.MonkeyPatch) -> None:
    """Make this process search for its keyring again."""
    patch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    for name, value in env.items():
        patch.setenv(name, value)
    if backend:
        patch.setenv("PYTHON_KEYRING_BACKEND", backend)
    keyring.core.init_backend()


@pytest.fixture(scope="module")
def shared_keyring(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PrivateKeyring]:
    with private_keyring(tmp_path_factory.mktemp("keyring")) as running:
        yield running


@pytest.fixture
def system(shared_keyring: PrivateKeyring, monkeypatch: pytest.MonkeyPatch) -> PrivateKeyring:
    use(shared_keyring.env, DESKTOP, monkeypatch)
    return shared_keyring


@pytest.fixture
def own_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrivateKeyring]:
    """Start a keyring that a test may break."""
    with private_keyring(tmp_path) as running:
        use(running.env, DESKTOP, monkeypatch)
        yield running


def kept(system: PrivateKeyring, server: Server) -> str:
    """Query the keyring from another process."""
    return python(system, READ, "caseeditor", server.url)


def python(system: PrivateKeyring, program: str, *words: str) -> str:
    """Run a Python program with access to that keyring, and return its output."""
    env = {**system.env, "PYTHON_KEYRING_BACKEND": DESKTOP, "PYTHONPATH": str(Path(caseeditor.__file__).parents[1])}
    command = [sys.executable, "-c", program, *words]
    return subprocess.run(command, env=env, check=True, capture_output=True, encoding="utf-8").stdout.strip()


def trouble(work: Coroutine[Any, Any, object]) -> KeyringProblem:
    with pytest.raises(KeyringFailed) as raised:
        asyncio.run(work)
    return raised.value.trouble


def test_a_token_is_kept_under_the_programs_name_and_the_servers_url(system: PrivateKeyring, thread: Thread) -> None:
    credentials = Credentials(thread, 10)
    asyncio.run(credentials.keep(SERVER, TOKEN))
    assert kept(system, SERVER) == TOKEN
    assert asyncio.run(credentials.read(SERVER)) == TOKEN


@pytest.mark.usefixtures("system")
def test_each_server_has_a_token_of_its_own(thread: Thread) -> None:
    credentials = Credentials(thread, 10)
    for number, url in enumerate(("https://one.example", "https://one.example:8443", "http://one.example")):
        asyncio.run(credentials.keep(Server(url), f"token {number}"))
    assert asyncio.run(credentials.read(Server("https://one.example:8443"))) == "token 1"
    assert asyncio.run(credentials.read(Server("https://two.example"))) is None


def test_a_token_is_forgotten_and_may_be_forgotten_twice(system: PrivateKeyring, thread: Thread) -> None:
    server, credentials = Server("https://gone.example"), Credentials(thread, 10)
    asyncio.run(credentials.keep(server, TOKEN))
    for _ in range(2):
        asyncio.run(credentials.forget(server))
        assert kept(system, server) == "None"


def test_a_locked_keyring_is_told_as_locked(own_system: PrivateKeyring, thread: Thread) -> None:
    asyncio.run(Credentials(thread, 10).keep(SERVER, TOKEN))
    own_system.lock()
    # In a separate process: SecretStorage leaves its connections to a locked keyring open.
    assert python(own_system, TROUBLES, SERVER.url) == "locked locked locked"


def test_a_keyring_that_hangs_is_given_up_and_not_asked_again(own_system: PrivateKeyring, thread: Thread) -> None:
    asyncio.run(Credentials(thread, 10).keep(SERVER, TOKEN))
    credentials = Credentials(thread, 0.2)
    own_system.freeze()
    try:
        assert trouble(credentials_reading(credentials, own_system)) is KeyringProblem.SLOW
        assert trouble(credentials.read(SERVER)) is KeyringProblem.SLOW
        assert trouble(credentials.keep(SERVER, TOKEN)) is KeyringProblem.SLOW
    finally:
        own_system.thaw()
    assert thread.asked == 2


async def credentials_reading(credentials: Credentials, system: PrivateKeyring) -> None:
    """Read while the keyring is frozen. It thaws before the loop ends, since the loop waits for its threads."""
    try:
        await credentials.read(SERVER)
    finally:
        system.thaw()


@pytest.mark.parametrize("what", ["read", "keep", "forget"])
def test_without_a_keyring_that_is_told(what: str, thread: Thread, monkeypatch: pytest.MonkeyPatch) -> None:
    use({}, FAIL, monkeypatch)
    credentials = Credentials(thread, 10)
    works = {"read": credentials.read, "forget": credentials.forget}
    work = credentials.keep(SERVER, TOKEN) if what == "keep" else works[what](SERVER)
    assert trouble(work) is KeyringProblem.ABSENT


@pytest.mark.linux_only("a bus, which a keyring needs on Linux only")
@pytest.mark.parametrize("bus", [None, "unix:path=/nowhere/at/all", "nonsense"])
def test_without_a_bus_there_is_none(bus: str | None, thread: Thread, monkeypatch: pytest.MonkeyPatch) -> None:
    use({} if bus is None else {"DBUS_SESSION_BUS_ADDRESS": bus}, "", monkeypatch)
    assert trouble(Credentials(thread, 10).read(SERVER)) is KeyringProblem.ABSENT


@pytest.mark.usefixtures("system")
@pytest.mark.parametrize("bus", ["unix:path=/nowhere/at/all", "nonsense"])
def test_a_bus_that_has_gone_meanwhile_is_told(bus: str, thread: Thread, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
    assert trouble(Credentials(thread, 10).read(SERVER)) is KeyringProblem.REFUSED


def test_a_keyring_that_takes_anything_and_keeps_nothing_is_none(
    thread: Thread, monkeypatch: pytest.MonkeyPatch
) -> None:
    use({}, NULL, monkeypatch)
    credentials = Credentials(thread, 10)
    assert asyncio.run(credentials.read(SERVER)) is None
    assert trouble(credentials.keep(SERVER, TOKEN)) is KeyringProblem.ABSENT


def test_a_keyring_that_is_not_wanted_is_not_touched(thread: Thread) -> None:
    assert trouble(Credentials(thread, 10, wanted=False).read(SERVER)) is KeyringProblem.NOT_WANTED
    assert thread.asked == 0


# Accounts: signing in and out over server and keyring.


def sign(work: Callable[[Accounts, Gateway], Coroutine[Any, Any, T]], credentials: Credentials, thread: Thread) -> T:
    """Run a coroutine with accounts over a temporary store."""

    async def main() -> T:
        gateway = Gateway(timing=Timing(), secrets=Secrets())
        database = AsyncDatabase(thread, lambda _: Store(Path(folder)))
        try:
            return await work(Accounts(gateway, credentials, database), gateway)
        finally:
            await database.close()
            await gateway.close()

    with TemporaryDirectory() as folder:
        return asyncio.run(main())


def test_signing_in_keeps_the_token_and_the_next_start_resumes_with_it(
    system: PrivateKeyring, thread: Thread, demo: DemoServer
) -> None:
    server, credentials = Server(demo.url), Credentials(thread, 10)
    signed_in = sign(lambda accounts, _: accounts.sign_in(server, demo.token, keep=True), credentials, thread)
    assert (signed_in.server, signed_in.user.name, signed_in.trouble) == (server, "demo", None)
    assert kept(system, server) == demo.token

    async def next_start(accounts: Accounts, gateway: Gateway) -> str:
        assert await accounts.resume(server) == Resumed(has_token=True)
        assert (await accounts.who(server)).name == "demo"
        return (await gateway.read_case(server, "203")).case.id

    assert sign(next_start, credentials, thread) == "203"


def test_signing_in_for_this_session_only_forgets_what_was_kept(
    system: PrivateKeyring, thread: Thread, demo: DemoServer
) -> None:
    server, credentials = Server(demo.url), Credentials(thread, 10)
    asyncio.run(credentials.keep(server, "an older one"))
    signed_in = sign(lambda accounts, _: accounts.sign_in(server, demo.token, keep=False), credentials, thread)
    assert signed_in.trouble is KeyringProblem.NOT_WANTED
    assert kept(system, server) == "None"


@pytest.mark.parametrize("text", ["Cliente llamó por la factura", "to\nken", "ñandú", "https://example.org", ""])
@pytest.mark.usefixtures("system")
def test_what_cant_be_a_token_is_not_sent(thread: Thread, demo: DemoServer, text: str) -> None:
    server, credentials = Server(demo.url), Credentials(thread, 10)

    async def work(accounts: Accounts, _: Gateway) -> SignedIn:
        return await accounts.sign_in(server, text, keep=True)

    assert why(lambda: sign(work, credentials, thread)).kind is FailureKind.TOKEN_MISSING
    assert demo.requests == ()


def test_a_token_that_is_refused_changes_nothing(system: PrivateKeyring, thread: Thread, demo: DemoServer) -> None:
    server, credentials = Server(demo.url), Credentials(thread, 10)
    asyncio.run(credentials.keep(server, demo.token))

    async def work(accounts: Accounts, gateway: Gateway) -> bool:
        await accounts.resume(server)
        with pytest.raises(Exception, match="token refused"):
            await accounts.sign_in(server, "wrong", keep=True)
        return (await gateway.read_case(server, "203")).case.id == "203"

    assert sign(work, credentials, thread)
    assert kept(system, server) == demo.token


@pytest.mark.usefixtures("system")
def test_a_server_that_cannot_be_asked_is_not_signed_in_to(thread: Thread) -> None:
    server, credentials = Server(nowhere()), Credentials(thread, 10)

    async def work(accounts: Accounts, _: Gateway) -> SignedIn:
        return await accounts.sign_in(server, TYPED, keep=True)

    assert why(lambda: sign(work, credentials, thread)).kind is FailureKind.UNREACHABLE
    assert asyncio.run(credentials.read(server)) is None


def test_signing_out_forgets_the_token_here_and_in_the_keyring(
    system: PrivateKeyring, thread: Thread, demo: DemoServer
) -> None:
    server, credentials = Server(demo.url), Credentials(thread, 10)

    async def work(accounts: Accounts, gateway: Gateway) -> Resumed:
        await accounts.sign_in(server, demo.token, keep=True)
        assert await accounts.sign_out(server) is None
        assert not gateway.has_token(server)
        return await accounts.resume(server)

    assert sign(work, credentials, thread) == Resumed(has_token=False)
    assert kept(system, server) == "None"


def test_without_a_keyring_signing_in_is_for_this_session_and_says_why(
    thread: Thread, demo: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    use({}, FAIL, monkeypatch)
    server = Server(demo.url)

    async def work(accounts: Accounts, gateway: Gateway) -> KeyringProblem | None:
        assert await accounts.resume(server) == Resumed(has_token=False, trouble=KeyringProblem.ABSENT)
        signed_in = await accounts.sign_in(server, demo.token, keep=True)
        assert (await gateway.read_case(server, "203")).case.id == "203"
        assert await accounts.resume(server) == Resumed(has_token=True)
        assert await accounts.sign_out(server) is KeyringProblem.ABSENT
        assert not gateway.has_token(server)
        return signed_in.trouble

    assert sign(work, Credentials(thread, 10), thread) is KeyringProblem.ABSENT


def test_where_no_keyring_is_wanted_signing_out_has_nothing_to_tell(thread: Thread, demo: DemoServer) -> None:
    async def work(accounts: Accounts, _: Gateway) -> KeyringProblem | None:
        await accounts.sign_in(Server(demo.url), demo.token, keep=True)
        return await accounts.sign_out(Server(demo.url))

    assert sign(work, Credentials(thread, 10, wanted=False), thread) is None


@pytest.mark.usefixtures("system")
def test_many_who_resume_share_one_reading(thread: Thread, demo: DemoServer) -> None:
    server, keyring = Server(demo.url), Thread()

    async def work(accounts: Accounts, _: Gateway) -> list[Resumed]:
        return await asyncio.gather(*(accounts.resume(server) for _ in range(100)))

    assert sign(work, Credentials(keyring, 10), thread) == [Resumed(has_token=False)] * 100
    assert keyring.asked == 1
    keyring.pool.shutdown()


@pytest.mark.usefixtures("system")
def test_one_who_gives_up_leaves_the_reading_to_the_others(thread: Thread, demo: DemoServer) -> None:
    server, credentials = Server(demo.url), Credentials(thread, 10)
    asyncio.run(credentials.keep(server, demo.token))

    async def work(accounts: Accounts, _: Gateway) -> Resumed:
        first, second = (asyncio.create_task(accounts.resume(server)) for _ in range(2))
        await asyncio.sleep(0)
        first.cancel()
        return await second

    assert sign(work, credentials, thread) == Resumed(has_token=True)


@pytest.mark.parametrize("signs_out", [True, False])
def test_a_token_that_is_read_late_replaces_no_other(thread: Thread, demo: DemoServer, signs_out: bool) -> None:
    server, asked, answered = Server(demo.url), threading.Event(), threading.Event()

    def perform(request: Request) -> str | None:
        if request.action == "read":
            asked.set()
            answered.wait(60)
        return "an older one"

    async def work(accounts: Accounts, gateway: Gateway) -> Resumed:
        resuming = asyncio.create_task(accounts.resume(server))
        await asyncio.to_thread(asked.wait, 60)
        is_known = asyncio.Event()
        accounts.follow(lambda _: is_known.set())
        signing = asyncio.create_task(
            accounts.sign_out(server) if signs_out else accounts.sign_in(server, demo.token, keep=True)
        )
        await (asyncio.sleep(0) if signs_out else is_known.wait())
        assert accounts.turn(server) == 1
        answered.set()
        await signing
        assert gateway.has_token(server) is not signs_out
        if not signs_out:
            assert (await gateway.read_case(server, "203")).case.id == "203"
        return await resuming

    keyring = Thread()
    found = sign(work, Credentials(keyring, 20, perform=perform), thread)
    assert found == Resumed(has_token=not signs_out)
    keyring.pool.shutdown()
