"""Delivery keeps its guarantees under any behaviour of server, colleagues, agent and power supply.

DELIVERY_EXAMPLES sets the number of simulated lives; the default is a few, always the same.
"""

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from caseeditor.domain.delivery.submission import State
from tests.domain.delivery.model_server import Fortune, Luck, Makes, Names, Server, Shows
from tests.domain.delivery.simulation import World
from tests.support.lives import lives

TEXTS = ("llamar", "llamar 😀 luego", " man\u0303ana\r\n", "escribir  & <hoy>\nal cliente")
TAGS = ("vip", "spam", "viejo")
NAMES = ("prioridad", "zona", "nuevo")
LATE = (3, 20, 100, 400, 899)
WRITTEN = st.sampled_from((*TEXTS, "otra cosa"))

LUCK = st.builds(
    Luck,
    fortune=st.sampled_from(Fortune),
    late=st.sampled_from(LATE),
    fails=st.sampled_from((False, False, False, True)),
    restarts=st.sampled_from((False, False, False, True)),
    stale=st.sampled_from((False, False, False, True)),
    half=st.just(value=False),
)


DOUBT = st.sampled_from((Fortune.LOST, Fortune.LATE, Fortune.LOST_STORED, Fortune.UNCLEAR_LATE))
REJECTION = st.sampled_from((Fortune.REFUSED_LATE, Fortune.TOO_MANY_LATE, Fortune.TOKEN_LATE, Fortune.TOKEN_STORED))


class Delivery(RuleBasedStateMachine):
    """The life of one case, with its agent and a colleague."""

    def __init__(self) -> None:
        super().__init__()
        self.world = World(Server())
        self.count = 0

    def fresh(self, what: str) -> str:
        """Return an unused value."""
        self.count += 1
        return f"{what}-{self.count}"

    @initialize(
        shows=st.sampled_from(Shows),
        names=st.sampled_from(Names),
        makes=st.sampled_from(Makes),
        old=st.booleans(),
        stamps=st.booleans(),
    )
    def begin(self, shows: Shows, names: Names, makes: Makes, *, old: bool, stamps: bool) -> None:
        server = Server(shows, names, makes)
        if old:
            server.write(TEXTS[0], 0)
            server.written.clear()
        self.world = World(server, stamps=stamps)

    @rule(what=st.sampled_from(("note", "anew", "subject", "attribute", "tag", "tag off")), text=st.sampled_from(TEXTS))
    def types(self, what: str, text: str) -> None:
        self._type(what, text)

    @rule(what=st.sampled_from(("note", "subject", "attribute", "tag", "tag off")), text=st.sampled_from(TEXTS))
    def types_and_submits(self, what: str, text: str) -> None:
        self._type(what, text)
        self.world.submit()

    @rule()
    def submits(self) -> None:
        self.world.submit()

    @rule(what=st.sampled_from(("note", "delete", "subject", "attribute", "same", "tag", "tag off")), text=WRITTEN)
    def colleague_acts(self, what: str, text: str) -> None:
        name, value = self._name(what), self.fresh("theirs")
        current = self.world.current
        match what:
            case "note":
                self.world.colleague("note", text)
            case "delete":  # where only the last notes are shown, an old one would appear and look new
                if self.world.server.shows is not Shows.LAST:
                    self.world.colleague("note", None)
            case "tag" | "tag off":
                self.world.colleague("tag" if what == "tag" else name, name if what == "tag" else None)
            case "same":
                sent = dict(current.parameters) if current else {}
                self.world.colleague(name, sent.get(name, value))
            case _:
                self.world.colleague(name, value)

    @precondition(lambda self: self.world.server.names is Names.RENAMED)
    @rule()
    def is_renamed(self) -> None:
        self.world.server.rename()

    @precondition(lambda self: self.world.current and self.world.current.first)
    @rule()
    def colleague_reverts(self) -> None:
        self.world.colleague_reverts()

    @precondition(lambda self: self.world.current)
    @rule(lucks=st.lists(LUCK, min_size=1, max_size=3))
    def works(self, lucks: list[Luck]) -> None:
        for luck in lucks:
            self.world.work(luck)

    @precondition(lambda self: self.world.current)
    @rule(luck=LUCK)
    def sends(self, luck: Luck) -> None:
        """Continue until an update is sent or the agent is asked."""
        self._go_on(luck)

    @precondition(lambda self: self.world.current)
    @rule(fortune=DOUBT, late=st.sampled_from(LATE))
    def sends_in_doubt(self, fortune: Fortune, late: int) -> None:
        """Lose the answer and skip the reads that follow."""
        self._go_on(Luck(fortune, late))
        self._let_looks_go_by()

    @precondition(lambda self: self.world.current)
    @rule()
    def looks_go_by(self) -> None:
        self._let_looks_go_by()

    @rule(seconds=st.sampled_from((0, 5, 60, 400, 1000)))
    def time_passes(self, seconds: int) -> None:
        """Advance the clock; by zero, restart the program."""
        self.world.server.tick(seconds)
        if not seconds:
            self.world.restart()

    @precondition(lambda self: self.world.current and self.world.current.state is State.NEEDS_ANSWER)
    @rule(answer=st.sampled_from(("again", "again", "read, again", "stored", "back")), luck=LUCK)
    def answers(self, answer: str, luck: Luck) -> None:
        self.world.open_question()
        if not self.world.asked:
            return
        match answer:
            case "stored":
                self.world.say_stored()
            case "back":
                self.world.take_back()
            case _:
                if answer != "again":
                    self.world.work(Luck(luck.fortune))
                self.world.send_again()

    @precondition(lambda self: self.world.current and self.world.current.refused)
    @rule()
    def wants_it_in_parts(self) -> None:
        self.world.want_parts()

    @precondition(lambda self: self.world.current and self.world.current.state in (State.QUEUED, State.CONFLICTED))
    @rule()
    def takes_back(self) -> None:
        self.world.take_back()

    @precondition(lambda self: self.world.current and self.world.current.state is State.CONFLICTED)
    @rule(mine=st.booleans())
    def decides(self, *, mine: bool) -> None:
        self.world.decide(mine=mine)

    @precondition(lambda self: not self.world.current)
    @rule(text=st.sampled_from(TEXTS), late=st.sampled_from(LATE), stored=st.booleans(), fortune=DOUBT)
    def same_note_after_an_unconfirmed_one(self, text: str, late: int, *, stored: bool, fortune: Fortune) -> None:
        """Submit a note whose answer is lost, give up waiting, and submit the same text again."""
        self.types_and_submits("note", text)
        self.sends_in_doubt(Fortune.LATE, late)
        self.answers("stored" if stored else "back", Luck())
        self.types_and_submits("note", text)
        self.sends_in_doubt(fortune, late)

    @rule()
    def discards(self) -> None:
        self.world.discard()

    @precondition(lambda self: not self.world.current)
    @rule(text=st.sampled_from(TEXTS), late=st.sampled_from(LATE), passed=st.sampled_from((0, 5, 60, 400, 1000)))
    def given_up_and_typed_again(self, text: str, late: int, passed: int) -> None:
        """Lose the answer to a note, take the note back, discard it, and type it again."""
        self.types_and_submits("note", text)
        self.sends_in_doubt(Fortune.LATE, late)
        self.answers("back", Luck())
        self.world.discard()
        self.time_passes(passed)
        self.types_and_submits("note", text)
        self._go_on(Luck())

    @precondition(lambda self: not self.world.current)
    @rule(text=WRITTEN, fortune=REJECTION, late=st.sampled_from(LATE), passed=st.sampled_from((0, 20, 400, 1000)))
    def rejected_and_submitted_again(self, text: str, fortune: Fortune, late: int, passed: int) -> None:
        """Submit a note that is rejected and lands later; submit it again, rewritten or not."""
        self.types_and_submits("note", TEXTS[0])
        self._go_on(Luck(fortune, late))
        self._let_looks_go_by()
        if text != TEXTS[0]:
            self._type("anew", text)
        self.world.server.tick(passed)
        self.world.submit()
        self._go_on(Luck())

    @precondition(lambda self: not self.world.current)
    @rule(text=WRITTEN, name=st.sampled_from(NAMES), looks=st.integers(0, 3))
    def a_cache_hides_a_colleagues_change(self, text: str, name: str, looks: int) -> None:
        """Submit over a case that a colleague changed after the cache read it."""
        self._type("note", text)
        self.world.type_value(name, self.fresh("mine"))
        self.world.colleague(name, self.fresh("theirs"))
        self.world.submit()
        for _ in range(looks):
            self.world.work(Luck(stale=True))
        self._go_on(Luck())

    @precondition(lambda self: not self.world.current)
    @rule(what=st.sampled_from(("subject", "attribute", "tag")), text=st.sampled_from(TEXTS), looks=st.integers(0, 2))
    def doubt_and_a_colleague_who_reverts(self, what: str, text: str, looks: int) -> None:
        """Lose the answer of a stored update; a colleague reverts the update, before or after a read."""
        self._type("note", text)
        self.types_and_submits(what, text)
        self._go_on(Luck(Fortune.LATE, 4))
        for _ in range(looks + 2):
            self.world.work(Luck())
        if self.world.current:
            self.world.colleague_reverts()
            self._let_looks_go_by()
            self.answers("again", Luck())
            self._go_on(Luck(Fortune.LOST))

    @precondition(lambda self: self.world.current and self.world.current.state is State.SENDING)
    @rule(text=st.sampled_from(TEXTS), fortune=DOUBT)
    def colleague_writes_into_the_gap(self, text: str, fortune: Fortune) -> None:
        """Write the same or another note, as a colleague, between our read and our lost call."""
        self.world.colleague("note", text)
        self.sends_in_doubt(fortune, 3)

    def _type(self, what: str, text: str) -> None:
        match what:
            case "note":
                self.world.type_note(text)
            case "anew":
                self.world.change_note(self.count, text)
            case "subject":
                self.world.type_subject(self.fresh("mine"))
            case "attribute":
                self.world.type_value(self._name(what), self.fresh("mine"))
            case _:
                self.world.type_tag(self._name(what), add=what == "tag")

    def _name(self, what: str) -> str:
        """Return the next field name in rotation."""
        if what == "subject":
            return what
        names = TAGS if what.startswith("tag") else NAMES
        return names[self.count % len(names)]

    def _go_on(self, luck: Luck) -> None:
        for _ in range(8):
            current = self.world.current
            if current is None or current.state in (State.NEEDS_ANSWER, State.CONFLICTED):
                return
            self.world.work(luck if current.state is State.SENDING else Luck())
            if current.state is State.SENDING:
                return

    def _let_looks_go_by(self) -> None:
        for _ in range(7):
            current = self.world.current
            if current and current.state is State.UNCONFIRMED:
                self.world.work(Luck())

    @invariant()
    def nothing_typed_is_gone(self) -> None:
        self.world.check()

    def teardown(self) -> None:
        self.world.finish()
        self.world.check()


TestDelivery = pytest.mark.usefixtures("fixed_constants")(Delivery.TestCase)
TestDelivery.settings = lives("DELIVERY_EXAMPLES", few=600, steps=40)
