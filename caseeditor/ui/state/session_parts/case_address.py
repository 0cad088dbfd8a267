"""The server and the id of a session's case."""

from caseeditor.domain.case.reference import Server


class CaseAddress:
    """A session that is made ahead has no id until it is used; from then on it stays with that case."""

    def __init__(self, server: Server, case_id: str) -> None:
        self.server = server
        self._case_id = case_id

    @property
    def case_id(self) -> str:
        """The id, '' while there is none."""
        return self._case_id

    def assign(self, case_id: str) -> None:
        """Give it the id of its case, once."""
        if self._case_id:
            message = "the session has a case"
            raise ValueError(message)
        self._case_id = case_id
