"""A batch keeps its guarantees whatever servers, colleagues, the agent and the power supply do.

BATCH_EXAMPLES sets the number of simulated lives; the default is a few, always the same.
"""

import tempfile
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from caseeditor.domain.batch.decisions import RowDecision
from caseeditor.domain.batch.plan.recipe import How, Recipe, ValueRule
from caseeditor.domain.batch.row import Outcome
from caseeditor.domain.errors.failure import FailureKind
from tests.domain.delivery.model_server import REJECTED_LATE, Fortune, Luck, Makes, Names, Server, Shows
from tests.services.batch.model_gateway import Cases
from tests.services.batch.simulation import Simulation
from tests.support.lives import lives

CASES = ("200", "201", "202", "203", "204", "205")
NOTE = "llamar 😀 luego"
FORTUNES = st.sampled_from([each for each in Fortune if each not in REJECTED_LATE])
LUCK = st.builds(Luck, fortune=FORTUNES, late=st.sampled_from((3, 20, 100, 400)))
READ_FAILURES = st.sampled_from(
    (FailureKind.SLOW, FailureKind.SERVER_BROKEN, FailureKind.REFUSED, FailureKind.NOT_FOUND, FailureKind.UNREACHABLE)
)
CASE = st.sampled_from(CASES)
ROWS = st.lists(CASE, min_size=1, max_size=9)
LUCKS = st.lists(LUCK, max_size=4)
FIELD = st.sampled_from(("note", "subject", "prioridad", "prioridad", "nuevo", "zona", "tag", "spam", "vip", "same"))
"""What a colleague changes; "same" is our value of prioridad."""


@st.composite
def recipes(draw: st.DrawFn) -> Recipe:
    """Draw the changes of a batch, at least a note."""
    subject, tag, off, attribute, new = (draw(st.booleans()) for _ in range(5))
    how = draw(st.sampled_from(How))
    rules = []
    if attribute:
        rules.append(ValueRule(name="prioridad", how=how, value="" if how is How.CLEAR else "alta", expected="baja"))
    if new:
        rules.append(ValueRule(name="nuevo", value="sí"))
    has_note = draw(st.booleans()) or not (subject or tag or off or rules)
    return Recipe(
        subject=ValueRule(value="asunto de todos") if subject else None,
        notes=(NOTE,) if has_note else (),
        added_tags=("vip",) if tag else (),
        removed_tags=("spam",) if off else (),
        attributes=tuple(rules),
    )


RECIPES = recipes()


class Batches(RuleBasedStateMachine):
    """The life of a few batches, one after the other."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(prefix="batches-")
        self.life: Simulation
        self.count = 0

    @initialize(
        shows=st.sampled_from((Shows.ALL, Shows.NO_KEY, Shows.NO_KEY, *Shows)),
        names=st.sampled_from((Names.TOLD, Names.TOLD, Names.TWINS, Names.NOBODY)),
        makes=st.sampled_from((Makes.AS_IS, Makes.AS_IS, Makes.TRIMMED, Makes.ESCAPED, Makes.COLLAPSED)),
        noted=st.sets(CASE),
        recipe=RECIPES,
        chosen=ROWS,
        canary=st.booleans(),
        a_minute=st.sampled_from((0, 0, 4)),
        lucks=LUCKS,
    )
    def begin(  # noqa: PLR0913, PLR0917 - drawn
        self, shows: Shows, names: Names, makes: Makes, noted: set[str], recipe: Recipe, chosen: list[str],
        canary: bool, a_minute: int, lucks: list[Luck],
    ) -> None:  # fmt: skip
        servers = {case: Server(shows, names, makes) for case in CASES}
        for case in noted:
            servers[case].write(NOTE, 1)
        self.life = Simulation(Path(self.folder.name) / "data", Cases(servers))
        self.life.plan(recipe, tuple(chosen), canary=canary, a_minute=a_minute)
        self.life.cases.lucks.extend(lucks)

    @rule(recipe=RECIPES, chosen=ROWS, canary=st.booleans())
    def plans_another(self, recipe: Recipe, chosen: list[str], *, canary: bool) -> None:
        self.life.plan(recipe, tuple(chosen), canary=canary, a_minute=0)

    @rule(seconds=st.sampled_from((0, 1, 10, 100)))
    def runs(self, seconds: int) -> None:
        self.life.run()
        self.life.wait(seconds)

    @rule(lucks=st.lists(LUCK, min_size=1, max_size=4), seconds=st.sampled_from((1, 10, 100)))
    def runs_in_trouble(self, lucks: list[Luck], seconds: int) -> None:
        self.life.cases.lucks.extend(lucks)
        self.life.run()
        self.life.wait(seconds)

    @rule(recipe=RECIPES, chosen=ROWS, meddled=st.lists(st.tuples(CASE, FIELD), min_size=1, max_size=6), lucks=LUCKS)
    def a_colleague_meddles(
        self, recipe: Recipe, chosen: list[str], meddled: list[tuple[str, str]], lucks: list[Luck]
    ) -> None:
        """Change fields between the plan and the run; then set moved ones anyway."""
        self.life.plan(recipe, tuple(chosen), canary=False, a_minute=0)
        for case, what in meddled:
            self.colleague_acts(case, what)
        self.life.cases.lucks.extend(lucks)
        self.life.run()
        self.life.wait(100)
        self.life.decide(RowDecision.SET_ANYWAY)
        self.life.wait(30)

    @rule(meddled=st.lists(st.tuples(CASE, FIELD), min_size=1, max_size=6), at_first=st.booleans())
    def undoes_what_a_colleague_changed(self, meddled: list[tuple[str, str]], *, at_first: bool) -> None:
        """Run, let a colleague change fields before or after the plan of the undo, and run the undo."""
        for _ in range(3):
            self.life.run()
            self.life.wait(30)
        if not at_first:
            self.life.undo()
        for case, what in meddled:
            self.colleague_acts(case, what)
        if at_first:
            self.life.undo()
        self.life.run()
        self.life.wait(100)

    @rule(recipe=RECIPES, chosen=ROWS, steps=st.integers(10, 150), waits=st.integers(1, 3))
    def dies_of_a_run(self, recipe: Recipe, chosen: list[str], steps: int, waits: int) -> None:
        """Kill a run at some step, and go on."""
        self.life.plan(recipe, tuple(chosen), canary=False, a_minute=0)
        self.life.start.line.fuse = steps
        self.life.run()
        self.life.wait(30)
        self.life.start.line.fuse = 0
        for _ in range(waits):
            self.life.run()
            self.life.wait(10)

    @rule(kinds=st.lists(READ_FAILURES, min_size=1, max_size=5))
    def reads_fail(self, kinds: list[FailureKind]) -> None:
        self.life.cases.read_failures.extend(kinds)
        self.life.run()
        self.life.wait(20)

    @rule(steps=st.integers(1, 60), lucks=st.lists(LUCK, max_size=2))
    def dies_in_the_middle(self, steps: int, lucks: list[Luck]) -> None:
        self.life.cases.lucks.extend(lucks)
        self.life.start.line.fuse = steps
        self.life.run()
        self.life.wait(30)
        self.life.start.line.fuse = 0

    @rule()
    def is_killed(self) -> None:
        self.life.kill()

    @rule(uses=st.integers(1, 12))
    def the_disk_is_full(self, uses: int) -> None:
        self.life.start.full = uses
        self.life.run()
        self.life.wait(30)
        self.life.start.full = 0

    @rule(seconds=st.sampled_from((0, 1, 100, 1000)))
    def time_passes(self, seconds: int) -> None:
        self.life.wait(seconds)

    @rule()
    def signs_in(self) -> None:
        self.life.sign_in()

    @rule()
    def pauses(self) -> None:
        self.life.pause()

    @rule()
    def stops(self) -> None:
        self.life.stop()

    @rule(decision=st.sampled_from(RowDecision), seconds=st.sampled_from((0, 30)))
    def decides(self, decision: RowDecision, seconds: int) -> None:
        self.life.decide(decision)
        self.life.wait(seconds)

    @rule()
    def undoes(self) -> None:
        self.life.undo()

    @rule(outcome=st.sampled_from((Outcome.REJECTED, Outcome.NOT_SENT, Outcome.SKIPPED, Outcome.MOVED, Outcome.UNSURE)))
    def takes_rows_again(self, outcome: Outcome) -> None:
        self.life.again(frozenset({outcome}))

    @rule(case=CASE, what=FIELD)
    def colleague_acts(self, case: str, what: str) -> None:
        self.count += 1
        match what:
            case "note":
                self.life.colleague(case, what, NOTE if self.count % 2 else "otra cosa")
            case "tag":
                self.life.colleague(case, "tag", "vip")
            case "spam" | "vip":
                self.life.colleague(case, what, None)
            case "same":
                self.life.colleague(case, "prioridad", "alta")
            case _:
                self.life.colleague(case, what, f"theirs-{self.count}")

    @rule(case=CASE)
    def types(self, case: str) -> None:
        self.life.type(case)

    @rule(case=CASE)
    def discards(self, case: str) -> None:
        if case in self.life.invariants.own_drafts:
            self.life.discard(case)

    @invariant()
    def sums_and_drafts(self) -> None:
        if hasattr(self, "life"):
            self.life.check()

    def teardown(self) -> None:
        try:
            if hasattr(self, "life"):
                self.life.finish()
                self.life.undo_last()
        finally:
            if hasattr(self, "life"):
                self.life.end()
            self.folder.cleanup()


TestBatches = pytest.mark.usefixtures("fixed_constants")(Batches.TestCase)
TestBatches.settings = lives("BATCH_EXAMPLES", few=150, steps=25)
