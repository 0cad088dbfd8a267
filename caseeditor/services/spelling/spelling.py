"""The spelling check of texts. Runs on the worker's loop; Hunspell in its process, through the spelling thread."""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from caseeditor.domain.spelling.results import CheckedWords, DictionaryProblem, SpellingMeans, SpellingProblem
from caseeditor.runtime.executors import BlockingExecutor
from caseeditor.services.spelling.dictionaries import DictionaryFile, dictionary_folders, find_dictionaries
from caseeditor.services.spelling.process import HelperError, HelperProcess, NoLibraryError
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.database import Store, StoreFailed

_MOST_OWN = 20_000
_FAILURES = 3
"""Failed checks in a row after which the process isn't started any more."""
_CLOSING = 1
"""Seconds."""
T = TypeVar("T")
log = logging.getLogger(__name__)


class Spelling:
    """Checks words. Thread and process begin with the first request. Raises nothing, unless a method says so."""

    def __init__(self, make_thread: Callable[[], BlockingExecutor], packaged: Path, database: AsyncDatabase) -> None:
        self._make_thread = make_thread
        self._thread: BlockingExecutor | None = None
        self._packaged = packaged
        self._database = database
        self._process = HelperProcess()
        self._files: dict[str, DictionaryFile] = {}
        self._loaded: set[str] = set()
        self._broken: dict[str, DictionaryProblem] = {}
        self._lost: set[str] = set()
        """Languages at whose dictionary the process ended once."""
        self._failures = 0
        self._problem: SpellingProblem | None = None

    async def means(self) -> SpellingMeans:
        """Return the languages with a dictionary, and the agent's own words."""
        own = await self._own_words()
        return await self._on_thread(lambda: self._find(own))

    async def check(self, words: tuple[str, ...], languages: tuple[str, ...]) -> CheckedWords:
        """Tell which of the languages know each word."""
        return await self._on_thread(lambda: self._check(words, languages))

    async def suggest(self, word: str, language: str) -> tuple[str, ...]:
        """Return words that the agent may have meant."""
        return await self._on_thread(lambda: self._suggest(word, language))

    async def keep_word(self, word: str) -> None:
        """Add a word to the agent's own. Raises StoreFailed."""

        def keep(store: Store) -> None:
            with store.transaction() as cursor:
                cursor.execute(
                    "INSERT OR IGNORE INTO spelling_word (word) SELECT ?"
                    " WHERE (SELECT count(*) FROM spelling_word) < ?",
                    (word, _MOST_OWN),
                )

        await self._database.do(keep)

    async def drop_word(self, word: str) -> None:
        """Remove a word from the agent's own. Raises StoreFailed."""

        def drop(store: Store) -> None:
            with store.transaction() as cursor:
                cursor.execute("DELETE FROM spelling_word WHERE word = ?", (word,))

        await self._database.do(drop)

    async def close(self) -> None:
        """End the process. If the thread hangs in the system, it is left behind."""
        self._process.close()
        if self._thread:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_CLOSING):
                    await self._thread(self._process.end)

    async def _own_words(self) -> frozenset[str]:
        try:
            rows = await self._database.do(lambda store: store.select("SELECT word FROM spelling_word"))
        except StoreFailed as failed:
            log.warning("spelling: own words not read, %s", failed.fault.value)
            return frozenset()
        return frozenset(word for (word,) in rows)

    async def _on_thread(self, work: Callable[[], T]) -> T:
        self._thread = self._thread or self._make_thread()
        return await self._thread(work)

    # On the spelling thread.

    def _find(self, own: frozenset[str]) -> SpellingMeans:
        self._files = find_dictionaries(dictionary_folders(self._packaged))
        if not self._files:
            return SpellingMeans(own_words=own, problem=SpellingProblem.NO_DICTIONARY)
        return SpellingMeans(tuple(sorted(self._files)), own, self._problem)

    def _check(self, words: tuple[str, ...], languages: tuple[str, ...]) -> CheckedWords:
        try:
            used = self._load_all(languages)
            answer = self._ask({"check": words, "languages": used}) if used else {"known": {}}
        except HelperError:
            self._count_failure()
            return CheckedWords({}, dict(self._broken), self._problem, has_failed=True)
        except NoLibraryError:
            return CheckedWords({}, dict(self._broken), self._problem)
        self._failures = 0
        known = {word: frozenset(languages) for word, languages in answer["known"].items()}
        return CheckedWords(known, dict(self._broken), self._problem)

    def _suggest(self, word: str, language: str) -> tuple[str, ...]:
        try:
            if not self._load_all((language,)):
                return ()
            return tuple(self._ask({"suggest": word, "language": language})["suggestions"])
        except (HelperError, NoLibraryError):
            return ()

    def _load_all(self, languages: tuple[str, ...]) -> list[str]:
        """Load dictionaries; return the languages of those that can be used. Raises HelperError, NoLibraryError."""
        while True:
            self._start()
            for language in languages:
                self._load(language)
            if self._process.runs:
                break  # else a dictionary ended the process: another one tries it once more, and loads the others
        return [language for language in languages if language in self._loaded]

    def _start(self) -> None:
        if self._problem:
            raise HelperError
        if not self._process.runs:
            self._loaded.clear()
            try:
                self._process.start()
            except NoLibraryError:
                log.info("spelling: Hunspell is not installed")
                self._problem = SpellingProblem.NO_LIBRARY
                raise

    def _load(self, language: str) -> None:
        if language in self._loaded or language in self._broken or not self._process.runs:
            return
        file = self._files.get(language)
        if file is None:
            self._set_broken(language, DictionaryProblem.MISSING)
            return
        try:
            answer = self._ask({"load": language, "folder": file.folder, "name": file.name})
        except HelperError:
            if language in self._lost:
                self._set_broken(language, DictionaryProblem.BROKEN)
            elif not self._process.is_closed():
                self._lost.add(language)
            return
        if "broken" in answer:
            self._set_broken(language, DictionaryProblem(answer["broken"]))
            return
        self._loaded.add(language)

    def _set_broken(self, language: str, problem: DictionaryProblem) -> None:
        log.warning("spelling: dictionary %s is not used, %s", language, problem.value)
        self._broken[language] = problem

    def _ask(self, request: dict[str, object]) -> dict[str, Any]:
        try:
            return self._process.ask(request)
        except HelperError:
            log.warning("spelling: the process ended before its answer (%s)", next(iter(request)))
            raise

    def _count_failure(self) -> None:
        self._failures += 1
        if self._failures >= _FAILURES:
            self._problem = self._problem or SpellingProblem.NOT_RUNNING
