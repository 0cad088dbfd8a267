"""Messages about submissions that are held up, or whose outcome is unknown."""

from collections.abc import Callable

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from caseeditor.domain.delivery.submission import State
from caseeditor.domain.delivery.submission_update import SubmissionUpdate
from caseeditor.domain.errors.failure import Failure, FailureKind
from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.ui.messages.case_actions import CaseActions
from caseeditor.ui.messages.delivery import news_message, others_message, trouble_words
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
    looking = f"Checking whether the changes to case {id_} are on the server. "
    said = [each.text for each in heard.messages if each.text.startswith(looking)]
    assert said
    assert all(each.endswith(why) for each in said)


@pytest.mark.parametrize(
    ("state", "end"),
    [
        (State.QUEUED, "send it."),
        (State.UNCONFIRMED, "check whether its changes are on the server."),
        (State.NEEDS_ANSWER, "check whether its changes are on the server."),
        (State.REMOVING, "remove its tags."),
    ],
)
def test_only_a_submission_that_was_not_sent_is_promised_to_be_sent(state: State, end: str) -> None:
    submission = msgspec.structs.replace(queued(), state=state)
    wanted = Failure(kind=FailureKind.TOKEN_MISSING, server="example.org")
    message = news_message(SubmissionUpdate(submission, waits_for=wanted), CaseActions())
    assert message
    assert message.text.endswith(f"Sign in to {end}")
    assert ("sent when" in others_message(submission).text) is (state is State.QUEUED)


@pytest.mark.parametrize("kind", FailureKind)
def test_the_connection_is_named_only_where_it_is_the_cause(kind: FailureKind) -> None:
    waits = Failure(kind=kind, server="example.org")
    message = news_message(SubmissionUpdate(queued(), waits_for=waits), CaseActions())
    assert message
    is_offline = kind in {FailureKind.UNREACHABLE, FailureKind.SLOW, FailureKind.DROPPED}
    assert ("connection is back" in message.text) is is_offline


def test_a_full_disk_does_not_hide_that_a_token_is_wanted() -> None:
    refused = Failure(kind=FailureKind.TOKEN_REFUSED, server="example.org", words="expired")
    actions = CaseActions()
    message = news_message(SubmissionUpdate(queued(), unkept=StorageProblem.FULL, waits_for=refused), actions)
    assert message
    assert message.text.startswith("NOT saved: ")
    assert message.lines[0] == f"Case {queued().case_id} is waiting. Sign in to send it."
    assert message.actions == (actions.sign_in,)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("", "It had just accepted this token."),
        ("invalid token", "It had just accepted this token, and now says: “invalid token”."),
    ],
)
def test_a_token_refused_right_after_it_was_accepted_is_told_with_or_without_words(words: str, line: str) -> None:
    submission = msgspec.structs.replace(queued(), state=State.UNCONFIRMED, refused=True)
    refused = Failure(kind=FailureKind.TOKEN_REFUSED, server="example.org", words=words)
    message = news_message(SubmissionUpdate(submission, waits_for=refused), CaseActions())
    assert message
    assert message.lines[0] == line


@pytest.mark.parametrize("kind", [FailureKind.TOKEN_MISSING, FailureKind.TOKEN_REFUSED])
def test_a_submission_that_waits_for_a_token_says_so_in_its_tab(kind: FailureKind) -> None:
    assert trouble_words(SubmissionUpdate(queued(), waits_for=Failure(kind=kind))) == "Sign in to go on"
