"""A real gnome-keyring on a private session bus, below a temporary folder."""

import contextlib
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

PASSWORD = b"ci"  # an empty one fails on a fresh home
GDBUS = "/usr/bin/gdbus"
LOCK = ("-d", "org.freedesktop.secrets", "-o", "/org/freedesktop/secrets", "-m", "org.freedesktop.Secret.Service.Lock")
LOGIN = '[objectpath "/org/freedesktop/secrets/collection/login"]'


class PrivateKeyring:
    """The running keyring. `env` contains the variables by which programs find it."""

    def __init__(self, env: dict[str, str], daemon: subprocess.Popen[bytes]) -> None:
        self.env = env
        self._daemon = daemon

    def lock(self) -> None:
        """Lock it; without a screen there is no prompt to unlock it."""
        subprocess.run([GDBUS, "call", "--session", *LOCK, LOGIN], env=self.env, check=True, stdout=subprocess.DEVNULL)

    def freeze(self) -> None:
        """Stop it from answering, as if it waited for a prompt."""
        self._daemon.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._daemon.send_signal(signal.SIGCONT)


@contextlib.contextmanager
def private_keyring(root: Path) -> Iterator[PrivateKeyring]:
    """Start bus and keyring, and stop both at the end."""
    env = {"PATH": os.environ.get("PATH", os.defpath), "HOME": str(root / "home"), "XDG_RUNTIME_DIR": str(root / "run")}
    for name in ("HOME", "XDG_RUNTIME_DIR"):
        Path(env[name]).mkdir(mode=0o700, parents=True)
    with contextlib.ExitStack() as stack:
        bus = stack.enter_context(
            _running(["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"], env)
        )
        assert bus.stdout
        env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        command = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
        daemon = stack.enter_context(_running(command, env))
        assert daemon.stdin
        daemon.stdin.write(PASSWORD)
        daemon.stdin.close()
        subprocess.run([GDBUS, "wait", "--session", "--timeout", "10", "org.freedesktop.secrets"], env=env, check=True)
        yield PrivateKeyring(env, daemon)


@contextlib.contextmanager
def _running(command: list[str], env: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=env, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL) as process:
        try:
            yield process
        finally:
            process.send_signal(signal.SIGCONT)
            process.terminate()
