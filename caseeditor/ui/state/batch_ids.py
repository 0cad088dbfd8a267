"""Case ids that were pasted or typed for a batch."""

import re
from collections.abc import Callable, Iterator

from caseeditor.domain.batch.batch import MOST_ROWS
from caseeditor.domain.batch.row import Row
from caseeditor.domain.case.reference import parse_cases

_PLAIN = re.compile("[1-9][0-9]{0,17}")
_AT_ONCE = 200
"""Lines that are parsed without a pause."""


class IdsFound:
    """The ids of a text, and what was left out. `is_here` tells whether links of a host lead to the server in use."""

    def __init__(self, is_here: Callable[[str], bool]) -> None:
        self._is_here = is_here
        self.ids: dict[str, None] = {}
        self.repeated = 0
        self.unreadable = 0
        self.beyond = 0
        """Cases beyond the maximum of rows."""
        self.elsewhere: dict[str, int] = {}
        """Links of other servers, by host."""

    def read(self, text: str) -> Iterator[None]:
        """Read a text, in steps."""
        lines = text.split("\n")
        for first in range(0, len(lines), _AT_ONCE):
            for line in lines[first : first + _AT_ONCE]:
                if line.strip():
                    self._read_line(line)
            yield

    def rows(self) -> tuple[Row, ...]:
        """Return a row for each case."""
        return tuple(Row(number=number, case_id=case_id) for number, case_id in enumerate(self.ids, 1))

    def _read_line(self, line: str) -> None:
        plain = line.strip()
        if _PLAIN.fullmatch(plain):  # most lines, ten times as fast
            self._take(plain)
            return
        found, wrong = parse_cases(line)
        self.unreadable += len(wrong)
        for case in found:
            if case.domain and not self._is_here(case.domain):
                self.elsewhere[case.domain] = self.elsewhere.get(case.domain, 0) + 1
            else:
                self._take(case.id)

    def _take(self, case_id: str) -> None:
        if case_id in self.ids:
            self.repeated += 1
        elif len(self.ids) >= MOST_ROWS:
            self.beyond += 1
        else:
            self.ids[case_id] = None
