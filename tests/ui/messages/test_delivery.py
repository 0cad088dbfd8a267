"""Messages about submissions that are held up, or whose outcome is unknown."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from caseeditor.domain.delivery.submission_update import SubmissionUpdate
from caseeditor.domain.errors.failure import Failure, FailureKind
from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.ui.messages.case_actions import CaseActions
from caseeditor.ui.messages.delivery import news_message
from caseeditor.ui.state.session import Session
from tests.support.submissions import queued
from tests.ui.case.submit.test_submit import with_note
from tests.ui.parts import Heard, ended

SessionOf = Callable[[int], Session]


@pytest.mark.parametrize(
    ("id_", "why"),
    [
        (9004, "dropped before it answered."),
        (9015, "is busy. Ready again in 5 seconds."),
        (9023, "This isn't followed, to protect your token."),
    ],
)
def test_while_it_is_not_known_the_reason_is_said(qtbot: QtBot, session_of: SessionOf, id_: int, why: str) -> None:
    session = with_note(qtbot, session_of(id_))
    heard = Heard(session)
    with ended(qtbot, session):
        session.submit()
    looking = f"Checking whether case {id_} was saved. "
    said = [each.text for each in heard.messages if each.text.startswith(looking)]
    assert said
    assert all(each.endswith(why) for each in said)


def test_a_full_disk_does_not_hide_that_a_token_is_wanted() -> None:
    refused = Failure(kind=FailureKind.TOKEN_REFUSED, server="example.org", words="expired")
    actions = CaseActions()
    message = news_message(SubmissionUpdate(queued(), unkept=StorageProblem.FULL, waits_for=refused), actions)
    assert message
    assert message.text.startswith("NOT saved: ")
    assert message.lines[0] == f"Case {queued().case_id} is waiting. Sign in to send it."
    assert message.actions == (actions.sign_in,)
