"""Delivery as a state machine: whatever the server, the colleagues, the agent and the power supply do, it holds.

DELIVERY_EXAMPLES sets how many lives are played; without it always the same few.
"""

import os

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from caseeditor.domain.parcel import State
from tests.domain.model_server import Fortune, Luck, Names, Server, Shows
from tests.domain.simulation import World

TEXTS = ("llamar", "llamar 😀 luego", " man\u0303ana\r\n", "escribir")
TAGS = ("vip", "spam", "viejo")
NAMES = ("prioridad", "zona", "nuevo")
LATE = (3, 20, 100, 400, 899)
ENDS = (State.ASKING, State.DECIDING)

LUCK = st.builds(
    Luck,
    fortune=st.sampled_from(Fortune),
    late=st.sampled_from(LATE),
    fails=st.sampled_from((False, False, False, True)),
    restarts=st.sampled_from((False, False, False, True)),
    half=st.just(value=False),
)


class Delivery(RuleBasedStateMachine):
    """A life of one case, its agent and their colleague."""

    def __init__(self) -> None:
        super().__init__()
        self.world = World(Server())
        self.count = 0

    def fresh(self, what: str) -> str:
        """Return a value that nobody used."""
        self.count += 1
        return f"{what}-{self.count}"

    @initialize(shows=st.sampled_from(Shows), names=st.sampled_from(Names), mangles=st.booleans(), old=st.booleans())
    def begin(self, shows: Shows, names: Names, *, mangles: bool, old: bool) -> None:
        server = Server(shows, names, mangles)
        if old:
            server.write(TEXTS[0], 0)
            server.written.clear()
        self.world = World(server)

    @rule(text=st.sampled_from(TEXTS))
    def note(self, text: str) -> None:
        self.world.type_note(text)

    @rule(number=st.integers(0, 2), text=st.sampled_from(TEXTS))
    def note_anew(self, number: int, text: str) -> None:
        self.world.change_note(number, text)

    @rule(name=st.sampled_from(("subject", *NAMES)))
    def value(self, name: str) -> None:
        if name == "subject":
            self.world.type_subject(self.fresh("mine"))
        else:
            self.world.type_value(name, self.fresh("mine"))

    @rule(tag=st.sampled_from(TAGS), add=st.booleans())
    def tag(self, tag: str, *, add: bool) -> None:
        self.world.type_tag(tag, add=add)

    @rule()
    def submit(self) -> None:
        self.world.submit()

    @rule()
    def look(self) -> None:
        self.world.look()

    @rule(name=st.sampled_from(("subject", *NAMES)), same=st.booleans())
    def colleague_sets(self, name: str, *, same: bool) -> None:
        current = self.world.current
        sent = dict(current.parameters) if current else {}
        self.world.colleague(name, sent[name] if same and name in sent else self.fresh("theirs"))

    @rule(tag=st.sampled_from(TAGS), add=st.booleans())
    def colleague_tags(self, tag: str, *, add: bool) -> None:
        self.world.colleague("tag" if add else tag, tag if add else None)

    @rule(text=st.sampled_from((*TEXTS, "otra cosa")))
    def colleague_writes(self, text: str) -> None:
        self.world.colleague("note", text)

    @rule()
    def colleague_deletes(self) -> None:
        self.world.colleague("note", None)

    @precondition(lambda self: self.world.current)
    @rule()
    def colleague_reverts(self) -> None:
        """Take back what the submission on its way had set."""
        for name, _ in self.world.current.parameters if self.world.current else ():
            if name not in ("note", "tag"):
                self.world.colleague(name, self.fresh("theirs"))

    @precondition(lambda self: self.world.current)
    @rule(lucks=st.lists(LUCK, min_size=1, max_size=3))
    def work(self, lucks: list[Luck]) -> None:
        for luck in lucks:
            self.world.work(luck)

    @precondition(lambda self: self.world.current)
    @rule(luck=LUCK)
    def send(self, luck: Luck) -> None:
        """Go on until something was sent, or the agent is asked."""
        for _ in range(12):
            current = self.world.current
            if current is None or current.state in ENDS:
                return
            self.world.work(Luck(luck.fortune, luck.late))
            if current.state is State.SENDING:
                return

    @precondition(lambda self: self.world.current)
    @rule()
    def look_long(self) -> None:
        """Let the reads after doubt go by."""
        for _ in range(8):
            current = self.world.current
            if current and current.state in (State.UNSURE, State.ASKING):
                self.world.work(Luck())

    @rule(seconds=st.sampled_from((5, 60, 400, 1000)))
    def wait(self, seconds: int) -> None:
        self.world.server.tick(seconds)

    @rule()
    def restart(self) -> None:
        self.world.restart()

    @precondition(lambda self: self.world.current and self.world.current.state is State.ASKING)
    @rule()
    def open_question(self) -> None:
        self.world.open_question()

    @precondition(lambda self: self.world.asked)
    @rule()
    def send_again(self) -> None:
        self.world.send_again()

    @precondition(lambda self: self.world.current and self.world.current.state is State.ASKING)
    @rule(stored=st.booleans())
    def close_question(self, *, stored: bool) -> None:
        if stored:
            self.world.say_stored()
        else:
            self.world.take_back()

    @precondition(lambda self: self.world.current and self.world.current.state in (State.QUEUED, State.DECIDING))
    @rule()
    def take_back(self) -> None:
        self.world.take_back()

    @precondition(lambda self: self.world.current and self.world.current.state is State.DECIDING)
    @rule(mine=st.booleans())
    def decide(self, *, mine: bool) -> None:
        self.world.decide(mine=mine)

    @invariant()
    def nothing_typed_is_gone(self) -> None:
        self.world.check()

    def teardown(self) -> None:
        self.world.finish()
        self.world.check()


_MANY = int(os.environ.get("DELIVERY_EXAMPLES", "0"))
TestDelivery = Delivery.TestCase
TestDelivery.settings = settings(
    max_examples=_MANY or 600,
    stateful_step_count=40,
    deadline=None,
    derandomize=not _MANY,
    database=None,
    suppress_health_check=list(HealthCheck),
)
