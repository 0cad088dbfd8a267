"""The history as CSV and JSON."""

import csv
import io
from collections.abc import Iterable

import msgspec

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Line(msgspec.Struct, frozen=True):
    """One change of one submission, or of a draft that was discarded. `when` as the API writes dates.

    `held` is what the server showed in its place.
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


def as_csv(lines: Iterable[Line]) -> str:
    """Write lines as CSV that a spreadsheet takes for text: a cell that could start a formula gets an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(Line.__struct_fields__)
    for line in lines:
        cells = (str(getattr(line, name)) for name in Line.__struct_fields__)
        writer.writerow(["'" + cell if cell.startswith(_FORMULA) else cell for cell in cells])
    return out.getvalue()


def as_json(lines: Iterable[Line]) -> str:
    """Write lines as JSON, texts exactly."""
    return msgspec.json.format(msgspec.json.encode(list(lines)), indent=2).decode()
