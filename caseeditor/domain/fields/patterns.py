"""Patterns of an administrator, compiled. Only this module imports re2.

RE2 matches in linear time: a pattern such as `(a+)+` cannot hang the window, as it can with Python's `re`. It has no
look-around and no back-references; patterns with these are told as invalid.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re2

_MEMORY = 1 << 20
"""Bytes of a compiled pattern; a larger one is invalid."""
_LONGEST = 2_000
"""Characters of a value that a pattern is tried on; a longer one counts as a violation.

The time is linear in the length, but it grows with the pattern too: `[ab]*a[ab]{1000}` takes 10 ms for this length.
"""


class PatternError(Exception):
    """The pattern is invalid, or too large."""


class PatternsUnavailable(Exception):  # noqa: N818 - the library is missing, which is no error of the pattern
    """This installation has no library for patterns."""


class Pattern:
    """A compiled pattern. It keeps its last result, since a value is checked again with every change of its case."""

    __slots__ = ("_compiled", "_last")

    def __init__(self, compiled: "re2._Regexp") -> None:
        self._compiled = compiled
        self._last: tuple[str, bool] | None = None

    def fullmatch(self, text: str) -> bool:
        """Check a whole text, in linear time."""
        if len(text) > _LONGEST:
            return False
        if self._last is None or self._last[0] != text:
            self._last = text, self._matches(text)
        return self._last[1]

    def _matches(self, text: str) -> bool:
        try:
            return self._compiled.fullmatch(text) is not None
        except UnicodeEncodeError:  # half a character
            return False


def compile_pattern(text: str) -> Pattern:
    """Compile a pattern. Raises PatternError, PatternsUnavailable."""
    try:
        import re2  # noqa: PLC0415 - takes 7 ms, and few policies have patterns
    except ImportError:
        raise PatternsUnavailable from None
    options = re2.Options()
    options.max_mem = _MEMORY
    options.log_errors = False
    try:
        return Pattern(re2.compile(text, options))
    except (re2.error, UnicodeEncodeError):
        raise PatternError from None
