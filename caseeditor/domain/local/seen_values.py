"""Values of filters that a user saw on a server: states, channels, tags, campaigns."""

from collections.abc import Iterable, Mapping

import msgspec

from caseeditor.domain.case.model import Case

STATE, SOURCE, TAG, CAMPAIGN = KINDS = ("state", "source", "tag", "campaign")
KIND_OF = {"state": STATE, "source": SOURCE, "with_tag": TAG, "without_tag": TAG, "campaign_id": CAMPAIGN}
"""The kind of each filter with values that were seen."""
LONGEST = 200
"""Characters of a value; longer ones are not offered."""
Seen = dict[tuple[str, str], str]
"""The label of each value, by kind and value; '' if the value is its own label."""


class SeenValue(msgspec.Struct, frozen=True, gc=False):
    """A value as the server's search takes it, and its label: the name of a campaign."""

    value: str
    label: str = ""

    @property
    def words(self) -> str:
        return self.label or self.value


class SeenValues(msgspec.Struct, frozen=True):
    """The values of each kind, in order."""

    by_kind: Mapping[str, tuple[SeenValue, ...]] = {}

    def of(self, kind: str) -> tuple[SeenValue, ...]:
        return self.by_kind.get(kind, ())

    def label(self, kind: str, value: str) -> str:
        """Return the label of a value, the value itself if it has none."""
        return next((each.words for each in self.of(kind) if each.value == value), value)


def seen_in(cases: Iterable[Case]) -> Seen:
    """Collect the values of cases. A value of another type than text or number is none."""
    seen: Seen = {}
    for case in cases:
        seen[STATE, case.state] = seen[SOURCE, case.source] = ""
        seen.update(((TAG, tag), "") for tag in case.tags)
        seen[CAMPAIGN, case.campaign.id] = case.campaign.name
    return {
        (kind, value): label if _is_plain(label) else "" for (kind, value), label in seen.items() if _is_plain(value)
    }


def seen_values(seen: Mapping[tuple[str, str], str]) -> SeenValues:
    """Sort values by kind and label."""
    found: dict[str, list[SeenValue]] = {}
    for (kind, value), label in seen.items():
        found.setdefault(kind, []).append(SeenValue(value, label))
    return SeenValues(
        {kind: tuple(sorted(values, key=lambda each: each.words.casefold())) for kind, values in found.items()}
    )


def _is_plain(text: str) -> bool:
    """Check that a text can be typed in a field of one line; nested values are JSON."""
    return 0 < len(text) <= LONGEST and text == text.strip() and text[0] not in "{[" and len(text.splitlines()) == 1
