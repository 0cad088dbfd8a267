"""A note that is not shown counts as missing only where it would be shown; otherwise it can't be seen (rule 7)."""

import pytest

from caseeditor.domain.case.model import Case
from caseeditor.domain.delivery.server_edits import apply, learned
from caseeditor.domain.delivery.snapshot import Reading
from caseeditor.domain.delivery.submission import EffectStatus, Read
from caseeditor.domain.delivery.visibility import most_shown, showing
from tests.support.samples import stored
from tests.support.submissions import NOTE, OLD, START, after, case, fates, unsure

AT = (START + 30) * 1000  # submissions.AFTER
THEIRS = stored("otra", user_name="luis", date=AT)
SHOWS_ONE: tuple[str, ...] = ("shows:1",)


def status(found: Case, way: tuple[str, ...] = ()) -> EffectStatus:
    read = Read(Reading(found, START + 60), shows_notes=True, way=way)
    return fates(after(unsure(NOTE), read))[0]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (case(), EffectStatus.MISSING),
        (case(moved=True), EffectStatus.HIDDEN),
        (case(moved=True, updated_by="support"), EffectStatus.HIDDEN),
        (case(moved=True, notes=[THEIRS, OLD]), EffectStatus.MISSING),
        (case(moved=True, notes=[THEIRS, OLD], updated_by="support"), EffectStatus.HIDDEN),
        (case(moved=True, notes=[stored("otra", user_name="luis", date=AT - 9000), OLD]), EffectStatus.HIDDEN),
        (case(moved=True, notes=[THEIRS]), EffectStatus.HIDDEN),
        (case(moved=True, subject="de otro"), EffectStatus.MISSING),
        (case(moved=True, tags=[]), EffectStatus.MISSING),
    ],
    ids=["unmoved", "moved", "by us", "their note", "theirs by us", "older", "vanished", "subject", "tags"],
)
def test_a_note_is_missing_only_where_what_is_shown_explains_that_the_case_moved(
    found: Case, expected: EffectStatus
) -> None:
    assert status(found) is expected


def test_as_many_notes_as_the_server_ever_shows_say_nothing_of_another() -> None:
    assert status(case(), SHOWS_ONE) is EffectStatus.HIDDEN
    assert status(case(), ("shows:2",)) is EffectStatus.MISSING


def test_how_many_are_shown_is_known_beside_how_notes_are_changed() -> None:
    known = showing(("cut:20", "html"), 20)
    assert most_shown(known) == 20
    assert most_shown(learned(known, ("cut:30", "upper"))) == 20
    assert learned(known, ("cut:30",)) == ("cut:30", "html", "shows:20")
    assert showing(known, 0) == ("cut:20", "html")
    assert apply(SHOWS_ONE, "a < b") == "a < b"
