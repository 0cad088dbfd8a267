"""Detection of a file that is replaced while its log is moved into it: pages of both files are mixed then."""

from caseeditor.services.storage.signature import SignedFile

_PAGES = 64


class Witness:
    """Remembers the pages last written by this program. Belongs on the store's thread.

    The last page that was written before, and is not in the log, decides: every copy from before it was written has
    another one, and what a later copy lacks is in the log. After `forget`, the next transaction is not checked.
    """

    def __init__(self, file: SignedFile) -> None:
        self._file = file
        self._written: dict[int, bytes] = {}
        """By number, in the order of their last writing."""

    def forget(self) -> None:
        """Another program has written, or the file is another one."""
        self._written = {}

    def pages(self) -> dict[int, bytes]:
        """Return the pages in the log, to be called before it is moved; none if it can't be read, or isn't used."""
        try:
            return self._file.logged_pages()
        except OSError:
            return {}

    def is_mixed(self, logged: dict[int, bytes], *, is_moved: bool) -> bool:
        """Check the file after the log was moved into it, if `is_moved`; else it may hold these pages or not."""
        if not logged:
            self.forget()
            return False
        before = next((number for number in reversed(self._written) if number not in logged), None)
        for number in logged:
            self._written.pop(number, None)
        try:
            is_mixed = before is not None and self._file.page(before) != self._written[before]
        except OSError:
            is_mixed = True
        if is_moved:
            self._written |= logged
        for number in list(self._written)[:-_PAGES]:
            del self._written[number]
        return is_mixed
