"""What opening a case brings, and what it leaves when it is closed. Values."""

import msgspec

from caseeditor.domain.case import Case
from caseeditor.domain.draft import Draft
from caseeditor.domain.edit import Edit
from caseeditor.domain.fault import Fault
from caseeditor.domain.parcel import Parcel
from caseeditor.domain.remembered import SinceThen
from caseeditor.domain.undo import UndoStack


class Opened(msgspec.Struct, frozen=True):
    """What opening a case brings: the case, what was kept of it, what is on its way, and whose account it is.

    `user` is its key, `user_name` for showing.
    """

    case: Case
    user: str
    draft: Draft | None
    parcels: tuple[Parcel, ...]
    news: SinceThen | None = None
    user_name: str = ""


class Left(msgspec.Struct, frozen=True):
    """What a case that was closed leaves for when it is opened again: the steps that led to its edit."""

    user: str
    edit: Edit
    steps: UndoStack


class Kept(msgspec.Struct, frozen=True):
    """Whether what was typed is on disk: since when (the agent's clock, '' while it is being written), or why not."""

    at: str = ""
    fault: Fault | None = None
