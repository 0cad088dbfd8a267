"""The status of a draft. A value."""

import msgspec

from caseeditor.domain.errors.storage import StorageProblem


class DraftStatus(msgspec.Struct, frozen=True):
    """Whether what was typed is on disk: since when (the agent's clock, '' while it is being written), or why not."""

    at: str = ""
    fault: StorageProblem | None = None
