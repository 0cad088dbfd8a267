"""The guarantees of a batch, checked against the truth that only the model servers hold.

Each method records or asserts. A batch of number B is known by its recipe or, for an undo, by the batch that it undoes.
"""

from collections import Counter
from dataclasses import dataclass, field

from caseeditor.domain.batch.batch import Batch, BatchState
from caseeditor.domain.batch.plan.recipe import Recipe
from caseeditor.domain.batch.row import Outcome, Row, RowState
from caseeditor.domain.case.model import Case
from caseeditor.domain.delivery.submission import Confirmation
from caseeditor.domain.editing.changes import Change, ChangeKind
from caseeditor.domain.text.same_text import plain
from tests.domain.delivery.model_server import AGENT, Fortune, Makes, Names, Shows, shown_of
from tests.services.batch.model_gateway import Cases, Post

SUBJECT = "subject:"
NOTHING_DONE = {Outcome.ALREADY_SO, Outcome.SKIPPED, Outcome.REJECTED, Outcome.NOT_SENT, None}
Key = tuple[int, int]
"""The number of a batch and of a row."""


@dataclass
class Invariants:
    """Log of the plans, the agent's decisions, the posts."""

    cases: Cases
    recipes: dict[int, Recipe] = field(default_factory=dict)
    undone: dict[int, int] = field(default_factory=dict)
    """The batch that an undo takes back, by the undo."""
    made_of: dict[int, int] = field(default_factory=dict)
    """The batch whose rows a further one has, by the further one."""
    seen: dict[tuple[int, str], Case] = field(default_factory=dict)
    """The case as the plan of a batch saw it last."""
    decided_over: dict[tuple[int, str, str], set[str | None]] = field(default_factory=dict)
    """Values of a field that the agent saw and overruled."""
    consents: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How often the agent let a note of a case be sent again."""
    told_by_agent: set[Key] = field(default_factory=set)
    notes_told: set[tuple[str, str]] = field(default_factory=set)
    """Cases and notes that the agent called stored: that counts for any row."""
    own_drafts: set[str] = field(default_factory=set)

    # Posts.

    def posting(self, post: Post) -> None:
        """Nothing but the planned fields changes, no colleague's value is overwritten, no note is stored twice."""
        mark = post.submission.batch
        assert mark is not None, "no submission of a batch"
        assert post.case_id not in self.own_drafts, "sent in spite of a draft of the agent's own"
        number = mark.batch
        for name, value in post.call.parameters:
            assert (name, value) in self._allowed(number, post.case_id), f"{name}={value} was never planned"
            if name in ("note", "tag"):
                continue
            which = SUBJECT if name == "subject" else f"attribute:{name}"
            now = shown_of(self.cases.servers[post.case_id].case(), which)
            over = {shown_of(self.seen[number, post.case_id], which)}
            if number in self.undone:  # only what is still ours is put back
                over = {after for each, after in self._allowed(self.undone[number], post.case_id) if each == name}
            over |= {value, *self.decided_over.get((number, post.case_id, which), ())}
            assert now in over, f"a colleague's {which} {now!r} is overwritten"
        removable = {name for name, value in self._allowed(number, post.case_id) if value is None}
        assert {*post.call.removed} <= removable, "a tag is removed that was not to be"
        for text in (value for name, value in post.call.parameters if name == "note"):
            self._post_note(post, text)

    def _post_note(self, post: Post, text: str) -> None:
        server, number = self.cases.servers[post.case_id], key_of(post)[0]
        maybe = [each for each in self.cases.posts if each.case_id == post.case_id and each is not post]
        if server.shows in (Shows.NO_KEY, Shows.EMPTY):
            pass  # the history tells
        elif (server.shows, server.names, server.makes) == (Shows.ALL, Names.TOLD, Makes.AS_IS):
            before = {note.text for note in self.seen[number, post.case_id].notes}
            stood = plain(text) in {plain(note) for note in before if self._is_by_agent(post.case_id, note)}
            assert not stood, "a note that stood there already is sent"
        else:  # what another batch did may not be recognized, unless this one was made of its rows
            maybe = [each for each in maybe if self._root(key_of(each)[0]) == self._root(number)]
        sent = sum(("note", text) in each.call.parameters and self._may_be_stored(each) for each in maybe)
        assert sent <= self.consents[post.case_id, text], "a note is sent again unasked"

    def _root(self, number: int) -> int:
        """Return the first batch of those that were made of rows of each other."""
        while number in self.made_of:
            number = self.made_of[number]
        return number

    def _may_be_stored(self, post: Post) -> bool:
        late = [call for _, call in self.cases.servers[post.case_id].late]
        return post.call.is_done or post.call in late

    def _is_by_agent(self, case_id: str, text: str) -> bool:
        notes = self.cases.servers[case_id].written
        return any(stored.note.text == text and stored.note.user_name == AGENT for stored in notes)

    def _allowed(self, number: int, case_id: str) -> set[tuple[str, str | None]]:
        """Return what a batch may send for a case, as parameters; a tag with None may be removed."""
        if number in self.undone:
            return self._allowed_back(self.undone[number], case_id)
        recipe = self.recipes[number]
        allowed: set[tuple[str, str | None]] = {("note", text) for text in recipe.notes}
        allowed |= {("tag", tag) for tag in recipe.added_tags} | {(tag, None) for tag in recipe.removed_tags}
        allowed |= {(rule.name, rule.value) for rule in recipe.attributes}
        return allowed | ({("subject", recipe.subject.value)} if recipe.subject else set())

    def _allowed_back(self, number: int, case_id: str) -> set[tuple[str, str | None]]:
        """Return what an undo may send: values that were there before, and the opposite of each tag."""
        allowed: set[tuple[str, str | None]] = set()
        ever = self.cases.servers[case_id].ever
        for name, value in self._allowed(number, case_id):
            which = SUBJECT if name == "subject" else f"attribute:{name}"
            if value is None:
                allowed.add(("tag", name))
            elif name == "tag":
                allowed.add((value, None))
            elif name != "note":
                allowed |= {(name, text) for each, text in ever if each == which} | {(name, "")}
        return allowed

    # Results.

    def told(self, batch: Batch) -> None:
        """Check that the counts of a batch that is told add up to its rows."""
        if batch.rows:
            assert sum(batch.plans.values()) == batch.rows, "the plans don't add up"
        if batch.is_active or batch.state is BatchState.DONE:
            assert sum(batch.outcomes.values()) == batch.rows, "the outcomes don't add up"

    def at_rest(self, batch: Batch, rows: dict[int, Row]) -> None:
        """Compare the rows of a batch that does not run with what happened."""
        counts = Counter(row.outcome or Outcome.NOT_SENT for row in rows.values())
        if batch.is_active or batch.state is BatchState.DONE:
            assert counts == {outcome: count for outcome, count in batch.outcomes.items() if count}, "counts differ"
        for row in rows.values():
            self._check_row((batch.number, row.number), row)

    def _check_row(self, key: Key, row: Row) -> None:
        posts = [each for each in self.cases.posts if key_of(each) == key]
        done = [each for each in posts if self._may_be_stored(each)]
        if row.outcome in (Outcome.STORED, Outcome.ACCEPTED, Outcome.ALREADY_SO):
            for text in self._notes_of(key[0]):
                assert self._may_have(row.case_id, text), f"{row.outcome}, and the note was never sent"
        if row.earlier:  # an answer showed the former value, so that it counted as a colleague's
            misled = {each.submission.number for each in posts if each.fortune is Fortune.ANSWERED_STALE}
            done = [each for each in done if each.submission.number not in misled]
        if row.outcome in NOTHING_DONE and not row.kept:
            assert not done, f"{row.outcome}, though it may be stored: {[each.fortune for each in posts]}"
        if row.outcome is not Outcome.STORED or key in self.told_by_agent:
            return
        server = self.cases.servers[row.case_id]
        assert row.state is RowState.ENDED
        for result in row.results:
            if result.is_done and row.confirmation is Confirmation.SEEN:
                assert self._was_held(row.case_id, result.change), "called stored, and never was"
        notes = [each for each in row.stored_notes if row.confirmation is Confirmation.SEEN]
        written = Counter(plain(stored.sent) for stored in server.written if stored.origin)
        alike = server.names in (Names.NOBODY, Names.NO_ME, Names.TWINS)
        assert alike or not Counter(map(plain, notes)) - written, "a note called stored never was"

    def _notes_of(self, number: int) -> tuple[str, ...]:
        return self.recipes[number].notes if number in self.recipes else ()

    def _may_have(self, case_id: str, text: str) -> bool:
        """Tell whether a case has a note of the agent's, or may have got it by any post."""
        posts = (each for each in self.cases.posts if each.case_id == case_id)
        is_posted = any(("note", text) in each.call.parameters for each in posts)
        server = self.cases.servers[case_id]
        is_alike = server.names is not Names.TOLD  # a colleague's note may be taken for the agent's
        if is_posted or (case_id, text) in self.notes_told:
            return True
        return any(stored.sent == text and (stored.origin or is_alike) for stored in server.written)

    def _was_held(self, case_id: str, change: Change) -> bool:
        server = self.cases.servers[case_id]
        return change.what in (ChangeKind.NOTE, ChangeKind.TAG_REMOVED) or server.held(change)

    # The undo.

    def undone_right(self, before: dict[str, Case], rows: dict[int, Row]) -> None:
        """After an undo, each field that was still ours is back. `before`: the cases as the plan of the batch saw them.

        Called if nobody else has changed anything since the batch began.
        """
        for row in rows.values():
            for result in row.done:
                change, was = result.change, before[row.case_id]
                now = self.cases.servers[row.case_id].case()
                if change.what in (ChangeKind.SUBJECT, ChangeKind.ATTRIBUTE):
                    wanted = shown_of(was, change.field) or ""
                    assert (shown_of(now, change.field) or "") == wanted, f"{change.field} is not back"
                elif change.what is not ChangeKind.NOTE:
                    assert (change.name in now.tags) is (change.name in was.tags), f"tag {change.name} is not back"


def key_of(post: Post) -> Key:
    mark = post.submission.batch
    return (mark.batch, mark.row) if mark else (0, 0)
