"""The spelling check for the window: known words, the languages, and the agent's own words. No widgets; GUI thread.

Nothing is asked of the services before a text is to be checked.
"""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QLocale, QObject, QTimer, Signal

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.spelling.language import languages_to_guess
from caseeditor.domain.spelling.results import CheckedWords, DictionaryProblem, SpellingMeans, SpellingProblem
from caseeditor.runtime.worker import BackgroundWorker, Outcome, Success, call
from caseeditor.ui.state.settings_store import SettingsStore

_MOST = 20_000
"""Words whose results are kept."""
_AT_ONCE = 400
"""Words of a request."""
_PAUSE_MS = 20
"""Words of one stroke or one painting are asked for together."""


class Spelling(QObject):
    """Answers at once from the results that are known, and asks for others; `changed` tells that they came."""

    changed = Signal()

    def __init__(
        self, worker: BackgroundWorker[BackendInterface], settings: SettingsStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._settings = settings
        self.means: SpellingMeans | None = None
        """None until they are known."""
        self.problem: SpellingProblem | None = None
        self.broken: dict[str, DictionaryProblem] = {}
        self.last_language = ""
        """The language of the text that was guessed last."""
        self._has_begun = False
        self._known: dict[str, frozenset[str]] = {}
        self._wanted: dict[str, None] = {}
        self._asked: tuple[str, ...] = ()
        """The words of the request in flight."""
        self._failed: set[str] = set()
        """The words of a request that failed, until they are checked again."""
        self._half = 0
        """The number of words of a half of it."""
        self._languages: tuple[str, ...] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        settings.changed.connect(self._on_settings)
        self._chosen = (self.is_on, self.chosen)

    @property
    def is_on(self) -> bool:
        return self._settings.current.spelling

    @property
    def is_locked(self) -> bool:
        """Whether an administrator decides whether spelling is checked."""
        return "spelling" in self._settings.locked

    @property
    def chosen(self) -> str:
        """The language that the agent chose; '' for a guess by the text."""
        return self._settings.current.spelling_language

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the check, the most likely first; empty until they are known."""
        return self._languages

    @property
    def is_unable(self) -> bool:
        """Whether no text can be checked."""
        return self.problem is not None or (self.means is not None and not self._languages)

    def choose(self, language: str) -> None:
        """Check in this language; '' for a guess by the text."""
        self._settings.change(spelling=True, spelling_language=language)

    def switch_off(self) -> None:
        self._settings.change(spelling=False)

    def begin(self) -> None:
        """Ask for the languages and the agent's own words."""
        if not self._has_begun:
            self._has_begun = True
            self._worker.run(call(BackendInterface.spelling_means), self._on_means, owner=self)

    def known_by(self, word: str) -> frozenset[str] | None:
        """Return the languages that know a word; None while this is unknown."""
        if self._is_own(word):
            return frozenset(self._languages)
        return self._known.get(word)

    def is_wrong(self, word: str, language: str) -> bool:
        """Tell whether a word is misspelled in a language; '': in all of them."""
        known = self.known_by(word)
        return known is not None and (language not in known if language else not known)

    def want(self, words: Iterable[str]) -> None:
        """Have words checked."""
        if not self.is_on or self.is_unable:
            return
        self.begin()
        self._wanted.update(dict.fromkeys(words))
        if self._wanted and not self._pause.isActive():
            self._pause.start()

    def suggest(self, word: str, language: str, then: Callable[[tuple[str, ...]], None], owner: QObject) -> None:
        """Pass on suggestions for a word; an empty tuple where there are none."""

        def on_found(outcome: Outcome[tuple[str, ...]]) -> None:
            then(outcome.value if isinstance(outcome, Success) else ())

        found = call(BackendInterface.suggest_spelling, word, language or self.last_language or self._first())
        self._worker.run(found, on_found, owner=owner)

    def add_word(self, word: str) -> None:
        """Add a word to the agent's own."""
        self._set_own(self._own | {word})
        self._worker.run(call(BackendInterface.keep_word, word), is_update=True)

    def remove_word(self, word: str) -> None:
        """Remove a word from the agent's own."""
        self._set_own(self._own - {word})
        self._worker.run(call(BackendInterface.drop_word, word), is_update=True)

    def own_form(self, word: str) -> str:
        """Return the agent's own word that makes this one right, '' if there is none."""
        forms = (word, word.lower(), word[:1].lower() + word[1:])
        return next((form for form in forms if form in self._own), "")

    @property
    def _own(self) -> frozenset[str]:
        return self.means.own_words if self.means else frozenset()

    def _is_own(self, word: str) -> bool:
        return bool(self._own and self.own_form(word))

    def _first(self) -> str:
        return self._languages[0] if self._languages else ""

    def _set_own(self, words: frozenset[str]) -> None:
        if self.means:
            self.means = SpellingMeans(self.means.languages, words, self.means.problem)
            self.changed.emit()

    def _on_means(self, outcome: Outcome[SpellingMeans]) -> None:
        if not isinstance(outcome, Success):
            self._has_begun = False
            return
        self.means = outcome.value
        self.problem = outcome.value.problem
        self._choose_languages()
        self.changed.emit()
        self._ask()

    def _choose_languages(self) -> None:
        available = self.means.languages if self.means else ()
        usable = [language for language in available if language not in self.broken]
        languages = languages_to_guess(usable, QLocale.system().name())
        if self.chosen:
            languages = (self.chosen,) if self.chosen in usable else ()
        if languages != self._languages:
            self._languages = languages
            self._known.clear()

    def _on_settings(self) -> None:
        chosen = (self.is_on, self.chosen)
        if chosen != self._chosen:
            self._chosen = chosen
            self._choose_languages()
            self.changed.emit()

    def _ask(self) -> None:
        """Send the next request, one at a time."""
        if self._asked or not self._languages or self.problem:
            return
        words = self._next_words()
        if not words:
            self._wanted.clear()
            return
        self._asked = words
        check = call(BackendInterface.check_spelling, words, self._languages)
        self._worker.run(check, partial(self._on_checked, self._languages), owner=self)

    def _next_words(self) -> tuple[str, ...]:
        """Return the words of the next request; those of a failed one come again, in two halves."""
        words = [word for word in self._wanted if word not in self._known][:_AT_ONCE]
        again = [word for word in words if word in self._failed]
        return tuple(again[: self._half] if again else words)

    def _on_checked(self, languages: tuple[str, ...], outcome: Outcome[CheckedWords]) -> None:
        asked, self._asked = self._asked, ()
        if not isinstance(outcome, Success):
            return
        self.problem = outcome.value.problem
        self.broken = dict(outcome.value.broken)
        self._choose_languages()
        if outcome.value.has_failed and not self._failed.issuperset(asked):
            self._failed.update(asked)
            self._half = (len(asked) + 1) // 2
        elif languages == self._languages:
            self._failed.difference_update(asked)
            everywhere = frozenset(languages)  # a word without a result isn't marked
            self._known.update((word, outcome.value.known_by.get(word, everywhere)) for word in asked)
            while len(self._known) > _MOST:
                del self._known[next(iter(self._known))]
            for word in asked:
                self._wanted.pop(word, None)
        self.changed.emit()
        self._ask()
