"""The language of a text, by the dictionaries that know its words."""

from collections.abc import Iterable, Sequence

_LEAD = 2
"""Words that another language has to know more before it is taken instead: the marks must not flicker."""
_FEWEST = 3
"""Words; fewer decide nothing."""
_GUESSED = ("en", "es", "pt")
"""Languages among which a text is guessed, beside the system's. Each takes a dictionary in memory."""
_USUAL = ("en_US", "es_ES", "pt_BR")


def guessed_language(known_by: Iterable[frozenset[str]], languages: Sequence[str], before: str) -> str:
    """Return the language of most words; '' while too few decide.

    `known_by` has the languages that know each word, `languages` are in order of preference, `before` is the language
    of the text until now.
    """
    words = [known for known in known_by if known]
    if before not in languages:
        before = ""
    if not languages or len(words) < _FEWEST:
        return before
    counts = {language: sum(language in known for known in words) for language in languages}
    best = max(languages, key=lambda language: counts[language])  # the first of equal ones
    return best if not before or counts[best] >= counts[before] + _LEAD else before


def languages_to_guess(available: Sequence[str], system: str) -> tuple[str, ...]:
    """Return the dictionaries among which a text is guessed: one for each language, the system's language first.

    `system` is a locale such as es_MX; its variant of a language is preferred.
    """
    bases = dict.fromkeys((_base(system), *_GUESSED))
    chosen = []
    for base in bases:
        variants = sorted(language for language in available if _base(language) == base)
        preferred = [language for language in (system, *_USUAL) if language in variants]
        chosen += (preferred or variants)[:1]
    return tuple(chosen)


def _base(language: str) -> str:
    return language.partition("_")[0]
