"""A program with unsubmitted text in an open case, which no fault elsewhere may affect."""

from urllib.parse import quote

from tests.end_to_end.program import Program
from tests.support.http_stub import HttpStub

TOKEN = "end-to-end/token+77="  # noqa: S105 - the stub's
MINE = "7"
SUBJECT = "Año nuevo: 支払い 😀"
NOTE = "Llamar mañana\ny preguntar"


class TypedCaseFixture:
    """One program and its server. After each fault, `goes_on` asserts that nothing else was harmed."""

    def __init__(self, editor: Program, stub: HttpStub) -> None:
        self.editor = editor
        self.stub = stub
        self._fresh = 5000
        self._size = (0, 0)

    def type_in_a_case(self) -> None:
        """Open the agent's case and type in it."""
        self.editor.open_case(MINE)
        self.editor.wait_title(f"– {MINE} –")
        self.editor.set_text("Subject", SUBJECT)
        self.editor.set_text("New note", NOTE)
        self._size = self.editor.size()
        assert self.is_untouched()

    def is_untouched(self) -> bool:
        """Return whether the agent's case is in front, the window has its size, and the typed text is intact."""
        return (
            all(f"– {MINE} –" in title for title in self.editor.titles())
            and self.editor.size() == self._size
            and self.editor.text("Subject") == SUBJECT
            and self.editor.text("New note") == NOTE
        )

    def goes_on(self, *, tabs: int = 1) -> None:
        """Check that another case opens, that the typed text survives closing the tabs, and that no secret leaked."""
        editor = self.editor
        self._fresh += 1
        editor.open_case(str(self._fresh))
        editor.wait_title(f"Subject of {self._fresh} – {self._fresh} –")
        for _ in range(tabs + 1):
            editor.press("ctrl+w")
        editor.wait_title(f"– {MINE} –")
        assert self.is_untouched()
        assert editor.output() == ""
        self.kept_secret()

    def kept_secret(self) -> None:
        """Check that no file or output of the program contains the token."""
        written = self.editor.written()
        assert TOKEN not in written
        assert quote(TOKEN, safe="") not in written
