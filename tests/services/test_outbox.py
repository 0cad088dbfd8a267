"""Delivering a submission to the built-in gateway, well-behaved and not: once, and told by evidence."""

import asyncio

import pytest
from caseeditor.domain.evidence import Seen

from caseeditor.demo.server import DemoServer
from caseeditor.domain.address import Server
from caseeditor.domain.case import Case
from caseeditor.domain.changes import submission
from caseeditor.domain.edit import Edit, Row
from caseeditor.domain.failure import Failed, Failure, Kind, Reach
from caseeditor.domain.timing import Timing
from caseeditor.services.gateway import Gateway
from caseeditor.services.outbox import Delivered, Outbox
from caseeditor.services.secrets import Secrets

HASTY = Timing(updating=0.5, reading=5)
NOTE = Edit(notes={1: "llamar mañana"})
EVERYTHING = Edit(
    subject="otro",
    notes={1: "uno\r\n", 2: "dos 👩‍🚀"},
    tags={"vip": True, "spam": False},
    rows={1: Row("región", "norte")},
)

# The demo's misbehaving cases, by what they do to an update.
STORED_THEN_DROPPED = "9003"
DROPPED = "9004"
REFUSED_WITH_200 = "9005"
REFUSED_WITH_400 = "9006"
NO_NOTES = "9009"
ID_ONLY = "9012"
WITH_DATA = "9013"
TOO_MANY = "9015"
TRIMMED = "9016"
STORED_BEHIND_503 = "9017"
CUT = "9019"
STORED_UNANSWERED = "9020"
REDIRECTED = "9023"
STORED_THEN_UNREADABLE = "9026"
STORED_AS_ANOTHER = "9027"
TOO_LARGE = "9028"


async def _deliver(demo: DemoServer, id_: str, edit: Edit) -> tuple[Case, Delivered | Failure]:
    gateway = Gateway(timing=HASTY, secrets=Secrets())
    server = Server(demo.url)
    gateway.admit(server, demo.token)
    try:
        before = await gateway.read_case(server, id_)
        try:
            return before, await Outbox(gateway).deliver(server, submission(before, edit), before)
        except Failed as failed:
            return before, failed.failure
    finally:
        await gateway.close()


def deliver(demo: DemoServer, id_: str, edit: Edit = NOTE) -> Delivered:
    _, found = asyncio.run(_deliver(demo, id_, edit))
    assert isinstance(found, Delivered)
    return found


def why_not_delivered(demo: DemoServer, id_: str, edit: Edit = NOTE) -> Failure:
    _, found = asyncio.run(_deliver(demo, id_, edit))
    assert isinstance(found, Failure)
    return found


def calls(demo: DemoServer, id_: str) -> list[str]:
    """List the calls about a case, the first read left out."""
    return [
        f"{request.method} {request.path.removeprefix(f'/api/v2/case/{id_}')}".strip() for request in demo.requests[1:]
    ]


def stored(demo: DemoServer, id_: str, text: str = "llamar mañana") -> int:
    """Count a note on the server."""
    return sum(note["text"] == text for note in demo.case(int(id_)).get("notes", []))


def test_everything_is_stored_and_seen_to_be(demo: DemoServer) -> None:
    delivered = deliver(demo, "203", EVERYTHING)
    assert calls(demo, "203") == ["POST", "POST /tags"]
    assert delivered.receipt is not None
    assert {line.seen for line in delivered.receipt.lines} == {Seen.HOLDS}
    assert delivered.case is not None
    assert delivered.case.tags == ("vip",)
    assert (delivered.failure, delivered.tags_removed) == (None, True)


def test_removing_a_tag_alone_is_one_call(demo: DemoServer) -> None:
    delivered = deliver(demo, "203", Edit(tags={"spam": False}))
    assert calls(demo, "203") == ["POST /tags"]
    assert delivered.case is not None
    assert delivered.case.tags == ()


def test_a_good_answer_without_the_case_is_followed_by_a_read(demo: DemoServer) -> None:
    delivered = deliver(demo, ID_ONLY)
    assert calls(demo, ID_ONLY) == ["POST", "GET"]
    assert delivered.receipt is not None
    assert delivered.receipt.proves_update


def test_a_good_answer_with_the_case_inside_needs_no_read(demo: DemoServer) -> None:
    assert deliver(demo, WITH_DATA).case is not None
    assert calls(demo, WITH_DATA) == ["POST"]


def test_what_the_server_made_of_a_note_is_told(demo: DemoServer) -> None:
    delivered = deliver(demo, TRIMMED, Edit(notes={1: " uno\r\ndos "}))
    assert delivered.receipt is not None
    assert [line.shown for line in delivered.receipt.differs] == ["uno\ndos"]


def test_a_server_that_shows_no_notes_is_told_apart(demo: DemoServer) -> None:
    delivered = deliver(demo, NO_NOTES)
    assert delivered.receipt is not None
    assert delivered.receipt.note_not_shown
    assert stored(demo, NO_NOTES) == 1


@pytest.mark.parametrize("id_", [STORED_THEN_DROPPED, STORED_BEHIND_503, CUT, STORED_UNANSWERED, STORED_AS_ANOTHER])
def test_an_update_whose_answer_was_lost_is_found_by_reading_and_posted_once(demo: DemoServer, id_: str) -> None:
    delivered = deliver(demo, id_)
    assert calls(demo, id_) == ["POST", "GET"]
    assert delivered.receipt is not None
    assert delivered.receipt.proves_update
    assert stored(demo, id_) == 1


@pytest.mark.parametrize(("id_", "kind"), [(DROPPED, Kind.DROPPED), (REDIRECTED, Kind.REDIRECTED)])
def test_an_update_without_a_trace_stays_in_doubt_and_is_not_posted_again(
    demo: DemoServer, id_: str, kind: Kind
) -> None:
    failure = why_not_delivered(demo, id_)
    assert (failure.kind, failure.reach) == (kind, Reach.UNKNOWN)
    assert calls(demo, id_) == ["POST", "GET"]
    assert stored(demo, id_) == 0


def test_an_update_stays_in_doubt_when_the_read_after_it_fails(demo: DemoServer) -> None:
    failure = why_not_delivered(demo, STORED_THEN_UNREADABLE)
    assert (failure.kind, failure.reach) == (Kind.DROPPED, Reach.UNKNOWN)
    assert calls(demo, STORED_THEN_UNREADABLE) == ["POST", "GET"]


def test_an_update_without_a_note_stays_in_doubt_since_anybody_may_have_set_it(demo: DemoServer) -> None:
    assert why_not_delivered(demo, STORED_THEN_DROPPED, Edit(subject="otro")).reach is Reach.UNKNOWN


@pytest.mark.parametrize(
    ("id_", "kind", "words"),
    [
        (REFUSED_WITH_200, Kind.REFUSED, "This case is locked by the supervisor"),
        (REFUSED_WITH_400, Kind.REFUSED, "The campaign of this case accepts no changes"),
        (TOO_MANY, Kind.TOO_MANY, "Too many requests"),
    ],
)
def test_a_refusal_comes_in_the_servers_words_and_nothing_more_is_sent(
    demo: DemoServer, id_: str, kind: Kind, words: str
) -> None:
    failure = why_not_delivered(demo, id_, Edit(notes={1: "x"}, tags={"nuevo": True}))
    assert (failure.kind, failure.words, failure.reach) == (kind, words, Reach.ANSWERED)
    assert calls(demo, id_) == ["POST"]


def test_a_submission_that_is_too_large_is_told(demo: DemoServer) -> None:
    failure = why_not_delivered(demo, TOO_LARGE, Edit(notes={1: "x" * 3000}))
    assert (failure.kind, failure.words) == (Kind.TOO_LARGE_TO_SEND, "The request is too large")


def test_a_refused_update_removes_no_tags(demo: DemoServer) -> None:
    tag = asyncio.run(_deliver(demo, REFUSED_WITH_400, Edit()))[0].tags[0]
    asked = len(demo.requests)
    why_not_delivered(demo, REFUSED_WITH_400, Edit(subject="x", tags={tag: False}))
    assert [request.method for request in demo.requests[asked:]] == ["GET", "POST"]
    assert tag in demo.case(int(REFUSED_WITH_400))["tags"]
