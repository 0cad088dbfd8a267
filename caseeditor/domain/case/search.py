"""What cases are looked for (GET case, B), and what a list shows of them."""

import msgspec

from caseeditor.domain.case.model import Case
from caseeditor.domain.editing.changes import Parameters

ORDERS = (
    "update_date",
    "creation_date",
    "inbox_date",
    "first_open_date",
    "last_open_date",
    "we_did_not_reply_since_date",
    "id",
    "subject",
    "state",
    "source",
)
"""What can be asked for as `order_by`. Which of them a server takes is not documented: it tells."""
_LONGEST = 300
"""Characters of a text that a list keeps of a case."""


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """Each as the parameter of its name; '' is not sent. Dates as in domain.dates."""

    contact_id: str = ""
    campaign_id: str = ""
    state: str = ""
    source: str = ""
    with_tag: str = ""
    without_tag: str = ""
    created_since: str = ""
    updated_since: str = ""
    order_by: str = "update_date"
    order_dir: str = "DESC"

    def parameters(self, index: int, count: int) -> Parameters:
        """Return the parameters of the call for a page."""
        given = tuple((name, value) for name, value in msgspec.structs.asdict(self).items() if value)
        return (*given, ("index", str(index)), ("count", str(count)))


class Listed(msgspec.Struct, frozen=True, gc=False):
    """What a list keeps of a case: little, since there may be many."""

    case_id: str
    subject: str = ""
    state: str = ""
    source: str = ""
    contact: str = ""
    update_date: str = ""


class Page(msgspec.Struct, frozen=True):
    """A page of a list as `user` sees it. `total` is None where the server does not say how many there are.

    `tags` are those of the cases on it.
    """

    user: str
    cases: tuple[Listed, ...]
    total: int | None
    tags: tuple[str, ...] = ()


def listed(case: Case) -> Listed:
    """Return what a list keeps of a case."""
    shown = (case.id, case.subject, case.state, case.source, case.contact.name, case.update_date)
    return Listed(*(text[:_LONGEST] for text in shown))
