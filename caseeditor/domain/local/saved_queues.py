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

    `filters` narrow all cases, and are not saved as a queue. `changed` has the filters of each queue that the agent
    changed since saving it, by its name; a version of the program without `changed` shows the queue as it is saved.
    """

    saved: tuple[SavedQueue, ...] = ()
    chosen: str = ""
    filters: Mapping[str, str] = {}
    changed: Mapping[str, Mapping[str, str]] = {}

    @property
    def in_use(self) -> Mapping[str, str]:
        """The filters of the queue in use, with the changes that are not saved."""
        queue = self.find(self.chosen)
        return self.changed.get(queue.name, queue.filters) if queue else self.filters

    @property
    def is_changed(self) -> bool:
        """Tell whether the queue in use has changes that are not saved."""
        return self.find(self.chosen) is not None and self.chosen in self.changed

    def find(self, name: str) -> SavedQueue | None:
        return next((each for each in self.saved if each.name == name), None)

    def with_chosen(self, name: str) -> "AccountQueues":
        """Use a queue; '' is all cases."""
        return msgspec.structs.replace(self, chosen=name)

    def has_room(self, name: str) -> bool:
        """Tell whether a queue of this name can be saved."""
        return len(self.saved) < MOST or self.find(name) is not None

    def with_saved(self, queue: SavedQueue) -> "AccountQueues":
        """Add a queue, or replace the one of its name, and use it; see has_room."""
        kept = [queue if each.name == queue.name else each for each in self.saved]
        if queue not in kept:
            kept.append(queue)
        return msgspec.structs.replace(
            self, saved=tuple(kept), chosen=queue.name, changed=_without(self.changed, queue.name)
        )

    def with_filters(self, filters: Mapping[str, str]) -> "AccountQueues":
        """Change the filters of the queue in use; a saved one stays as it is saved."""
        queue = self.find(self.chosen)
        if queue is None:
            return msgspec.structs.replace(self, chosen="", filters=filters)
        changed = _without(self.changed, queue.name)
        if filters != queue.filters:
            changed = {**changed, queue.name: filters}
        return msgspec.structs.replace(self, changed=changed)

    def without_changes(self) -> "AccountQueues":
        """Drop the changes of the queue in use."""
        return msgspec.structs.replace(self, changed=_without(self.changed, self.chosen))

    def without(self, name: str) -> "AccountQueues":
        """Remove a queue; if it was in use, all cases are shown."""
        return msgspec.structs.replace(
            self,
            saved=tuple(each for each in self.saved if each.name != name),
            chosen="" if name == self.chosen else self.chosen,
            changed=_without(self.changed, name),
        )


def _without(changed: Mapping[str, Mapping[str, str]], name: str) -> Mapping[str, Mapping[str, str]]:
    return {key: filters for key, filters in changed.items() if key != name}


def queue_name(text: str) -> str:
    """Return the name that a typed text gives a queue; '' is no name."""
    return " ".join(text.split())[:LONGEST].strip()
