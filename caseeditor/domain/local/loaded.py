"""The answer to opening a case, as a value: what the server shows and what the disk has of it."""

import msgspec

from caseeditor.domain.case.model import Case
from caseeditor.domain.delivery.draft import FoundDraft
from caseeditor.domain.delivery.submission import Submission
from caseeditor.domain.errors.failure import Failure
from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.domain.local.recent import SinceThen


class LoadedCase(msgspec.Struct, frozen=True, kw_only=True):
    """A case, whose account it is (its key, and how its user is called), its draft, and its pending submissions.

    `case` is None where it could not be read though a draft of it is there; `failure` says why then. `draft` is None
    where none was asked for, or it could not be read: `unread` says why then.
    """

    user: str
    user_name: str = ""
    case: Case | None = None
    failure: Failure | None = None
    draft: FoundDraft | None = None
    unread: StorageProblem | None = None
    submissions: tuple[Submission, ...] = ()
    since: SinceThen | None = None
