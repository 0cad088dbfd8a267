"""Random edits, faults and `kill -9` at random moments, over restarts on one data folder.

python -m tests.faults.soak --rounds N --seed S --faults all|old|KIND,KIND

After each round: typed = draft ∪ waiting ∪ stored ∪ discarded by the agent; each note is stored at most once per
consent, and under its own user; no question about a note with a good answer if nothing went wrong before; no note is
reported missing while the server shows it, unless the agent saw it and sent again; no file contains the token. At the
end nothing waits, and all drafts are shown to their users. The same seed makes the same choices; their effects also
depend on real time. `old` are the faults common to all servers; KIND is one of manners.KINDS.
"""

import argparse
import collections
import random
import sys
import tempfile
import time
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.faults.editor import Editor, RefusedError
from tests.faults.manners import KINDS, first_manners, nobody, other_manners
from tests.faults.scripts import (
    EMOJI,
    changed,
    cut,
    drop,
    empty,
    kept,
    land,
    page,
    partly,
    refused,
    reset,
    said,
    stored,
)
from tests.faults.server import TOKENS, Call, FaultyServer, Script
from tests.faults.typed_text_audit import NOTE, Disk, LostError, TypedTextAudit, plain, texts_of

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = 4
ROUNDS_ALIKE = 10
"""Rounds after which the server's behaviour and the cases change."""
COLLEAGUE = "berta"
"""Not a user of the program: a note under her name is never a user's."""
_TOKEN_OF = {login: token for token, login in TOKENS.items()}
PATIENCE = 5.0
"""Seconds within which data reaches the disk from the window."""
ENDS = (" & <b>x</b>", "  two  blanks ", "\nsecond\n\nline", f" {EMOJI} and {EMOJI} ", " and so on" * 8)
"""Ends of notes that some servers change."""
STUCK = 10.0
"""Seconds without progress after which a delivery counts as stuck."""
TIMING = {"updating": 0.4, "reading": 1.0, "looks": (0.005,) * 6, "keep_waiting": 0.02, "second": 0.002}


def slow(call: Call) -> None:
    """Stay silent beyond every deadline."""
    call.pause(0.5)
    call.drop()


class Soak:
    """One run."""

    def __init__(self, seed: int, folder: Path, server: FaultyServer, kinds: frozenset[str]) -> None:
        self._random = random.Random(seed)  # noqa: S311 - reproducible
        self._kinds = kinds
        self._manners = first_manners(self._random, kinds)
        self._manners.put_on(server)
        self._user = self._manners.users[0]
        self._folder = folder
        self._server = server
        self._data = folder / "data"
        self._audit = TypedTextAudit(server, self._data)
        self._running = ExitStack()
        self._is_kept = False
        """Whether the keyring has the token, so that no sign-in is needed."""
        self._lost: list[Call] = []
        self._plain: set[int] = set()
        """Cases where nothing has gone wrong yet."""
        self._turned_down: collections.Counter[str] = collections.Counter()
        """Shown notes that the agent, sending again, declared to be somebody else's, by text."""
        self._cases = [self._fresh() for _ in range(CASES)]
        self._case = self._cases[0]
        self.steps: collections.deque[str] = collections.deque(maxlen=25)
        """The latest steps."""
        self.kills = 0
        self.starts = 0
        self.posts = 0
        self._editor = self._start()

    # Lifecycle.

    def _start(self) -> Editor:
        self.starts += 1
        self._running.close()
        token = _TOKEN_OF[self._user]
        self._is_kept = "me" in self._kinds and self._random.random() < 0.5
        if self._is_kept:
            self._server.me_failures = self._random.randint(0, 3)
        editor = Editor(self._data, self._server.url, home=self._folder, timing=TIMING, token=token)
        editor.is_kept = self._is_kept
        self._running.enter_context(editor)
        if self._is_kept:
            editor.until("the window", lambda state: state)
        else:
            self._sign_in(editor)
        return editor

    def _sign_in(self, editor: Editor) -> None:
        """Sign in as the current user, and retry after failures of the server."""
        self._is_kept = False
        if "me" in self._kinds:  # unused failures from an earlier start are void
            self._server.me_failures = 1 if self._random.random() < 0.3 else 0
        editor.until("the sign-in dialog", lambda state: "Sign in" in state["dialogs"])
        for _ in range(3):
            editor.do("sign_in", token=_TOKEN_OF[self._user])
            with suppress(AssertionError):
                editor.until("signing in", lambda state: "Sign in" not in state["dialogs"], seconds=PATIENCE)
                return
        raise LostError(f"signing in fails for ever: {editor.state['labels']}, {editor.said[-3:]}")

    def _change_user(self) -> None:
        """Choose the user of the next start or sign-in."""
        if self._random.random() < 0.4:
            self._user = self._random.choice(self._manners.users)

    def _hand_over(self) -> None:
        """Sign in as another user while the program runs."""
        others = [user for user in self._manners.users if user != self._user]
        if not others or self._editor.do("state")["dialogs"]:
            return
        self._editor.close_cases()
        self._plain.clear()
        self._editor.do("menu", name="Sign out")
        self._user = others[0]
        self._editor.until("signing out", lambda state: not state["has_token"])
        self._answer_dialogs()

    def _fresh(self) -> int:
        """Take an unused case; where a server hides notes, it gets about as many as are shown."""
        case = self._server.fresh()
        if "shown" in self._kinds:
            for number in range(self._random.choice((0, 17, 18, 25))):
                self._server.world.update(case, [("note", f"hers {number}")], by=COLLEAGUE)
        self._plain.add(case)
        return case

    def close(self) -> None:
        self._running.close()

    def _kill(self) -> None:
        """Kill it at any moment."""
        self._step("kill")
        self._editor.listen(self._random.choice((0, 0, 0.002, 0.01, 0.03, 0.1)))
        self._editor.kill()
        self._plain -= set(Disk(self._data).waiting)
        self.kills += 1
        self._audit.forget_unsaved()
        if self._random.random() < 0.5:
            self._land()
        self._change_user()
        self._editor = self._start()

    def _quit(self) -> None:
        if self._editor.do("state")["dialogs"]:
            return
        if self._editor.close():
            raise LostError("it ended with an error")
        self._change_user()
        self._editor = self._start()

    def _step(self, what: str) -> None:
        state = self._editor.state
        waits = " ".join(f"{case} {how}" for case, how, *_ in state["parcels"])
        self.steps.append(f"{state['case']} {what}: {state['dialogs']} {waits}")

    # A round.

    def round(self, number: int) -> None:
        """Take some random steps, then check the guarantees."""
        if number % 40 == 39:
            self._leave_a_case()
        if self._kinds and number % ROUNDS_ALIKE == ROUNDS_ALIKE - 1:
            self._behave_otherwise()
        for _ in range(self._random.randint(1, 4)):
            self._answer_dialogs()
            acts: list[Callable[[], None]] = [
                *[self._type] * 5,
                *[self._submit] * 4,
                *[self._fault] * 4,
                self._colleague,
                self._colleague,
                self._answer,
                self._answer,
                self._land,
                self._switch,
                self._switch,
                self._discard,
                self._wait,
                *([self._hand_over] if "names" in self._kinds else []),
            ]
            act = self._random.choice(acts)
            self._step(act.__name__)
            with suppress(RefusedError):  # a dialog appeared
                act()
        is_sending = any(state == "sending" for _, state, *_ in self._editor.state["parcels"])
        if self._random.random() < (0.5 if is_sending else 0.12):
            self._kill()
        elif self._random.random() < 0.02:
            self._quit()
        self.check()

    def _leave_a_case(self) -> None:
        """Continue with a fresh case: one with many notes is slow."""
        with suppress(RefusedError):
            self._editor.close_cases()
        self._cases[self._random.randrange(CASES)] = self._fresh()

    def _behave_otherwise(self) -> None:
        """Change the server's behaviour, and continue with fresh cases."""
        with suppress(RefusedError):
            self._editor.close_cases()
        self._manners = other_manners(self._random, self._kinds, self._manners)
        self._step(str(self._manners))
        self._manners.put_on(self._server)
        self._cases = [self._fresh() for _ in range(CASES)]
        self._switch()

    def _answer_dialogs(self) -> None:
        state = self._editor.do("state")
        dialogs = state["dialogs"]
        if not dialogs and not state["has_token"] and not self._is_kept:
            self._editor.do("menu", name="Sign in…")
            self._sign_in(self._editor)
        elif "Sign in" in dialogs:
            self._sign_in(self._editor)
        elif "Conflicts" in state["groups"]:
            with suppress(RefusedError):
                self._decide(self._random.choice(("Keep mine", "Take theirs", "Decide later")))

    def _decide(self, how: str) -> None:
        disk = Disk(self._data)
        if how == "Take theirs":
            for case in self._cases:
                mine = {text for text in disk.first(case) if self._audit.is_of(self._user, {text})}
                self._audit.give_up({text for text in mine if not text.startswith(NOTE)})
        self._step(how)
        if how == "Decide later":
            self._editor.click(how)
        else:
            self._editor.decide(how)

    def _switch(self) -> None:
        self._case = self._random.choice(self._cases)
        with suppress(AssertionError):
            self._show(self._case, seconds=0.5)

    def _show(self, case: int, seconds: float = 2) -> None:
        self._editor.do("open", case=case)
        self._editor.until("the case", lambda state: state["case"] == case, seconds)

    def _type(self) -> None:
        case = self._shown()
        if not case:
            self._switch()
            return
        what = self._random.choice((NOTE, NOTE, NOTE, "subject", "region", "new", "tag"))
        text = self._audit.next(case, what)
        if what == NOTE:
            if self._editor.edit(case)["note_text"]:
                self._editor.click("Add note")
            ends = ("", "", "\n", f" {EMOJI}!", *(ENDS if "notes" in self._kinds else ()))
            self._editor.fill("New note", text + self._random.choice(ends))
        elif what in ("subject", "tag"):
            self._editor.fill({"subject": "Subject", "tag": "New tag"}[what], text)
        else:
            self._editor.do("set", name=what, value=text)
        self._audit.typed(case, what, text, self._user)
        self._step(text)

    def _submit(self) -> None:
        if self._shown():
            self._editor.click("Submit", times=self._random.choice((1, 1, 1, 2)))
            if self._random.random() < 0.5:
                self._editor.listen(0.01)

    def _discard(self) -> None:
        case = self._shown()
        if case and self._random.random() < 0.5:
            typed = texts_of(self._editor.edit(case))
            self._audit.give_up(typed)
            self._editor.click("Discard changes")

    def _fault(self) -> None:
        case = self._random.choice(self._cases)
        if self._random.random() < 0.25:
            self._server.plan(case, "GET", *[self._random.choice((page(b"503 x"), reset, cut))] * 2)
            return
        answers: list[Script] = [
            *(stored(then) for then in (reset, drop, cut, page(b"500 x"), page(b"502 x"), refused("no"), said({}))),
            *(reset, drop, page(b"502 x"), refused("no"), refused("no", b"400 x"), said([])),
            *(partly(reset, "note"), partly(reset, "subject", "region")),
            empty(b"429 x", b"Retry-After: 1"),
            kept(self._lost, reset),
            kept(self._lost, page(b"502 x")),
            changed(trim=True),
            changed(cut_off=True),
            stored(said({"success": True})),
            *(stored(slow), stored(slow), slow),
        ]
        if "answers" in self._kinds and self._random.random() < 0.6:
            answers = self._more_answers()
        self._server.plan(case, "POST", self._random.choice(answers))
        self._plain.discard(case)

    def _more_answers(self) -> list[Script]:
        """List rejections of updates that are stored all the same, or will be (except for a token's)."""
        token = empty(b"401 x")
        statuses = (b"408 x", b"425 x", b"499 x", b"418 x")
        answers = [script for status in statuses for script in (stored(empty(status)), kept(self._lost, empty(status)))]
        return [*answers, *[token, stored(token)] * 3]

    def _colleague(self) -> None:
        """Let a colleague change a case; she repeats the agent's note if the server tells the two apart (RULES.md)."""
        case = self._random.choice(self._cases)
        typed = sorted(text for text in Disk(self._data).texts(case) if text.startswith(NOTE))
        note = self._random.choice(typed) if typed else "hers"
        note = "hers" if self._manners.me is nobody else note
        change = self._random.choice(
            [("note", note), ("note", "hers"), ("subject", "hers"), ("region", "hers"), ("tag", "hers")]
        )
        self._server.world.update(case, [change], by=COLLEAGUE)

    def _land(self) -> None:
        if self._lost:
            land(self._lost.pop(self._random.randrange(len(self._lost))))

    def _answer(self) -> None:
        """Answer the question in the open case."""
        case = self._shown()
        if not case or self._editor.states(case)[:1] != ["asking"]:
            return
        first = Disk(self._data).first(case)
        if not self._audit.is_of(self._user, first):
            return
        how = self._random.choice(("Send again", "Send again", "It was stored", "Keep waiting", "Back to draft"))
        if how == "Send again":
            self._consent(case)
        elif how == "It was stored":
            self._audit.give_up(first)
        self._step(how)
        self._editor.click(how)

    def _consent(self, case: int) -> None:
        """Record the consent to another attempt. The notes that the question shows are then not the agent's."""
        disk = Disk(self._data)
        self._audit.consent(disk.first(case))
        for submission in disk.waiting.get(case, [])[:1]:  # it may have ended meanwhile
            for fact in _facts(submission):
                if fact["fate"] == "maybe":
                    self._turned_down[_text(fact)] = self._shown_notes(case)[_text(fact)]

    def _shown_notes(self, case: int) -> collections.Counter[str]:
        """Count the user's notes that the server shows, by text."""
        notes = self._server.show(self._server.world.case(case)["notes"])
        return collections.Counter(plain(note["text"]) for note in notes if note["userName"] == self._user)

    def _wait(self) -> None:
        self._editor.listen(self._random.choice((0.01, 0.05, 0.1)))

    def _shown(self) -> int:
        state = self._editor.do("state")
        case = int(state["case"])
        return case if case in state["opened"] and not state["dialogs"] else 0

    # Guarantees.

    def check(self) -> None:
        """Raise LostError if a guarantee is broken."""
        ends = time.monotonic() + PATIENCE
        while (missing := self._missing()) or (denied := self._denied()):
            if time.monotonic() > ends:
                raise LostError(f"lost: {missing}" if missing else f"said not to be there, though it is: {denied}")
            self._editor.listen(0.005)
        if doubled := self._audit.doubled():
            raise LostError(f"stored more often than agreed to: {doubled}")
        if strayed := self._audit.strayed():
            raise LostError(f"stored under another user's name: {strayed}")
        if asked := [case for case in self._plain if self._is_asked_needlessly(case)]:
            raise LostError(f"asked about what was stored with a good answer: {asked}")
        if leaks := self._audit.leaks(self._folder):
            raise LostError(f"the token is in {leaks}")

    def _denied(self) -> list[str]:
        """List the notes that are reported missing to the agent although the server shows them."""
        state = self._editor.do("state")
        if state["dialogs"] or not state["has_token"]:
            return []  # nobody is able to read
        found = []
        for case, submissions in Disk(self._data).waiting.items():
            shown = self._shown_notes(case) - self._turned_down
            absent = {
                _text(fact)
                for each in submissions
                if each["state"] == "asking"
                for fact in _facts(each)
                if fact["fate"] == "absent"
            }
            found += [
                f"{text} in case {case}: {submissions}, shown {shown[text]} times"
                for text in absent
                if shown[text] and self._audit.is_of(self._user, {text})
            ]
        return found

    def _is_asked_needlessly(self, case: int) -> bool:
        """Return whether the agent is asked about a note that the server accepted with its first answer."""
        submissions = Disk(self._data).waiting.get(case, [])
        return any(each["state"] == "asking" and each["accepted"] and each["attempts"] == 1 for each in submissions)

    def _missing(self) -> list[str]:
        state = self._editor.do("state")
        return self._audit.missing({int(case): texts_of(edit) for case, edit in state["edits"].items()})

    def settle(self) -> None:
        """Make the server behave, let all updates land and answer all questions: then nothing waits any more."""
        self._server.read_cache = None
        self._server.clear_all()
        if "me" in self._kinds:  # from now on the server names the user
            self._kinds -= {"me"}
            self._editor = self._start()
        while self._lost:
            land(self._lost.pop())
        before = -1
        while before != len(self._waiting_texts()):  # one user's submission may wait for another's
            before = len(self._waiting_texts())
            for user in self._manners.users:
                if any(self._audit.is_of(user, texts) for texts in self._waiting_texts()):
                    self._become(user)
                    self._deliver()
        if waiting := Disk(self._data).waiting:
            ways = {case: [submission["state"] for submission in submissions] for case, submissions in waiting.items()}
            raise LostError(f"still on its way: {ways}, shown: {self._editor.do('state')}")
        self.check()
        for user in self._manners.users:
            if drafts := self._audit.drafts_of(user):
                self._become(user)
                self._see(drafts)

    def _become(self, user: str) -> None:
        """Restart as this user."""
        if user != self._user:
            self._user = user
            self._answer_dialogs()
            self._editor.close_cases()
            self._editor = self._start()

    def _waiting_texts(self) -> list[set[str]]:
        waiting = Disk(self._data).waiting.values()
        return [texts_of(submission["edit"]) for submissions in waiting for submission in submissions]

    def _deliver(self) -> None:
        """Answer questions until nothing waits for this user, or nothing progresses any more."""
        last = time.monotonic() + 40
        ends, count = last, 0
        while any(self._audit.is_of(self._user, texts) for texts in self._waiting_texts()):
            if count != (count := len(self._waiting_texts())):
                ends = time.monotonic() + STUCK
            if time.monotonic() > min(ends, last):
                return
            self._answer_dialogs()
            for case, submissions in Disk(self._data).waiting.items():
                with suppress(RefusedError, AssertionError):
                    self._show(case)
                    if submissions[0]["state"] == "asking":
                        self._consent(case)
                        self._editor.click("Send again")
                    elif submissions[0]["state"] == "deciding":
                        self._editor.do("menu", name="Reload case")  # repeats the question
                        self._editor.until("the question", lambda _: self._editor.seen("Choose which"), seconds=1)
                        self._editor.click("Decide")
                        self._decide("Keep mine")
            self._editor.listen(0.02)

    def _see(self, drafts: dict[int, set[str]]) -> None:
        """Check that a user's drafts are shown to them."""
        for case, texts in drafts.items():
            self._answer_dialogs()
            self._editor.open(case)
            hidden = texts - texts_of(self._editor.edit(case))
            if hidden:
                raise LostError(f"in a draft on disk, and not shown to {self._user}: {hidden}")

    def summary(self) -> str:
        return f"{self._audit.summary()}, {len(self._server.posts)} POSTs, {self.starts} starts, {self.kills} kills"

    def how(self) -> str:
        """Describe the server's behaviour."""
        return str(self._manners)


def _facts(submission: dict[str, Any]) -> list[dict[str, Any]]:
    """List the evidence of a submission on disk."""
    return submission["facts"]["facts"] if submission["facts"] else []


def _text(fact: dict[str, Any]) -> str:
    return plain(fact["change"]["after"] or "")


def run(rounds: int, seed: int, kinds: frozenset[str] = frozenset()) -> str:
    """Run a soak; returns the summary. Raises LostError with seed and round."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="soak-") as folder, FaultyServer() as server:
        soak = Soak(seed, Path(folder), server, kinds)
        number = 0
        try:
            for number in range(rounds):
                soak.round(number)
            soak.settle()
        except AssertionError as error:
            steps = "\n".join(soak.steps)
            where = f"seed {seed}, round {number} of {rounds}, {soak.how()}"
            raise LostError(f"{where}: {error}\n{soak.summary()}\n{steps}") from error
        finally:
            soak.close()
        return f"soak ok: seed {seed}, {rounds} rounds, {time.monotonic() - began:.0f} s: {soak.summary()}; no token"


def _kinds(named: str) -> frozenset[str]:
    kinds = frozenset({"all": KINDS, "old": ()}.get(named, named.split(",")))
    if unknown := kinds - {*KINDS}:
        raise argparse.ArgumentTypeError(f"no such faults: {', '.join(sorted(unknown))}")
    return kinds


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.soak", description=__doc__)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--faults", type=_kinds, default="all", help=f"old, all, or some of {', '.join(KINDS)}")
    given = parser.parse_args()
    try:
        sys.stdout.write(run(given.rounds, given.seed, given.faults) + "\n")
    except LostError as lost:
        sys.stdout.write(f"soak FAILED: {lost}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
