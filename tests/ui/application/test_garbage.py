"""Cycles of objects are collected on the GUI thread alone: Qt crashes where a widget or a timer goes on another one."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseeditor.ui.application.garbage import GarbageCollection, collect_due

CYCLES = 20_000
"""More than Python's threshold, many times."""


class Traced:
    """A part of a cycle; records the thread on which it is collected."""

    def __init__(self, where: list[int]) -> None:
        self.where, self.me = where, self

    def __del__(self) -> None:
        self.where.append(threading.get_ident())


def make_cycles(where: list[int]) -> None:
    for _ in range(CYCLES):
        Traced(where)


def on_another_thread(where: list[int]) -> None:
    thread = threading.Thread(target=make_cycles, args=(where,))
    thread.start()
    thread.join()


def test_another_thread_collects_nothing(qapp: QApplication) -> None:
    gc.enable()  # as Python begins
    where: list[int] = []
    collection = GarbageCollection(qapp)
    on_another_thread(where)
    assert where == []
    collect_due()
    assert len(where) == CYCLES
    assert {*where} == {threading.get_ident()}
    collection.deleteLater()


@pytest.fixture
def collection() -> Iterator[GarbageCollection]:
    """Begin a collection."""
    collection = GarbageCollection(parent := QObject())
    collection.begin()
    yield collection
    collection.end()
    gc.unfreeze()
    parent.deleteLater()


def test_its_timer_collects_what_is_due(qtbot: QtBot, collection: GarbageCollection) -> None:
    where: list[int] = []
    collection.hurry()
    on_another_thread(where)
    qtbot.waitUntil(lambda: len(where) == CYCLES)
    assert {*where} == {threading.get_ident()}


def test_it_rests_while_there_is_nothing_to_do_until_somebody_acts(qtbot: QtBot, collection: GarbageCollection) -> None:
    timer = collection.findChildren(QTimer)[0]
    gc.collect()
    timer.timeout.emit()
    assert not timer.isActive()
    where: list[int] = []
    make_cycles(where)
    collection.hurry()
    qtbot.waitUntil(lambda: len(where) == CYCLES)
    assert timer.isActive()  # there may be more


def test_at_the_end_python_collects_again() -> None:
    parent = QObject()
    collection = GarbageCollection(parent)
    collection.end()
    assert gc.isenabled()
    collection.begin()  # a timer of the start that comes late
    where: list[int] = []
    on_another_thread(where)
    assert where


def test_after_the_end_nothing_hurries(collection: GarbageCollection) -> None:
    collection.end()
    collection.hurry()
    assert not collection.findChildren(QTimer)[0].isActive()
