"""The spelling check that fields need; ui.state has it."""

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance

from caseeditor.domain.spelling.results import DictionaryProblem, SpellingMeans, SpellingProblem


class Speller(Protocol):
    """Answers at once, and tells by `changed` when it can answer more."""

    means: SpellingMeans | None
    problem: SpellingProblem | None
    broken: dict[str, DictionaryProblem]
    last_language: str

    @property
    def changed(self) -> SignalInstance: ...

    @property
    def is_on(self) -> bool: ...

    @property
    def is_locked(self) -> bool: ...

    @property
    def chosen(self) -> str: ...

    @property
    def languages(self) -> tuple[str, ...]: ...

    @property
    def is_unable(self) -> bool: ...

    def choose(self, language: str) -> None: ...

    def switch_off(self) -> None: ...

    def begin(self) -> None: ...

    def known_by(self, word: str) -> frozenset[str] | None: ...

    def is_wrong(self, word: str, language: str) -> bool: ...

    def want(self, words: Iterable[str]) -> None: ...

    def suggest(self, word: str, language: str, then: Callable[[tuple[str, ...]], None], owner: QObject) -> None: ...

    def add_word(self, word: str) -> None: ...

    def remove_word(self, word: str) -> None: ...

    def own_form(self, word: str) -> str: ...
