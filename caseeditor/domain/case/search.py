"""Search parameters (GET case, certainty B) and the rows of a result."""

import itertools
import math
from collections.abc import Mapping

import msgspec

from caseeditor.domain.case.model import Case, Contact
from caseeditor.domain.case.number import whole_number
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
"""Values for `order_by`. The accepted subset is undocumented; a server rejects the others."""
SEVERAL = ("state", "source")
"""Filters that may have several values, one a line: a case has any of them. A request of the API takes one."""
COMBINATIONS = 12
"""Maximum requests for a page: combinations of values that are searched."""
SINCE = ("created_since", "updated_since")
"""Filters that are dates."""
_LONGEST = 300
"""Maximum characters of each text in a row."""


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """Search parameters by name; empty ones are not sent. Dates as in domain.case.dates."""

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

    def apart(self) -> "tuple[Filters, ...]":
        """Return a search for each combination of values; together they find each case once."""
        texts = (getattr(self, name).split("\n") for name in SEVERAL)
        found = (dict(zip(SEVERAL, values, strict=True)) for values in itertools.product(*texts))
        return tuple(msgspec.structs.replace(self, **each) for each in itertools.islice(found, COMBINATIONS))

    @property
    def combinations(self) -> int:
        """The number of combinations of values; more than COMBINATIONS are not searched."""
        return math.prod(getattr(self, name).count("\n") + 1 for name in SEVERAL)

    def parameters(self, index: int, count: int) -> Parameters:
        """Return the parameters of the request for one page."""
        given = tuple((name, value) for name, value in msgspec.structs.asdict(self).items() if value)
        return (*given, ("index", str(index)), ("count", str(count)))


def cases_of(contact: Contact) -> Filters | None:
    """Return the search for all cases of a contact; None if its id is no number."""
    id_ = whole_number(dict(contact.fields).get("id", ""))
    return Filters(contact_id=id_) if id_.isascii() and id_.isdigit() else None


class Listed(msgspec.Struct, frozen=True, gc=False):
    """A row of a result: few fields, since there may be many rows."""

    case_id: str
    subject: str = ""
    state: str = ""
    source: str = ""
    contact: str = ""
    update_date: str = ""
    we_did_not_reply_since_date: str = ""
    sla_seconds: str = ""
    url: str = ""


class Page(msgspec.Struct, frozen=True):
    """A page of a result as `user` sees it. `total` is None if the answer has none.

    `tags` has the tags of its cases.
    """

    user: str
    cases: tuple[Listed, ...]
    total: int | None
    tags: tuple[str, ...] = ()


def narrowing(filters: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of the filters that are set, in the order of Filters. The order of rows is none."""
    return tuple(name for name in Filters.__struct_fields__ if filters.get(name) and not name.startswith("order"))


def listed(case: Case) -> Listed:
    """Make the row of a case."""
    shown = (case.id, case.subject, case.state, case.source, case.contact.name, case.update_date)
    due = (case.we_did_not_reply_since_date, case.sla_seconds)
    url = case.url if len(case.url) <= _LONGEST else ""  # a part of a link leads nowhere
    return msgspec.structs.replace(Listed(*(text[:_LONGEST] for text in (*shown, *due))), url=url)
