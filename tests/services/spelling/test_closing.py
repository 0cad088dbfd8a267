"""The spelling process: its end while it starts, while its thread hangs, and a start without streams."""

import asyncio
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from caseeditor.runtime.worker import SingleThreadExecutor
from caseeditor.services import HELPER_ARGUMENT
from caseeditor.services.own_process import own_command
from caseeditor.services.spelling.process import HelperError, HelperProcess
from caseeditor.services.spelling.spelling import Spelling
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.database import Store


def test_a_process_that_starts_while_the_program_closes_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    helper = HelperProcess()
    started: list[subprocess.Popen[bytes]] = []
    real = subprocess.Popen

    def close_meanwhile(*args: Any, **options: Any) -> "subprocess.Popen[bytes]":  # noqa: ANN401 - those of Popen
        started.append(real(*args, **options))
        helper.close()
        return started[0]

    monkeypatch.setattr("subprocess.Popen", close_meanwhile)
    with pytest.raises(HelperError):
        helper.start()
    [process] = started
    assert process.poll() is not None
    assert not helper.runs


def test_closing_does_not_wait_for_a_thread_that_hangs(tmp_path: Path) -> None:
    goes_on = threading.Event()

    async def main() -> None:
        database = AsyncDatabase(SingleThreadExecutor("store"), lambda busy_ms: Store(tmp_path, busy_ms=busy_ms))
        thread = SingleThreadExecutor("spelling")
        spelling = Spelling(lambda: thread, tmp_path, database)
        await spelling.means()
        hung = asyncio.ensure_future(thread(goes_on.wait))
        try:
            await asyncio.wait_for(spelling.close(), 10)
        finally:
            goes_on.set()
            await hung
            await database.close()

    asyncio.run(main())


@pytest.mark.linux_only("closes a stream by the shell")
def test_a_process_without_streams_ends_silently() -> None:
    command = f"exec {sys.executable} -m caseeditor {HELPER_ARGUMENT} >&-"
    ran = subprocess.run(["/bin/sh", "-c", command], capture_output=True, timeout=60, check=False)
    assert (ran.returncode, ran.stderr) == (1, b"")


def test_windows_needs_the_console_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(tmp_path / "caseeditor.exe"))
    monkeypatch.setattr("sys.platform", "win32")
    with pytest.raises(HelperError):
        HelperProcess().start()
    console = tmp_path / "caseeditor-console.exe"
    console.touch()
    assert own_command(HELPER_ARGUMENT) == [str(console), HELPER_ARGUMENT]
