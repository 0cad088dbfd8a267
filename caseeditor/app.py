"""The composition root: builds the parts, wires them, shuts them down in order. Contains no logic."""

import logging
import os
import sys
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.reference import Server, is_link, known_server
from caseeditor.domain.errors.failure import Failure
from caseeditor.domain.local.data_news import DataNews
from caseeditor.domain.local.restrictions import Restrictions
from caseeditor.domain.local.settings import Settings
from caseeditor.domain.policy import Policy
from caseeditor.domain.timeouts import Timing, with_reading
from caseeditor.runtime.file_writing import Trouble
from caseeditor.runtime.worker import BackgroundWorker, Outcome, SingleThreadExecutor, call, is_blocking_work_left
from caseeditor.services.config.folder import tighten
from caseeditor.services.config.places import folders
from caseeditor.services.config.settings import SettingsFile, keep_policy, policy_file, read_policy
from caseeditor.services.instance.holding import Holding
from caseeditor.services.log.redaction import Secrets
from caseeditor.startup import Options
from caseeditor.ui.application import i18n
from caseeditor.ui.application.exception_hook import Unexpected
from caseeditor.ui.application.first_paint import FirstPaint
from caseeditor.ui.application.garbage import GarbageCollection
from caseeditor.ui.application.installation import Installed
from caseeditor.ui.application.os_signals import QuitSignals
from caseeditor.ui.application.resources import application_icon, folder
from caseeditor.ui.application.url_events import OpenedLinks
from caseeditor.ui.instance.single_instance import HandedOver, Instance
from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.main_window.panes.pane_widths import fit_screen
from caseeditor.ui.messages.message import Message, Severity
from caseeditor.ui.messages.texts import policy_words, translate
from caseeditor.ui.state.account import refused_words
from caseeditor.ui.state.settings_saver import SettingsSaver
from caseeditor.ui.state.workspace import Workspace
from caseeditor.ui.style.appearance import Looks, make_application

if TYPE_CHECKING:
    import tempfile

    from caseeditor.demo.server import DemoServer
    from caseeditor.domain.fields.reading import FieldsFound
    from caseeditor.services.accounts.keyring_calls import Request
    from caseeditor.services.accounts.keyring_process import KeyringProcess
    from caseeditor.services.backend import Backend
    from caseeditor.services.batch.service import BatchService
    from caseeditor.services.desktop.launcher_entry import LauncherEntry
    from caseeditor.services.log.log_file import Log
    from caseeditor.services.spelling.spelling import Spelling
    from caseeditor.ui.application.caret import RestingCaret

_UNSEEN = 500
"""ms after which start-up continues even if the window is not visible: it may be minimised."""
_SHOWN = 500
"""ms until a case from the command line is shown; a second start waits longer for an answer."""
_SETTLED = 2000
"""ms until start-up is complete."""


class App:
    """One run of the program. Built on the GUI thread; `window` exists from the beginning.

    `holding` is the result of take_folder; without one, the folder is taken here. `policy` replaces the system's policy
    file, for tests.
    """

    def __init__(
        self, options: Options, timing: Timing, holding: Holding | None = None, policy: Path | None = None
    ) -> None:
        self._options = options
        self._policy_file = policy or policy_file()
        self._timing = timing
        self._scratch = _scratch_folder(options)
        self._folders = folders(Path(self._scratch.name) if self._scratch else options.data_dir)
        # The built-in Social Gateway is for trying out, so no policy applies.
        self._policy = Policy() if options.demo else read_policy(self._policy_file, self._folders.settings)
        self._file = SettingsFile(self._folders.settings, self._policy)
        settings = self._read = self._file.read()
        self._keyring: KeyringProcess | None = None
        self._qt = _qt_application()
        self._unexpected = Unexpected()
        self._unexpected.install()
        is_fixed = "language" in self._policy.locked
        self._wanted = settings.language if is_fixed else options.language or settings.language
        i18n.speak(self._qt, self._wanted)
        if holding is None:
            holding = Holding(self._folders.data)
            holding.take()
        self._instance = Instance(holding)
        self._instance.handed_over.connect(self._on_handed_over)
        self._instance.taken.connect(self._take_over)
        self._garbage = GarbageCollection(self._qt)
        self._secrets = Secrets()
        self._caret: RestingCaret | None = None
        self._log: Log | None = None
        self._has_begun = self._has_ended = False
        self.demo: DemoServer | None = None
        self._looks = Looks(self._qt)
        self._looks.apply(settings)
        self._worker: BackgroundWorker[Backend] = BackgroundWorker(lambda: self._build(settings))
        restrictions = Restrictions(
            locked=self._policy.locked,
            only=known_server(settings.server) if "server" in self._policy.locked else None,
            allowed=self._policy.servers((settings.server, *settings.domains.values())),
        )
        self.workspace = Workspace(self._worker, settings, timing, restrictions)
        where = self._folders
        installed = Installed(
            where.settings,
            where.data,
            where.logs,
            self._policy.locked,
            is_demo=options.demo,
            policy_lines=self._policy_lines,
        )
        self.window = MainWindow(self.workspace, installed)
        self._saver = SettingsSaver(self._worker, self.workspace.settings_store, self._keep_settings)
        self._saver.message_emitted.connect(self.workspace.message_emitted)
        self._saver.message_withdrawn.connect(self.workspace.message_withdrawn)
        self.workspace.settings_store.changed.connect(lambda: self._looks.apply(self.workspace.settings))
        self._unexpected.happened.connect(self._tell_unexpected)
        self._links = OpenedLinks()
        self._links.opened.connect(
            lambda text: self.window.open_by_itself((text,), lambda: self.workspace.opener.open_text(text))
        )
        if sys.platform == "darwin":  # elsewhere the filter would only slow down every event
            self._qt.installEventFilter(self._links)
        self._quit = QuitSignals(self.window)
        self._quit.wanted.connect(self.window.closing.close_at_once)
        self._qt.commitDataRequest.connect(self.window.closing.close_at_once)

    def run(self) -> int:
        """Show the window, then start the worker; return after the window is closed and everything is shut down."""
        self.show()
        self._qt.exec()
        self.shut_down()
        self.leave(0)
        return 0

    def show(self) -> None:
        """Show the window, and start the worker after the first paint, which its imports would delay."""
        fit_screen(self.window)
        FirstPaint(self.window).seen.connect(self._begin)
        self.window.show()
        QTimer.singleShot(_UNSEEN, self._begin)

    def shut_down(self) -> None:
        """Stop the worker within the deadline."""
        self._has_begun = True  # prevents a late start of the worker
        self.window.closing.close_at_once()
        self._has_ended = self._worker.close(self._timing.closing)
        if self._caret:
            self._caret.end()
        if self._keyring:
            self._keyring.close()
        if self.demo:
            self.demo.stop()
        if self._log:
            self._log.stop()
        self._instance.close()
        if self._scratch:
            self._scratch.cleanup()
        if self._has_ended:
            self._garbage.end()

    def leave(self, status: int) -> None:
        """Exit at once if a thread hangs, which the end of the interpreter would wait for or meet inside a library.

        Otherwise do nothing. Call it after `shut_down`, last.
        """
        if self._has_ended and not is_blocking_work_left():
            return
        if self._has_ended:
            self._qt.shutdown()  # Qt hands over the clipboard, which would otherwise go with the program
        sys.stdout.flush()
        os._exit(status)

    def _begin(self) -> None:
        if self._has_begun:
            return
        self._has_begun = True
        server = self._options.server
        if self._options.demo:
            server = self._start_demo()
        else:
            server = server or known_server(self.workspace.settings.server)
            self._start_keyring(is_read=server is not None)
        self._worker.start()
        if not self._options.demo:
            keep = partial(keep_policy, self._policy, self._policy_file, self._folders.settings)
            self._worker.run(call(BackendInterface.on_disk, keep), is_update=True)
        self._worker.run(call(BackendInterface.on_disk, self._file.tidy))
        if self._policy.trouble:
            text = policy_words(self._policy.trouble).format(self._policy_file)
            self.window.say(Message(text, Severity.WARNING))
        self._apply_fields()
        if server and not self._options.demo and any(map(is_link, self._options.cases)):
            # A third party wrote the link, and may have written the server's address too.
            known = known_server(self.workspace.settings.server)
            self.workspace.start_by_link(server, known, self._options.cases)
        else:
            self.workspace.start(server, self._options.cases)
        self._links.begin()
        QTimer.singleShot(_SHOWN, self._settle_in)
        QTimer.singleShot(_SETTLED, self._garbage, self._garbage.begin)

    @cached_property
    def _fields(self) -> "FieldsFound":
        """The policy's fields, read once: 10,000 patterns take a moment to compile."""
        from caseeditor.domain.fields.reading import read_fields  # noqa: PLC0415 - few policies have any

        return read_fields(self._policy.fields, i18n.choose(self._wanted, QLocale.system().uiLanguages()))

    def _apply_fields(self) -> None:
        """Apply the policy's fields before the first case is opened, and report their faults."""
        if not self._policy.fields:
            return
        found = self._fields
        self.workspace.cases.schema = found.schema if found.schema.fields else None
        if found.faults:
            from caseeditor.ui.messages.field_texts import faults_message  # noqa: PLC0415 - as above

            self.window.say(faults_message(found.faults, self._policy_file))

    def _policy_lines(self) -> tuple[str, ...]:
        from caseeditor.ui.help.diagnostics_text import policy_lines  # noqa: PLC0415 - not at start

        return policy_lines(self._policy, self._fields, self._policy_file)

    def _settle_in(self) -> None:
        """Do the work that can wait."""
        from caseeditor.ui.application.caret import RestingCaret  # noqa: PLC0415 - not at start

        self._caret = RestingCaret(self._qt)
        acted = self.window.attention.acted
        for stirred in (acted, self._qt.focusChanged, self._worker.arrived, self._worker.news):
            stirred.connect(self._garbage.hurry)
        self._qt.setWindowIcon(application_icon())
        self._instance.listen()
        for message in self._instance.messages():
            self.window.say(message)

    def _on_handed_over(self, handed: HandedOver) -> None:
        self.window.open_by_itself(handed.cases, lambda: self._take_handed_over(handed))

    def _take_handed_over(self, handed: HandedOver) -> None:
        named = known_server(handed.server)
        server = self.workspace.account.permitted(named)
        if named and server is None:
            self.window.say(Message(refused_words(), Severity.ERROR))
        else:
            self.workspace.opener.open_handed(server, handed.cases)
        self.window.come_forward()

    def _take_over(self) -> None:
        """Start sending, since the previous holder of the data folder is gone. Retries until the disk can be read."""

        def on_taken(outcome: "Outcome[None]") -> None:
            if isinstance(outcome, Failure):
                QTimer.singleShot(_SETTLED, self._take_over)
            else:
                self.window.say(Message(translate("Instance", "The data folder is free. Sending continues.")))

        self._worker.run(call(BackendInterface.begin_sending), on_taken)

    def _start_keyring(self, *, is_read: bool) -> None:
        """Start the process that asks the keyring; before the first paint, it would delay that by 13 of 229 ms."""
        from caseeditor.services.accounts.keyring_process import make_keyring_process  # noqa: PLC0415 - as above

        self._keyring = make_keyring_process()
        if self._keyring and is_read:
            self._keyring.prepare()

    def _start_demo(self) -> Server:
        from caseeditor.demo.colleagues import Colleagues  # noqa: PLC0415 - only where it is asked for
        from caseeditor.demo.server import DemoServer, port_of  # noqa: PLC0415 - as above

        port = 0 if self._options.is_passing else port_of(self._folders.data)
        self.demo = DemoServer(port=port, colleagues=Colleagues() if self._options.has_colleagues else None)
        self.demo.start()
        return Server(self.demo.url)

    def _build(self, settings: Settings) -> "Backend":
        """Build the services. Called on the worker thread, since their imports are slow."""
        from caseeditor.services.log.log_file import Log  # noqa: PLC0415 - as above

        self._log = Log(self._folders.logs, self._secrets)
        exposed = tighten(self._folders.data, self._folders.settings, self._folders.logs)
        if exposed:
            self._worker.publish(DataNews(exposed=tuple(map(str, exposed))))
        if self._policy.trouble:
            logging.getLogger(__name__).warning("policy: %s, not followed; its locks hold", self._policy.trouble.value)
        timing = with_reading(self._timing, settings.reading_seconds)
        backend = build_backend(
            settings,
            timing,
            self._secrets,
            self._folders.data,
            self._worker.publish,
            is_demo=self._options.demo,
            may_send=self._instance.is_held,
            ask_keyring=self._keyring,
        )
        if self.demo:
            backend.gateway.admit(Server(self.demo.url), self.demo.token)
        return backend

    def _keep_settings(self, settings: Settings) -> Trouble | None:
        """Write the settings. Called on the disk thread."""
        if self._options.demo:  # its address is invalid once it stops
            settings = msgspec.structs.replace(settings, server=self._read.server, domains=self._read.domains)
        return self._file.write(settings)

    def _tell_unexpected(self) -> None:
        text = translate("App", "Something went wrong. What you typed is still here; {0}")
        log = translate("App", "see the log in {0} for details.").format(self._folders.logs)
        self.window.say(Message(text.format(log), Severity.ERROR))


def build_backend(  # noqa: PLR0913 - all that services are made of
    settings: Settings,
    timing: Timing,
    secrets: Secrets,
    data: Path,
    tell: Callable[[object], None],
    *,
    is_demo: bool,
    may_send: bool = True,
    ask_keyring: "Callable[[Request], str | None] | None" = None,
) -> "Backend":
    """Build the services; each blocking one has its own thread.

    `tell` gets unrequested news. `ask_keyring` passes requests on to the keyring; without one, it is asked here.
    """
    from caseeditor.services.accounts.accounts import Accounts  # noqa: PLC0415 - slow to import: after the window is up
    from caseeditor.services.accounts.keyring_calls import perform  # noqa: PLC0415 - as above
    from caseeditor.services.accounts.others import OthersWork  # noqa: PLC0415 - as above
    from caseeditor.services.accounts.token_store import Credentials  # noqa: PLC0415 - as above
    from caseeditor.services.api.client import Gateway  # noqa: PLC0415 - as above
    from caseeditor.services.api.traffic import Traffic  # noqa: PLC0415 - as above
    from caseeditor.services.backend import Backend  # noqa: PLC0415 - as above
    from caseeditor.services.delivery.outbox import Outbox  # noqa: PLC0415 - as above
    from caseeditor.services.desktop.desktop_notices import DesktopNotices  # noqa: PLC0415 - as above
    from caseeditor.services.diagnostics import Diagnosis  # noqa: PLC0415 - as above
    from caseeditor.services.share import Share  # noqa: PLC0415 - as above
    from caseeditor.services.storage.async_database import AsyncDatabase  # noqa: PLC0415 - as above
    from caseeditor.services.storage.attribute_values import AttributeValues  # noqa: PLC0415 - as above
    from caseeditor.services.storage.database import Store  # noqa: PLC0415 - as above
    from caseeditor.services.storage.filter_values import FilterValues  # noqa: PLC0415 - as above
    from caseeditor.services.storage.history import History  # noqa: PLC0415 - as above
    from caseeditor.services.storage.local_data import LocalData  # noqa: PLC0415 - as above

    traffic = Traffic(timing)
    gateway = Gateway(
        timing=timing, secrets=secrets, proxy=settings.proxy, plain_http=settings.plain_http, traffic=traffic
    )

    def make_credentials(thread: str) -> Credentials:
        ask = ask_keyring or perform
        return Credentials(SingleThreadExecutor(thread), timing.keyring, wanted=not is_demo, perform=ask)

    credentials = make_credentials("keyring")
    database = AsyncDatabase(SingleThreadExecutor("store"), lambda busy_ms: Store(data, tell=tell, busy_ms=busy_ms))
    accounts = Accounts(gateway, credentials, database)
    accounts.follow(tell)
    disk = SingleThreadExecutor("disk")

    def make_spelling() -> "Spelling":
        from caseeditor.services.spelling.spelling import Spelling  # noqa: PLC0415 - not before it is used

        return Spelling(partial(SingleThreadExecutor, "spelling"), folder() / "dictionaries", database)

    outbox = Outbox(gateway, accounts, database, timing, tell, traffic, stamp=settings.stamp, may_send=may_send)

    def make_batches() -> "BatchService":
        from caseeditor.services.batch.making import make_batch_service  # noqa: PLC0415 - not before it is used

        return make_batch_service(
            database=database,
            outbox=outbox,
            gateway=gateway,
            accounts=accounts,
            traffic=traffic,
            timing=timing,
            disk=disk,
            tell=tell,
            settings=settings,
        )

    def make_launcher_entry() -> "LauncherEntry":
        from caseeditor.services.desktop.launcher_entry import LauncherEntry  # noqa: PLC0415 - not before it is used

        return LauncherEntry()

    return Backend(
        others=OthersWork(database, accounts, outbox),
        gateway=gateway,
        accounts=accounts,
        outbox=outbox,
        database=database,
        history=History(database),
        memory=LocalData(database),
        values=FilterValues(database),
        attribute_values=AttributeValues(database),
        disk=disk,
        share=Share(partial(SingleThreadExecutor, "share")),
        notices=DesktopNotices(tell),
        diagnosis=Diagnosis(data, disk, partial(make_credentials, "keyring check"), gateway, accounts),
        make_spelling=make_spelling,
        make_batches=make_batches,
        make_launcher_entry=make_launcher_entry,
    )


def _qt_application() -> QApplication:
    there = QApplication.instance()  # exists if the start had to ask a question
    app = there if isinstance(there, QApplication) else make_application()
    app.setApplicationName("caseeditor")
    app.setDesktopFileName("caseeditor")
    return app


def _scratch_folder(options: Options) -> "tempfile.TemporaryDirectory[str] | None":
    """Return a temporary folder for the built-in Social Gateway, which uses no real one."""
    if not options.is_passing:
        return None
    import tempfile  # noqa: PLC0415 - not at every start

    return tempfile.TemporaryDirectory(prefix="caseeditor-demo-", ignore_cleanup_errors=True)
