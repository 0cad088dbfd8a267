"""Submits the case in front, and leads on to the next one of the list. *After submit* is a setting."""

from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QElapsedTimer, QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from caseeditor.domain.case.reference import Server
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.local.settings import AfterSubmit
from caseeditor.ui.application.attention import Attention
from caseeditor.ui.case_lists.list_stepping import ListStepping
from caseeditor.ui.case_lists.panel import CaseLists
from caseeditor.ui.main_window.closing import Closing
from caseeditor.ui.main_window.status import Status
from caseeditor.ui.main_window.tabs.case_tabs import CaseTabs
from caseeditor.ui.messages.message import Message
from caseeditor.ui.state.workspace import Workspace
from caseeditor.ui.templates.repeats import Repeats

if TYPE_CHECKING:
    from caseeditor.domain.editing.templates import FilledTemplate
    from caseeditor.ui.case.case_view import CaseView
    from caseeditor.ui.state.session import Session

_TOO_SOON = 500
"""Milliseconds after a step during which another press counts as the second one of a double click."""


class Submitting(QObject):
    """Waits until a submission is on disk before the next case opens, but not for the server's answer.

    The agent stays where they are if they have typed, clicked or changed the tab meanwhile.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - the parts of the window that it leads on in
        self,
        workspace: Workspace,
        tabs: CaseTabs,
        lists: CaseLists,
        closing: Closing,
        attention: Attention,
        status: Status,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._tabs = tabs
        self._lists = lists
        self._closing = closing
        self._attention = attention
        self._status = status
        self._window = window
        self.stepping = ListStepping(workspace, closing.close_session, self)
        self._due: dict[Session, AfterSubmit] = {}
        """What follows once the submission of a case is on disk."""
        self._decided: dict[Session, int] = {}
        """The submission whose decisions were submitted, until they are on disk."""
        self._leaves: Session | None = None
        """The case that the awaited step leaves."""
        self._closes: Session | None = None
        """The case that closes once it is stored, although it is in front."""
        self._beside: tuple[Session | None, int] = None, -1
        """The case that came to the front as the one before closed by itself, and the agent's acts then."""
        self._came = -1
        """The agent's acts when that case came to the front because another one was closed."""
        self._is_last: Session | None = None
        """The case that no other follows in the list; its outcome is not yet known."""
        self._end = ""
        """The reason why no other follows."""
        self._awaited: Session | None = None
        """The case that was submitted, while the agent has done nothing since: its conflicts get the focus."""
        self._front: Session | None = None
        self._since_step = QElapsedTimer()
        self._led_to: Session | None = None
        self._edit_then = Edit()
        """The case that the last step led to, and its edit then, or as restored from the disk."""
        self._inserted: Session | None = None
        self._since_insertion = QElapsedTimer()
        """The case that a template submitted last, and the time since."""
        self.repeats = Repeats()
        lists.step_wanted.connect(self._step_to)
        lists.step_failed.connect(self._stop_leaving)
        attention.acted.connect(self._on_act)
        workspace.cases.session_added.connect(self._on_added)
        workspace.cases.session_closed.connect(self._on_closed)
        workspace.left.stored.connect(self._on_stored)
        workspace.left.changed.connect(self._on_trouble)

    def follow(self, view: "CaseView") -> None:
        """Follow the buttons of a view that lead on, and the questions of its case."""
        view.submit_wanted.connect(self._submit)
        view.reviewed.connect(self._submit_reviewed)
        view.next_wanted.connect(self._submit_and_next)
        view.step_wanted.connect(self._lists.step)
        view.session.submitter.conflicts_found.connect(lambda _: self._bring_conflicts(view))
        view.prompts.questions.came.connect(lambda: self._bring_conflicts(view))
        view.prompts.questions.submitted.connect(partial(self._await, view.session))

    # Actions of the agent.

    def submit(self) -> None:
        """Submit the case in front; what follows is a setting."""
        if view := self._tabs.current():
            self._submit(view)

    def submit_and_next(self) -> None:
        """Submit the case in front and go to the next one; an unchanged case is left without a submission."""
        if view := self._tabs.current():
            self._submit_and_next(view)

    def insert_and_submit(
        self, session: "Session", template: "FilledTemplate", around: tuple[str, str] | None = None
    ) -> None:
        """Insert a template, submit the case and go to the next one; a second press inserts nothing."""
        view = self._tabs.view_of(session)
        if view is None or self._is_second_press(session):
            return
        view.commit_open_editors()
        if not self._is_second_insertion(session):
            self.repeats.insert(session, template, around)
            self._inserted = session
            self._since_insertion.start()
        self._submit_and_next(view)

    def _is_second_insertion(self, session: "Session") -> bool:
        """Tell whether a case is being submitted, or a template has just submitted it."""
        is_recent = self._since_insertion.isValid() and self._since_insertion.elapsed() < _TOO_SOON
        is_twice = is_recent and session is self._inserted
        return session.is_handing_over or session in self._due or is_twice

    def _submit(self, view: "CaseView") -> None:
        if not self._is_second_press(view.session):
            self._await(view.session)
            self._submit_all(view, self._workspace.settings.after_submit)

    def _submit_reviewed(self, view: "CaseView") -> None:
        """Submit what the review showed: its dialog shows no decisions."""
        if not self._is_second_press(view.session):
            self._await(view.session)
            view.submit_changes()
            self._then(view.session, self._workspace.settings.after_submit)

    def _submit_all(self, view: "CaseView", after: AfterSubmit) -> None:
        question = view.session.question
        if view.submit() and question:
            self._decided[view.session] = question.number
        self._then(view.session, after)

    def _submit_and_next(self, view: "CaseView") -> None:
        if self._is_second_press(view.session):
            return
        view.commit_open_editors()
        session, questions = view.session, view.prompts.questions
        if questions.is_conflict_open and not questions.is_decided:
            questions.submit()  # goes to the field
            text = self.tr("Case {0} has a conflict without a decision.").format(session.case_id)
            self._status.say(Message(text, transient=True), session)
        elif session.list_changes() or session.is_handing_over or questions.is_conflict_open:
            self._submit_all(view, "next")
        elif session.case is None:
            text = self.tr("Case {0} isn't open: nothing was submitted.")
            text = self.tr("Case {0} is still loading.") if session.is_reading else text
            self._status.say(Message(text.format(session.case_id), transient=True), session)
        else:
            self._skip(session)

    def _is_second_press(self, session: "Session") -> bool:
        """Tell whether a press is the second one of a double click, and meant for the case that was just left.

        Who has changed the case since is past the step.
        """
        is_late = not self._since_step.isValid() or self._since_step.elapsed() >= _TOO_SOON
        if is_late or session is not self._led_to or session.edit != self._edit_then:
            return False
        text = self.tr("Case {0} has just opened: press again.")
        if session.list_changes():
            text = self.tr("Case {0} has just opened: press again to submit it.")
        self._status.say(Message(text.format(session.case_id), transient=True), session)
        return True

    def _then(self, session: "Session", after: AfterSubmit) -> None:
        if after != "stay" and (session.is_handing_over or session in self._decided):
            self._due[session] = after
            self._attention.place()

    def _skip(self, session: "Session") -> None:
        if session.question:
            said = self.tr("Case {0} still needs your decision.").format(session.case_id)
        else:
            said = self.tr("Nothing to submit in case {0}.").format(session.case_id)
        if self._step_from(session):
            self._status.say(Message(said, sticky=True))
        else:
            self._status.say(Message(f"{said} {self._lists.end_words(1)}", transient=True), session)

    def completed(self, message: Message, session: "Session") -> Message:
        """Add to the outcome of the last case of a list that no other follows."""
        if session is not self._is_last or session.submissions or not message.sticky:
            return message
        self._is_last = None
        return msgspec.structs.replace(message, text=f"{message.text} · {self._end}")

    # The next case.

    def _on_added(self, session: "Session") -> None:
        session.submitter.handed_over.connect(partial(self._on_handed_over, session))
        session.submitter.changed.connect(partial(self._on_submitter, session))
        session.draft.restored.connect(partial(self._on_restored, session))

    def _on_handed_over(self, session: "Session") -> None:
        """Lead on from a case whose submission is on disk."""
        self.repeats.note_submitted(session)
        self._decided.pop(session, None)
        after = self._due.pop(session, "stay")
        if after == "close":
            self._closes = session
            self._workspace.left.leave(session)
        elif after == "next" and session is not self._tabs.current_session():
            self._workspace.left.leave(session)
        elif after == "next" and self._is_still_there(session) and not self._step_from(session):
            self._is_last, self._end = session, self._lists.end_words(1)
            text = self.tr("Submitted. {0}").format(self._end)
            self._status.say(Message(text, transient=True), session)

    def _on_restored(self, session: "Session") -> None:
        if session is self._led_to:
            self._edit_then = session.edit

    def _on_submitter(self, session: "Session") -> None:
        if session.is_handing_over:
            return
        if session not in self._decided:  # the disk failed
            self._due.pop(session, None)
        elif session.question is None or session.question.number != self._decided[session]:
            self._on_handed_over(session)

    def _is_still_there(self, session: "Session") -> bool:
        """Tell whether the agent has done nothing since, in this case or elsewhere."""
        is_placed = self._attention.is_placed(self._tabs) or self._came == self._attention.acts
        return is_placed and QApplication.activeModalWidget() is None and not session.list_changes()

    def _step_from(self, session: "Session") -> bool:
        """Go to the next case of the list, also if its page is still to come; returns whether there is one."""
        self._leaves = session
        if not self._lists.step(1):
            self._leaves = None
            return False
        return True

    def _on_act(self) -> None:
        self._awaited = None
        self._stop_leaving()

    def _stop_leaving(self) -> None:
        self._leaves = None

    def _await(self, session: "Session") -> None:
        """Note that the agent submitted, and waits for the outcome until they do something else."""
        self._awaited = session

    def _step_to(self, server: Server, case_id: str) -> None:
        """Show a case that a list leads to, and leave the one before if *Submit and next* wanted it."""
        leaves, self._leaves = self._leaves, None
        if leaves and (leaves.server, leaves.case_id) == (server, case_id):  # the list was not yet at this case
            if not self._step_from(leaves):
                self._status.say(Message(self._lists.end_words(1), transient=True), leaves)
            return
        if leaves:
            self._workspace.left.leave(leaves)
        self.stepping.step_to(server, case_id)
        if leaves:
            self._led_to = self._workspace.sessions.get((server, case_id))
            self._edit_then = self._led_to.edit if self._led_to else Edit()
            self._since_step.start()
        if leaves and leaves.is_untouched and leaves in self._workspace.sessions.values():
            self._closing.close_session(leaves)

    # The cases that were left.

    def on_tab(self) -> None:
        """Follow the tab that is in front now."""
        front, before = self._tabs.current_session(), self._front
        if front is before:
            return
        self._front = front
        if before is not None:
            self.repeats.forget(before)
        if front is None or front not in self._workspace.left:
            return
        is_by_itself = before is not None and before not in self._workspace.sessions.values()
        if is_by_itself and not self._workspace.left.trouble_of(front):  # another tab was closed
            self._closes, self._came = front, self._attention.acts
            return
        self._workspace.left.come_back(front)
        if view := self._tabs.current():
            self._bring_conflicts(view)

    def _on_trouble(self) -> None:
        """Mark the tabs of the cases that need the agent. One in front has told its reason."""
        front = self._tabs.current_session()
        if front and self._workspace.left.trouble_of(front):
            self._workspace.left.come_back(front)
        else:
            self._tabs.show_titles()

    def _on_stored(self, session: "Session") -> None:
        """Close a case that was left, unless the agent is there."""
        may_close = session is self._closes and self._is_still_there(session)
        if session is self._tabs.current_session() and not may_close:
            self._workspace.left.come_back(session)
            return
        self._status.keep(session)
        if session is self._tabs.current_session():
            self._close_in_front(session)
        else:
            self._closing.close_session(session)

    def _close_in_front(self, session: "Session") -> None:
        """Close the case in front. The next key of the agent, meant for it, must change nothing in the tab beside."""
        now = self._window.focusWidget()
        has_focus = now is None or self._tabs.isAncestorOf(now)
        self._closing.close_session(session)
        self._beside = self._tabs.current_session(), self._attention.acts
        view = self._tabs.current()
        if view and has_focus:
            view.setFocus()
            self._attention.place()

    def is_beside(self, session: "Session") -> bool:
        """Tell whether a case is in front because the one before closed by itself, and nothing has been done since."""
        return self._beside == (session, self._attention.acts)

    def _on_closed(self, session: "Session") -> None:
        self._due.pop(session, None)
        self._decided.pop(session, None)
        self._leaves = None if self._leaves is session else self._leaves
        self._closes = None if self._closes is session else self._closes
        self._led_to = None if self._led_to is session else self._led_to
        self._is_last = None if self._is_last is session else self._is_last
        self._awaited = None if self._awaited is session else self._awaited
        self._inserted = None if self._inserted is session else self._inserted
        self._beside = (None, -1) if self._beside[0] is session else self._beside

    def _bring_conflicts(self, view: "CaseView") -> None:
        """Show the question of a case in it once nobody types."""
        self._attention.when_free(lambda: self._show_conflicts(view) if isValid(view) else None)

    def _show_conflicts(self, view: "CaseView") -> None:
        view.prompts.decide_by_itself(with_focus=view.session is self._awaited)
