"""The history as CSV and JSON."""

from collections.abc import Iterable, Sequence
from datetime import tzinfo

import msgspec

from caseeditor.domain.case import dates
from caseeditor.domain.text.spreadsheet_cells import csv_text


class Line(msgspec.Struct, frozen=True):
    """One change of a submission, a discarded draft or a row of a batch; or a batch. `when` has the API's date format.

    `held` is the text that the server showed in its place.
    """

    when: str
    server: str
    user: str
    case: str
    what: str
    before: str
    after: str
    held: str
    outcome: str
    said: str


def as_csv(lines: Iterable[Line], heads: Sequence[str], separator: str, zone: tzinfo | None = None) -> bytes:
    """Format lines as CSV; `heads` are the column titles.

    Dates are written without a zone, since spreadsheets do not recognize dates with one; they are in `zone`, None for
    the local zone.
    """
    rows = ((_local(line.when, zone), *msgspec.structs.astuple(line)[1:]) for line in lines)
    return csv_text(heads, rows, separator)


def as_json(lines: Iterable[Line]) -> bytes:
    """Format lines as JSON, with exact texts."""
    return msgspec.json.format(msgspec.json.encode(list(lines)), indent=2)


def _local(when: str, zone: tzinfo | None) -> str:
    date = dates.parse(when)
    if date is None:
        return when
    return dates.local(date, zone).replace(tzinfo=None).isoformat(" ", "seconds")
