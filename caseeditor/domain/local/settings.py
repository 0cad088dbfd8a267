"""The settings of the program, as a value."""

from collections.abc import Mapping
from typing import Annotated, Literal

import msgspec

from caseeditor.domain.local.saved_queues import AccountQueues
from caseeditor.domain.timeouts import LONGEST_READING, READING, SHORTEST_READING

MOST_ROWS = 100_000
"""The most cases that one batch changes."""
AfterSubmit = Literal["stay", "next", "close"]
"""What follows a submission: the case stays, the next case of the list opens, or the case closes once it is stored."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The settings. `domains` tells which server an unlike host of case pages belongs to.

    `geometry` and `arrangement` are the window's, base64. `columns` are the widths that the columns Name and Was of the
    attributes were given, in letters; 0 and None are as they come. `proxy` is a URL; '' goes by the environment.
    `theme` is light, dark, contrast, or '' for the system's. `text_size` is in percent of the system's. `language` is
    a code of caseeditor.languages, or '' for the system's. `keep_days` is how long the history is kept. `stamp` is the
    attribute that submissions are stamped by (RULES.md, rule 13), '' for none. `reading_seconds` is how long a
    server may take for an answer to a read. `after_submit` is what follows *Submit*. `queue_refresh`: the queue is
    refreshed once a minute. `queues` are the saved queues of each account, by the server's URL and the user's key with
    a blank between. `side_width` is the width of the column beside a case in letters, 0 for the usual one;
    `side_shown`: it is shown. `attributes_in_middle`: the attributes are beside the notes instead. `pinned` are the
    attributes on top of the others, by the server's URL. `templates` is the path of shared templates, a file or a
    folder, '' for none. `notices`: the desktop tells of submissions that need the agent while the window is in the
    background. `spelling`: the spelling of texts is checked, in `spelling_language`; '' for a guess by the text.
    `all_in_front`: a case opens with the list of messages and notes instead of the notes. `batches`: many cases may be
    changed at once, at most `batch_rows` of them and `batch_minute` a minute, 0 for no limit; `batch_canary`: a batch
    always begins with a few; `batch_notes`: it may add notes.
    """

    server: str = ""
    domains: Mapping[str, str] = {}
    proxy: str = ""
    plain_http: bool = False
    reading_seconds: Annotated[int, msgspec.Meta(ge=SHORTEST_READING, le=LONGEST_READING)] = READING
    language: str = ""
    theme: str = ""
    text_size: int = 100
    keep_days: int = 90
    stamp: str = ""
    queue_refresh: bool = True
    queues: Mapping[str, AccountQueues] = {}
    after_submit: AfterSubmit = "stay"
    geometry: str = ""
    arrangement: str = ""
    columns: tuple[float, float] | None = None
    side_width: float = 0.0
    side_shown: bool = True
    attributes_in_middle: bool = False
    templates: str = ""
    notices: bool = True
    spelling: bool = True
    spelling_language: str = ""
    all_in_front: bool = False
    pinned: Mapping[str, tuple[str, ...]] = {}
    batches: bool = True
    batch_rows: Annotated[int, msgspec.Meta(ge=1, le=MOST_ROWS)] = MOST_ROWS
    batch_minute: Annotated[int, msgspec.Meta(ge=0)] = 0
    batch_canary: bool = False
    batch_notes: bool = True


def pinned_with(settings: Settings, server: str, names: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """Return the pinned attributes with those of a server, given by its URL; a server without any has no entry."""
    return {url: each for url, each in {**settings.pinned, server: names}.items() if each}
