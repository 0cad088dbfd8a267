"""Searches that the agent saved as queues, as values of the settings."""

from collections.abc import Mapping

import msgspec

MOST, LONGEST = 30, 60
"""Maximum number of queues of an account, and characters of a name."""


class SavedQueue(msgspec.Struct, frozen=True):
    """A search with a name. `filters` has the search parameters by name; empty ones are left out."""

    name: str
    filters: Mapping[str, str] = {}


class AccountQueues(msgspec.Struct, frozen=True):
    """The queues of one account, and the name of the one in use ('' is all cases).

    `filters` narrow all cases, and are not saved as a queue.
    """

    saved: tuple[SavedQueue, ...] = ()
    chosen: str = ""
    filters: Mapping[str, str] = {}

    @property
    def in_use(self) -> Mapping[str, str]:
        """The filters of the queue in use."""
        queue = self.find(self.chosen)
        return queue.filters if queue else self.filters

    def find(self, name: str) -> SavedQueue | None:
        return next((each for each in self.saved if each.name == name), None)

    def with_saved(self, queue: SavedQueue) -> "AccountQueues":
        """Add a queue, or replace the one of its name, and use it. The first ones remain if there are too many."""
        kept = [queue if each.name == queue.name else each for each in self.saved]
        if queue.name not in {each.name for each in self.saved}:
            kept.append(queue)
        kept = kept[:MOST]
        return AccountQueues(tuple(kept), queue.name) if queue in kept else self

    def with_filters(self, filters: Mapping[str, str]) -> "AccountQueues":
        """Change the filters of the queue in use."""
        queue = self.find(self.chosen)
        if queue is None:
            return AccountQueues(self.saved, "", filters)
        return self.with_saved(SavedQueue(queue.name, filters))

    def without(self, name: str) -> "AccountQueues":
        """Remove a queue; if it was in use, all cases are shown."""
        kept = tuple(each for each in self.saved if each.name != name)
        return AccountQueues(kept, "" if name == self.chosen else self.chosen, self.filters)


def queue_name(text: str) -> str:
    """Return the name that a typed text gives a queue; '' is no name."""
    return " ".join(text.split())[:LONGEST].strip()
