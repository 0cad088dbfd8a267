"""Results of the spelling check, as values that cross threads."""

import enum
from collections.abc import Mapping

import msgspec


class SpellingProblem(enum.Enum):
    """The reason why a text, or a language, can't be checked."""

    NO_LIBRARY = "library missing"
    NO_DICTIONARY = "no dictionary"
    NOT_RUNNING = "process failed"


class DictionaryProblem(enum.Enum):
    """The reason why a dictionary isn't used."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too large"
    BROKEN = "broken"


class SpellingMeans(msgspec.Struct, frozen=True):
    """The languages with a dictionary on this computer, and the agent's own words."""

    languages: tuple[str, ...] = ()
    own_words: frozenset[str] = frozenset()
    problem: SpellingProblem | None = None


class CheckedWords(msgspec.Struct, frozen=True):
    """For each word the languages that accept it; the languages whose dictionaries aren't used, and why."""

    known_by: Mapping[str, frozenset[str]] = {}
    broken: Mapping[str, DictionaryProblem] = {}
    problem: SpellingProblem | None = None
    has_failed: bool = False
    """Whether the process ended before its answer."""


class SpellingTrial(msgspec.Struct, frozen=True):
    """The languages whose dictionaries passed a trial, and the others."""

    languages: tuple[str, ...] = ()
    broken: Mapping[str, DictionaryProblem] = {}
    problem: SpellingProblem | None = None
