"""The server and the id of a session's case."""

from caseeditor.domain.case.reference import Server


class CaseAddress:
    """A prepared session has no id until it is used; then the id stays the same."""

    def __init__(self, server: Server, case_id: str) -> None:
        self.server = server
        self._case_id = case_id

    @property
    def case_id(self) -> str:
        """The id, '' before it is assigned."""
        return self._case_id

    def assign(self, case_id: str) -> None:
        """Assign the id, once."""
        if self._case_id:
            message = "the session has a case"
            raise ValueError(message)
        self._case_id = case_id
