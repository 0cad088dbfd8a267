"""The result of opening a case, from the server and from disk."""

import msgspec

from caseeditor.domain.case.model import Case
from caseeditor.domain.delivery.draft import FoundDraft
from caseeditor.domain.delivery.submission import Submission
from caseeditor.domain.errors.failure import Failure
from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.domain.local.recent import SinceThen


class LoadedCase(msgspec.Struct, frozen=True, kw_only=True):
    """A case, the key and user name of its account, its draft, and its pending submissions.

    `case` is None if it could not be read but has a draft; `failure` is the reason. `draft` is None if it was not
    requested or not readable; `unread` is the reason.
    """

    user: str
    user_name: str = ""
    case: Case | None = None
    failure: Failure | None = None
    draft: FoundDraft | None = None
    unread: StorageProblem | None = None
    submissions: tuple[Submission, ...] = ()
    since: SinceThen | None = None
