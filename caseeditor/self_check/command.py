"""`--check`: check an installation, one line per check. With the built-in Social Gateway, it runs the main job."""

import asyncio
import logging
import os
import sys
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication

from caseeditor.app import App, build_backend
from caseeditor.domain.case.reference import Server, known_server
from caseeditor.domain.fields.reading import read_fields
from caseeditor.domain.timeouts import Timing
from caseeditor.self_check.demo_run import MainJob
from caseeditor.services.backend import Backend
from caseeditor.services.config.folder import tighten
from caseeditor.services.config.places import folders
from caseeditor.services.config.settings import SettingsFile, policy_file, read_policy
from caseeditor.services.instance.holding import Holding
from caseeditor.services.log.redaction import Secrets
from caseeditor.services.spelling.trial import try_dictionaries
from caseeditor.startup import Options, holder_words
from caseeditor.ui.application.i18n import choose
from caseeditor.ui.application.resources import folder
from caseeditor.ui.help.diagnostics_text import finding_line, line_words, policy_lines, spelling_line, version_lines
from caseeditor.ui.messages.texts import translate
from caseeditor.ui.state.data_notices import exposed_words


class Report:
    """Prints the lines, and records whether any check failed."""

    def __init__(self) -> None:
        self.failed = False

    def say(self, result: str, what: str, detail: str) -> None:
        """Print a line: ok, warn or fail, the name of the check, and the finding."""
        self.take(line_words(result, what, detail))

    def take(self, *lines: str) -> None:
        """Print lines unchanged."""
        for line in lines:
            self.failed = self.failed or line.startswith("fail ")
            print(line, flush=True)  # noqa: T201 - the command's output


def check(options: Options, timing: Timing) -> int:
    """Check the installation; return the exit status. Blocks, and ends its threads or leaves them behind."""
    logging.getLogger("caseeditor").addHandler(_log_handler(is_demo=options.demo))
    report = Report()
    if options.demo:
        holding = None if options.is_passing else Holding(folders(options.data_dir).data)
        if holding and not holding.take():
            sys.stderr.write(f"{holder_words(holding.holder())}\n")
            return 1
        # controls are found by their English names
        app = App(options._replace(cases=(), language="en"), timing, holding)
        report.take(*version_lines())
        MainJob(app, report.say, _pictures()).run()
        app.leave(int(report.failed))
    else:
        _check_parts(options, timing, report)
        sys.stdout.flush()
        os._exit(int(report.failed))  # a keyring that hangs has a thread that never ends
    return int(report.failed)


def _log_handler(*, is_demo: bool) -> logging.Handler:
    """Write unexpected exceptions to stderr, but nothing with a real token. All findings are in the lines."""
    if not is_demo:
        return logging.NullHandler()
    handler = logging.StreamHandler()
    handler.setLevel(logging.ERROR)
    return handler


def _pictures() -> Path | None:
    folder = os.environ.get("CASEEDITOR_PICTURES")
    return Path(folder) if folder else None


def _check_parts(options: Options, timing: Timing, report: Report) -> None:
    app = QGuiApplication(["caseeditor"])  # referenced as long as Qt is used
    report.take(*version_lines())
    where = folders(options.data_dir)
    policy = read_policy(policy_file(), where.settings)
    settings = SettingsFile(where.settings, policy).read()
    language = choose(options.language or settings.language, QLocale.system().uiLanguages())
    report.take(*policy_lines(policy, read_fields(policy.fields, language), policy_file()))
    server = known_server(settings.server)
    if options.server and "server" not in policy.locked:
        server = options.server
    for path in tighten(where.data, where.settings, where.logs):
        report.say("warn", translate("Diagnosis", "Rights"), exposed_words((str(path),)))
    backend = build_backend(settings, timing, Secrets(), where.data, lambda _: None, is_demo=False)
    asyncio.run(_check_services(server, backend, report))
    report.take(spelling_line(try_dictionaries(folder() / "dictionaries")))
    del app


async def _check_services(server: Server | None, backend: Backend, report: Report) -> None:
    async for finding in backend.diagnosis.find(server):
        report.take(finding_line(finding))
    await backend.gateway.close()
