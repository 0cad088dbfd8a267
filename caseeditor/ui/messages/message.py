"""A message to the agent, as a value."""

import enum
from collections.abc import Callable

import msgspec


class Severity(enum.Enum):
    """The severity of a message: shown by an icon and a word, never by colour alone."""

    INFO = "info"
    GOOD = "good"
    WARNING = "warning"
    ERROR = "error"


class ActionKind(enum.Enum):
    """The kinds of actions that messages offer: the label of the button."""

    RELOAD = "reload"
    SEND_AGAIN = "send again"
    IT_WAS_STORED = "it was stored"
    SUBMIT_ANYWAY = "submit anyway"
    SUBMIT_IN_PARTS = "submit in parts"
    KEEP_WAITING = "keep waiting"
    BACK_TO_DRAFT = "back to draft"
    DECIDE = "decide"
    SIGN_IN = "sign in"
    OPEN_HERE = "open here"
    SIGN_IN_THERE = "sign in there"
    OPEN_LINK = "open link"
    OPEN_MAIL = "open mail"
    CALL = "call"
    COPY_LINK = "copy link"
    COPY = "copy"
    COPY_CHANGES = "copy changes"
    SAVE_CHANGES = "save changes"
    MINE = "mine"
    NOT_MINE = "not mine"
    SHOW_OTHERS = "show others"
    MOVE_SERVER = "move server"
    LEAVE_OUT = "leave out"
    SAVE_AGAIN = "save again"
    SAVE_AS_PDF = "save as pdf"


class MessageAction(msgspec.Struct, frozen=True, eq=False):
    """A button beside a message, with its callback. `keeps_message`: the message still applies afterwards, and stays.

    Actions of one kind are equal, to whatever object their callbacks are bound: they offer the same to the agent.
    """

    kind: ActionKind
    run: Callable[[], object]
    keeps_message: bool = False

    def __eq__(self, other: object) -> bool:
        return isinstance(other, MessageAction) and self.kind is other.kind

    def __hash__(self) -> int:
        return hash(self.kind)


class Ground(enum.Enum):
    """The condition under which a message holds (SubmissionCheck.holds)."""

    EVENT = "event"
    """An event: the message always holds."""
    QUESTION = "question"
    """A question about a submission, which the case asks (ui.case.submit.questions): the message always holds."""
    CHANGES = "changes"
    """The case has changes."""
    STEP = "step"
    """No step of the agent follows."""
    DONE = "done"
    """The case has changes, and no step was undone."""
    RESERVED = "reserved"
    """The reserved names are still those of the message."""
    HINDRANCE = "hindrance"
    """The problem of the changes is not yet solved."""


class Message(msgspec.Struct, frozen=True):
    """A sentence, further lines below it, and the actions that the agent can take.

    A `transient` one is shown in Status only; a `passing` one for a few seconds (Timing.passing). A `sticky` one is
    about a submission; in Status, the message that a case is open does not replace it. `about` is the object that the
    label of an action names. `elsewhere` is the text while another case is in front; '' for the text after the case's
    id.
    """

    text: str
    severity: Severity = Severity.INFO
    lines: tuple[str, ...] = ()
    actions: tuple[MessageAction, ...] = ()
    transient: bool = False
    passing: bool = False
    sticky: bool = False
    ground: Ground = Ground.EVENT
    about: str = ""
    elsewhere: str = ""

    @property
    def is_quiet(self) -> bool:
        """Tell whether this is a success without anything to read or to do: Status alone shows it."""
        return self.severity is Severity.GOOD and not (self.lines or self.actions)
