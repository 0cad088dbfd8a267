"""News of the data file: unreadable rows, a damaged or replaced file, permissions that are too wide."""

import msgspec


class Unreadable(msgspec.Struct, frozen=True):
    """A row that cannot be decoded. `source` is its table: draft, parcel (a submission) or template.

    `subject` is the case's subject or the template's name.
    """

    source: str
    case_id: str = ""
    subject: str = ""


class Salvaged(msgspec.Struct, frozen=True):
    """The number of drafts and open submissions recovered from a damaged file; of the file of batches, their number."""

    drafts: int = 0
    submissions: int = 0
    batches: int | None = None


class DataNews(msgspec.Struct, frozen=True):
    """One report. `set_aside` is the new path of a damaged file; `exposed` has paths that other users may read.

    `replaced`: the file was exchanged while the program ran, and pending data was written again.
    """

    unreadable: tuple[Unreadable, ...] = ()
    set_aside: str = ""
    salvaged: Salvaged = Salvaged()
    replaced: bool = False
    exposed: tuple[str, ...] = ()
