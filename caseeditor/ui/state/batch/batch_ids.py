"""Case ids that were pasted or typed for a batch."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from caseeditor.domain.batch.batch import MOST_ROWS
from caseeditor.domain.batch.row import Row
from caseeditor.domain.batch.tables.table import CellFlag, Flag
from caseeditor.domain.case.reference import parse_cases

_PLAIN = re.compile("[1-9][0-9]{0,17}")
_WRONG_SHOWN = 5
_AT_ONCE = 200
"""Lines that are parsed without a pause."""


class IdsFound:
    """The ids of a text, and what was left out. `domains` are the host[:port] that links to the server's cases have."""

    def __init__(self, domains: Collection[str] = (), most: int = MOST_ROWS) -> None:
        self._domains, self._most = domains, most
        self.ids: dict[str, None] = {}
        self._rows: list[Row] = []
        self.repeated = 0
        self.unreadable = 0
        self.wrong: list[tuple[int, str]] = []
        """The first lines that hold something else than ids: their numbers, from 1, and texts."""
        self.doubtful = 0
        """Ids of a table that a spreadsheet may have changed."""
        self.hidden = 0
        """Rows of a table that are hidden."""
        self.beyond = 0
        """Cases beyond the maximum of rows."""
        self.has_more = False
        """The file has more rows than were read."""
        self.elsewhere: dict[str, int] = {}
        """Links of other servers, by host."""

    def read(self, text: str) -> Iterator[None]:
        """Read a text, in steps."""
        lines = text.split("\n")
        for first in range(0, len(lines), _AT_ONCE):
            for number, line in enumerate(lines[first : first + _AT_ONCE], first + 1):
                if line.strip():
                    self._read_line(number, line)
            yield

    def take_rows(self) -> tuple[Row, ...]:
        """Return a row for each case, and forget the ids: the counts are kept as long as the tab."""
        rows = tuple(self._rows)
        self.ids, self._rows = {}, []
        return rows

    def _read_line(self, number: int, line: str) -> None:
        plain = line.strip()
        if _PLAIN.fullmatch(plain):  # most lines, ten times as fast
            self._take(plain)
            return
        found, wrong = parse_cases(line)
        self.unreadable += len(wrong)
        if wrong and len(self.wrong) < _WRONG_SHOWN:
            self.wrong.append((number, plain))
        for case in found:
            if case.domain and case.domain not in self._domains:
                self.elsewhere[case.domain] = self.elsewhere.get(case.domain, 0) + 1
            else:
                self._take(case.id)

    def _take(self, case_id: str) -> None:
        if case_id in self.ids:
            self.repeated += 1
        elif len(self.ids) >= self._most:
            self.beyond += 1
        else:
            self.ids[case_id] = None
            self._rows.append(Row(number=len(self.ids), case_id=case_id))


_BY_WEIGHT = (
    *(CellFlag.NOT_AN_ID, CellFlag.EXPONENT, CellFlag.OTHER_SERVER),
    *(CellFlag.SAME_ID, CellFlag.HIDDEN, CellFlag.LONG_NUMBER, CellFlag.LEADING_ZEROS),
)
"""Why a row of a table is left out; of several reasons, the first counts."""


def left_out_of(
    flags: Iterable[Flag], beyond: int, accepted: Collection[CellFlag] = (), *, has_more: bool = False
) -> IdsFound:
    """Count the rows of a table that were left out because of their ids, each once."""
    reasons: dict[int, CellFlag] = {}
    for flag in flags:
        if flag.flag not in accepted:
            reasons[flag.row] = min(flag.flag, reasons.get(flag.row, flag.flag), key=_BY_WEIGHT.index)
    counted = Counter(reasons.values())
    found = IdsFound()
    found.repeated = counted[CellFlag.SAME_ID]
    found.unreadable = counted[CellFlag.NOT_AN_ID] + counted[CellFlag.EXPONENT]
    found.doubtful = counted[CellFlag.LONG_NUMBER] + counted[CellFlag.LEADING_ZEROS]
    found.hidden = counted[CellFlag.HIDDEN]
    found.beyond, found.has_more = beyond, has_more
    if counted[CellFlag.OTHER_SERVER]:
        found.elsewhere[""] = counted[CellFlag.OTHER_SERVER]
    return found
