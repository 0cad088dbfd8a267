"""A program shared by many tests: a start takes longer than most of them."""

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from tests.end_to_end.program import Program


class Running(Protocol):
    """An object with a running program."""

    editor: Program


R = TypeVar("R", bound=Running)


class SharedProgram(Generic[R]):
    """Keeps one program for many tests, and replaces it after a test that may have left it in disorder."""

    def __init__(self, make: Callable[[], R]) -> None:
        self._make = make
        self._running: R | None = None

    def get(self) -> R:
        self._running = self._running or self._make()
        return self._running

    def close(self) -> None:
        if self._running:
            self._running.editor.kill()
            self._running = None
