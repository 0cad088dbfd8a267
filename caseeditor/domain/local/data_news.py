"""News about the data file itself: rows that can't be read, a damaged or replaced file, rights that are too wide."""

import msgspec


class Unreadable(msgspec.Struct, frozen=True):
    """A row that can't be decoded. `source` is the table it came from: draft, submission or template.

    `subject` is the case's subject, or a template's name.
    """

    source: str
    case_id: str = ""
    subject: str = ""


class Salvaged(msgspec.Struct, frozen=True):
    """How much of a damaged file was read: drafts and open submissions."""

    drafts: int = 0
    submissions: int = 0


class DataNews(msgspec.Struct, frozen=True):
    """One report. `set_aside` is where a damaged file went, `exposed` are paths that others on the computer may read.

    `replaced`: the file was exchanged while the program ran, and what waits was recorded again.
    """

    unreadable: tuple[Unreadable, ...] = ()
    set_aside: str = ""
    salvaged: Salvaged = Salvaged()
    replaced: bool = False
    exposed: tuple[str, ...] = ()
