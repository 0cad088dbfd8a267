"""Conversion between saved queues and search parameters."""

import msgspec

from caseeditor.domain.case.search import Filters
from caseeditor.domain.local.saved_queues import AccountQueues, SavedQueue


def saved_queue(name: str, filters: Filters) -> SavedQueue:
    """Save the filters that are set."""
    return SavedQueue(name, {key: value for key, value in msgspec.structs.asdict(filters).items() if value})


def chosen_filters(queues: AccountQueues) -> Filters:
    """Return the filters of the queue in use; parameters of a newer version are ignored."""
    return filters_of(SavedQueue(queues.chosen, queues.in_use))


def filters_of(queue: SavedQueue) -> Filters:
    """Return the filters of a saved queue."""
    known = set(Filters.__struct_fields__)
    return Filters(**{name: value for name, value in queue.filters.items() if name in known})
