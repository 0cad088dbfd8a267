"""Detection of a file that is replaced while its log is moved into it: pages of both files are mixed then."""

import zlib

from caseeditor.services.storage.signature import SignedFile

_PAGES = 20_000
"""Most pages of which the digest is kept (80 MB of the file, 3 MB in memory)."""
_PRIMED = 1_000
"""Most pages of a file whose first transactions are checked: reading them all takes 2 ms."""


class Witness:
    """Keeps digests of the file's pages. Belongs on the store's thread.

    The check uses the page written last that is not in the log. In a copy made before that write, this page differs.
    All later writes are in the log, so a later copy becomes complete. Until there is such a page, the order of writing
    is unknown, and all pages are checked.
    """

    def __init__(self, file: SignedFile) -> None:
        self._file = file
        self._before: dict[int, int] = {}
        """Digests by the page's number, of pages not written since `begin`."""
        self._written: dict[int, int] = {}
        """The others, in the order of their last writing."""

    def begin(self) -> None:
        """Take the file as it is. Raises OSError."""
        self._before = {number: zlib.crc32(page) for number, page in enumerate(self._file.pages(_PRIMED), 1)}
        self._written = {}

    def forget(self) -> None:
        """Another program has written: the next transaction is not checked."""
        self._before, self._written = {}, {}

    def is_mixed(self, logged: dict[int, bytes], text: str, *, is_moved: bool) -> bool:
        """Check the file after the log, which had these pages, was moved into it; `is_moved`: all of them.

        `text` is the unique mark of the last transaction. If no page has it, the log is unknown: it is not used, too
        long, or another program emptied it while it was read.
        """
        if len(logged) > _PAGES or not any(text.encode() in page for page in logged.values()):
            self.forget()
            return False
        for number in logged:
            self._before.pop(number, None)
            self._written.pop(number, None)
        last = next(reversed(self._written), None)
        checked = self._before if last is None else {last: self._written[last]}
        try:
            is_mixed = any(zlib.crc32(self._file.page(number)) != digest for number, digest in checked.items())
        except OSError:
            is_mixed = True
        if is_moved:
            self._written |= {number: zlib.crc32(page) for number, page in logged.items()}
        while len(self._written) > _PAGES:
            del self._written[next(iter(self._written))]
        return is_mixed
