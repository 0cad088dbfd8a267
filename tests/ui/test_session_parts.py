"""The parts of a session, without widgets or a server."""

import pytest

from caseeditor.domain.case.reference import Server
from caseeditor.ui.state.session_parts.case_address import CaseAddress


def test_a_session_that_was_made_ahead_gets_one_case_and_no_other() -> None:
    address = CaseAddress(Server("http://127.0.0.1"), "")
    address.assign("203")
    with pytest.raises(ValueError, match="has a case"):
        address.assign("204")
    assert address.case_id == "203"
