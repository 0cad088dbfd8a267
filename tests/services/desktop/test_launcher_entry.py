"""The progress in docks of Linux: a real bus, and a dock on it."""

import asyncio
import logging
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from caseeditor.services.desktop import launcher_entry
from caseeditor.services.desktop.launcher_entry import LauncherEntry
from tests.support.dock import Dock, dock_on
from tests.support.notification_service import private_bus, process_of

pytestmark = pytest.mark.linux_only("the session bus")
ENTRY = "application://caseeditor.desktop"


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with private_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@pytest.fixture
def dock(bus: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Dock]:
    monkeypatch.setattr(launcher_entry, "_PATIENCE", 10)  # a busy computer loses no update
    with dock_on(bus) as running:
        yield running


def test_a_progress_is_shown_on_the_entry_of_the_program_and_taken_away(dock: Dock) -> None:
    async def run() -> None:
        entry = LauncherEntry()
        for share in (None, 0.0, 0.25, None, None):
            await entry.show(share)
        assert dock.wait(3) == [(ENTRY, 0, True), (ENTRY, 0.25, True), (ENTRY, 0, False)]
        assert len(dock.senders()) == 1
        await entry.close()

    asyncio.run(run())


def test_the_entry_is_that_of_the_file_in_the_menu() -> None:
    [menu] = (Path(__file__).parents[3] / "resources" / "desktop").glob("*.desktop")
    assert f"application://{menu.name}" == ENTRY


def test_the_end_of_the_program_takes_it_away_and_leaves_the_bus(dock: Dock) -> None:
    async def run() -> None:
        entry = LauncherEntry()
        await entry.show(0.5)
        await entry.close()

    asyncio.run(run())
    assert dock.wait(2)[1] == (ENTRY, 0, False)
    assert dock.senders() == []


def test_without_a_bus_nothing_happens_and_the_log_tells_it_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def run() -> None:
        entry = LauncherEntry()
        for share in (0.1, 0.2, None):
            await entry.show(share)
        await entry.close()

    caplog.set_level(logging.INFO)
    addresses = ("", "unix:path=/nowhere", "rubbish", "tcp:host=localhost,port=1")
    for address in addresses:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        asyncio.run(run())
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    asyncio.run(run())
    assert [record.levelname for record in caplog.records] == ["INFO"] * (len(addresses) + 1)


def test_a_bus_that_was_started_anew_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    async def run() -> None:
        entry = LauncherEntry()
        for share in (0.25, 0.5):
            with private_bus() as address, dock_on(address) as dock:
                monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
                for _ in range(3):  # the first ones tell that the bus is gone
                    await entry.show(share)
                assert set(dock.wait(1)) == {(ENTRY, share, True)}
        await entry.close()

    asyncio.run(run())


def test_a_bus_that_hangs_costs_a_bounded_time(bus: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launcher_entry, "_PATIENCE", 0.1)

    async def run() -> None:
        entry = LauncherEntry()
        daemon = process_of(bus)
        os.kill(daemon, signal.SIGSTOP)
        try:
            async with asyncio.timeout(5):
                await entry.show(0.5)
                await entry.close()
        finally:
            os.kill(daemon, signal.SIGCONT)

    asyncio.run(run())
