"""Reading of typed words as filters: the server has no full-text search."""

from collections.abc import Mapping

import msgspec

from caseeditor.domain.case.search import Filters
from caseeditor.domain.local.seen_values import CAMPAIGN, SOURCE, STATE, TAG, SeenValues
from caseeditor.domain.text.folding import fold

_FILTERS = {STATE: "state", SOURCE: "source", TAG: "with_tag", CAMPAIGN: "campaign_id"}
"""The filter of each kind; a word that is a value of several belongs to the first."""
_MOST = 12
"""Words that are compared with values; more are a text, not a search."""
Values = Mapping[str, tuple[str, str]]
"""Filter and value by the folded label."""


class TypedSearch(msgspec.Struct, frozen=True):
    """`is_known`: all words are values that were seen."""

    filters: Filters
    is_known: bool


def index_of(seen: SeenValues) -> Values:
    """Prepare the values for `typed_search`."""
    return {fold(each.words): (name, each.value) for kind, name in reversed(_FILTERS.items()) for each in seen.of(kind)}


def typed_search(text: str, values: Values) -> TypedSearch:
    """Read words as values of filters, the longest first; the other words are a tag."""
    words = text.split()
    given: dict[str, str] = {}
    rest: list[str] = []
    if len(words) > _MOST:
        words, rest = [], words
    while words:
        name, value, count = _first(words, values)
        if name and name not in given:
            given[name] = value
        else:
            rest += words[:count]
        del words[:count]
    if rest:
        given["with_tag"] = " ".join(rest if "with_tag" not in given else text.split())
    return TypedSearch(Filters(**given), is_known=bool(given) and not rest)


def _first(words: list[str], values: Values) -> tuple[str, str, int]:
    """Return filter and value of the longest beginning that is a value, and its words; else '' and the first word."""
    for count in range(len(words), 0, -1):
        if found := values.get(fold(" ".join(words[:count]))):
            return (*found, count)
    return "", "", 1
