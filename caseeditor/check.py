"""`--check`: what works in this installation, a line a check. With the built-in Social Gateway it does the main job."""

import asyncio
import logging
import os
import platform
import sys
import tempfile
from collections.abc import Coroutine
from importlib.metadata import version
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from caseeditor import __version__
from caseeditor.app import App, build_desk
from caseeditor.check_demo import MainJob
from caseeditor.domain.address import Server, known_server
from caseeditor.domain.failure import Failed
from caseeditor.domain.policy import Policy
from caseeditor.domain.timing import Timing
from caseeditor.services.credentials import Credentials, KeyringFailed
from caseeditor.services.desk import Desk
from caseeditor.services.secrets import Secrets
from caseeditor.services.settings import Folders, SettingsFile, folders, policy_file, read_policy
from caseeditor.start import Options
from caseeditor.ui.background import Lane
from caseeditor.ui.words import Doing, failure_words, policy_words, trouble_words

PROBE = Server("check://caseeditor")
"""Under this name the keyring is tried; no server has it."""


class Report:
    """Prints the lines, and knows whether any of them is a fail."""

    def __init__(self) -> None:
        self.failed = False

    def say(self, result: str, what: str, detail: str) -> None:
        """Print a line: ok, warn or fail, what was checked, and what was seen."""
        self.failed = self.failed or result == "fail"
        print(f"{result:<4}  {what}: {detail}", flush=True)  # noqa: T201 - this is what the command is for


def check(options: Options, timing: Timing) -> int:
    """Check the installation; returns the exit status. Blocks, and ends every thread it began or leaves it behind."""
    logging.getLogger("caseeditor").addHandler(logging.NullHandler())  # what matters is in the lines
    report = Report()
    _check_versions(report)
    if options.demo:
        app = App(msgspec.structs.replace(options, cases=(), language="en"), timing)  # finds controls by name
        report.say("ok", "Qt platform", QGuiApplication.platformName())
        MainJob(app, report.say, _pictures()).run()
    else:
        _check_parts(options, timing, report)
    sys.stdout.flush()
    if not options.demo:
        os._exit(int(report.failed))  # a keyring that hangs has a thread that never ends
    return int(report.failed)


def _pictures() -> Path | None:
    folder = os.environ.get("CASEEDITOR_PICTURES")
    return Path(folder) if folder else None


def _check_versions(report: Report) -> None:
    report.say("ok", "Case Editor", __version__)
    parts = ", ".join(f"{name} {version(name)}" for name in ("httpx", "keyring", "msgspec", "truststore"))
    report.say("ok", "Python", f"{platform.python_version()}, Qt {qVersion()}, {parts}")


def _check_parts(options: Options, timing: Timing, report: Report) -> None:
    app = QGuiApplication(["caseeditor"])
    report.say("ok", "Qt platform", app.platformName())
    where = folders(options.data_dir)
    policy = read_policy(policy_file())
    settings = SettingsFile(where.settings, policy).read()
    _check_policy(policy, report)
    _check_folder(where, report)
    secrets = Secrets()
    server = known_server(settings.server)
    if options.server and "server" not in policy.locked:
        server = options.server
    desk = build_desk(settings, timing, secrets, where.data, lambda _: None, is_demo=False)
    asyncio.run(_check_services(server, desk, Credentials(Lane("keyring check"), timing.keyring), report))


def _check_policy(policy: Policy, report: Report) -> None:
    if policy.trouble:
        report.say("warn", "Policy", policy_words(policy.trouble).format(policy_file()))
    elif policy != Policy():
        said = "; ".join(
            f"{what} {', '.join(sorted(names))}"
            for what, names in (("sets", policy.defaults), ("locks", policy.fixed))
            if names
        )
        report.say("ok", "Policy", f"{policy_file()} {said}")


def _check_folder(where: Folders, report: Report) -> None:
    try:
        where.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=where.data) as probe:
            probe.write(b"caseeditor")
    except OSError as error:
        report.say("fail", "Data folder", f"{where.data} can't be written ({error.strerror})")
        return
    report.say("ok", "Data folder", str(where.data))


async def _check_services(server: Server | None, desk: Desk, credentials: Credentials, report: Report) -> None:
    try:
        await credentials.keep(PROBE, "round trip")
        await credentials.forget(PROBE)
        report.say("ok", "Keyring", "keeps a secret and gives it back")
    except KeyringFailed as failed:
        report.say("warn", "Keyring", trouble_words(failed.trouble))
    if server is None:
        report.say("warn", "Server", "none is set; sign in, or name one with --server")
    else:
        await _check_server(server, desk, report)
    await desk.gateway.close()


async def _check_server(server: Server, desk: Desk, report: Report) -> None:
    if not await _tried(report, "Server", server, desk.gateway.greet(server)):
        return
    report.say("ok", "Server", server.url)
    resumed = await desk.accounts.resume(server)
    if not resumed.has_token:
        report.say("warn", "Token", f"none is kept for {server.domain}; sign in")
    elif await _tried(report, "Token", server, desk.accounts.who(server)):
        report.say("ok", "Token", f"accepted by {server.domain}")


async def _tried(report: Report, what: str, server: Server, call: Coroutine[Any, Any, object]) -> bool:
    try:
        await call
    except Failed as failed:
        report.say("fail", what, f"{server.url}: {failure_words(failed.failure, Doing.SIGNING_IN)}")
        return False
    return True
