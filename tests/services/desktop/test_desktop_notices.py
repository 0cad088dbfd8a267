"""Notices on a Linux desktop: a real bus, and a service on it."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from caseeditor.domain.local.notice_clicked import NoticeClicked
from caseeditor.services.desktop import desktop_notices
from caseeditor.services.desktop.desktop_notices import DesktopNotices
from tests.support.notification_service import private_bus, process_of, service_on

pytestmark = pytest.mark.linux_only("the session bus")


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with private_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


def test_a_notice_is_shown_replaced_clicked_and_withdrawn(bus: str) -> None:
    async def run() -> None:
        told: asyncio.Queue[object] = asyncio.Queue()
        notices = DesktopNotices(told.put_nowait)
        with service_on(bus) as service:
            await notices.show("Case 203 needs your decision.", "Open")
            await notices.show("2 cases need you.", "Open")
            assert [(each.number, each.replaces, each.text, each.body) for each in service.notices] == [
                (1, 0, "Case 203 needs your decision.", ""),
                (1, 1, "2 cases need you.", ""),
            ]
            assert service.notices[0].actions == ["default", "Open"]
            service.click(7)  # of another program
            service.click(1, "token-1")
            service.click(1)
            async with asyncio.timeout(60):
                assert [await told.get(), await told.get()] == [NoticeClicked("token-1"), NoticeClicked()]
            await notices.withdraw()
            await notices.withdraw()
            assert service.closed == [1]
            await notices.close()

    asyncio.run(run())


def test_without_a_bus_or_a_service_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    async def run() -> None:
        notices = DesktopNotices(print)
        await notices.show("x", "Open")
        await notices.withdraw()
        await notices.close()

    for address in ("", "unix:path=/nowhere", "rubbish", "tcp:host=localhost,port=1"):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        asyncio.run(run())
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    asyncio.run(run())
    with private_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        asyncio.run(run())
        with service_on(address, is_failing=True):
            asyncio.run(run())


def test_a_service_that_hangs_costs_a_bounded_time(bus: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desktop_notices, "_PATIENCE", 0.1)

    async def run() -> None:
        notices = DesktopNotices(print)
        with service_on(bus) as service:
            service.pause()
            await notices.show("x", "Open")
            service.go_on()
            await notices.close()

    asyncio.run(run())


def test_closing_does_not_wait_for_a_service_that_hangs(bus: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desktop_notices, "_PATIENCE", 600)

    async def run() -> None:
        notices = DesktopNotices(print)
        with service_on(bus) as service:
            service.pause()
            showing = asyncio.create_task(notices.show("x", "Open"))
            await service.reached()
            async with asyncio.timeout(60):
                await notices.close()
                await showing

    asyncio.run(run())


def test_the_socket_of_a_bus_that_hangs_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desktop_notices, "_PATIENCE", 0.1)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'bus'}")

    async def run() -> None:
        ended: asyncio.Queue[bytes] = asyncio.Queue()

        async def hang(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            ended.put_nowait(await reader.read())
            writer.close()

        notices = DesktopNotices(print)
        async with await asyncio.start_unix_server(hang, tmp_path / "bus"):
            await notices.show("x", "Open")
            async with asyncio.timeout(60):
                for _ in range(2):  # a second attempt follows
                    assert b"AUTH" in await ended.get()

    asyncio.run(run())


def test_a_bus_that_reads_no_more_costs_a_bounded_time(bus: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desktop_notices, "_PATIENCE", 0.3)

    async def run() -> None:
        notices = DesktopNotices(print)
        with service_on(bus):
            await notices.show("x", "Open")
            daemon = process_of(bus)
            os.kill(daemon, signal.SIGSTOP)
            try:
                async with asyncio.timeout(5):
                    await notices.show("x" * 20_000_000, "Open")
                    await notices.close()
            finally:
                os.kill(daemon, signal.SIGCONT)

    asyncio.run(run())


def test_a_bus_that_was_started_anew_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    async def run() -> None:
        notices = DesktopNotices(print)
        for number in (1, 2):
            with private_bus() as address:
                monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
                with service_on(address) as service:
                    await notices.show(f"Case {number}", "Open")
                    assert [each.text for each in service.notices] == [f"Case {number}"]
        await notices.close()

    asyncio.run(run())


def test_neither_jeepney_nor_qtdbus_is_imported_at_start() -> None:
    script = (
        "import sys, caseeditor.app, caseeditor.services.backend;"
        "sys.exit(any(name in sys.modules for name in ('jeepney', 'PySide6.QtDBus')))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
