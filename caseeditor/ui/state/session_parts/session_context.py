"""The parts of the workspace that a session needs. GUI thread."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

import msgspec

from caseeditor.domain.case.model import Case
from caseeditor.domain.case.reference import Server
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.editing.wrong_case_guard import Suspicion

if TYPE_CHECKING:
    from caseeditor.domain.fields.schema import Schema
    from caseeditor.ui.state.spelling import Spelling


class _FindSuspicions(Protocol):
    def __call__(self, case: Case, edit: Edit, /) -> tuple[Suspicion, ...]: ...


class CaseArrangement(msgspec.Struct, frozen=True):
    """The width of the column beside a case in letters, 0 for the usual one, and whether it is there.

    `attributes_in_middle`: the attributes are beside the notes instead. `all_in_front`: the list of messages and notes
    is in front.
    """

    side_width: float = 0.0
    side_shown: bool = True
    attributes_in_middle: bool = False
    all_in_front: bool = False


class SessionContext(msgspec.Struct, frozen=True, kw_only=True):
    """Functions of the workspace. The defaults suit a session without a workspace."""

    find_suspicions: _FindSuspicions = lambda _case, _edit: ()
    """Finds notes that may be meant for another case."""
    key_now: Callable[[Server, str], str] = lambda _server, key: key
    """Returns the current key of an account."""
    stamp: Callable[[], str] = str
    """Returns the name of the attribute for stamps, '' for none."""
    schema: "Callable[[], Schema | None]" = lambda: None
    """Returns the administrator's description of attributes, None if there is none."""
    columns: Callable[[], tuple[float, float] | None] = lambda: None
    """Returns the widths of the attribute columns, in letters; None: automatic."""
    keep_columns: Callable[[tuple[float, float]], object] = lambda _widths: None
    """Saves these widths for all cases and later starts."""
    pinned: Callable[[Server], tuple[str, ...]] = lambda _server: ()
    """Returns the pinned attributes of a server, in order."""
    keep_pinned: Callable[[Server, tuple[str, ...]], object] = lambda _server, _names: None
    """Saves them for all cases and later starts."""
    arrangement: Callable[[], CaseArrangement] = CaseArrangement
    """Returns the arrangement of all cases."""
    keep_side_width: Callable[[float], object] = lambda _width: None
    """Saves this width for all cases and later starts."""
    spelling: "Callable[[], Spelling] | None" = None
    """Returns the spelling check."""
    keep_all_in_front: Callable[[bool], object] = lambda _is_in_front: None
    """Saves the choice of the list in front for all cases and later starts."""
