"""The interface between the window and the services: one method for each request of the window.

The window passes a method to `BackgroundWorker.run`; it runs on the worker thread, and its outcome comes back on the
GUI thread. An OperationFailed that is raised there comes back as its Failure; StoreFailed of the storage is one.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, TypeVar

from caseeditor.domain.batch_requests import BatchRequests

if TYPE_CHECKING:
    from collections.abc import Callable

    from caseeditor.domain.case.contact_search import FoundContact
    from caseeditor.domain.case.conversation import CaseMessage
    from caseeditor.domain.case.model import Case
    from caseeditor.domain.case.reference import Server
    from caseeditor.domain.case.search import Filters, Page
    from caseeditor.domain.case.user import User
    from caseeditor.domain.delivery.draft import Draft, FoundDraft, SavedDraft
    from caseeditor.domain.delivery.submission import Submission
    from caseeditor.domain.delivery.submission_update import AgentAnswer
    from caseeditor.domain.diagnosis import Finding
    from caseeditor.domain.editing.templates import Template
    from caseeditor.domain.errors.failure import Failure
    from caseeditor.domain.errors.keyring import KeyringProblem
    from caseeditor.domain.errors.storage import StorageProblem
    from caseeditor.domain.local.earlier_work import EarlierWork
    from caseeditor.domain.local.history_entry import HistoryEntry
    from caseeditor.domain.local.kept_file import KeptFile
    from caseeditor.domain.local.learned_values import LearnedValues
    from caseeditor.domain.local.loaded import LoadedCase
    from caseeditor.domain.local.recent import RecentCase, Tab
    from caseeditor.domain.local.seen_values import SeenValues
    from caseeditor.domain.local.signing_in import Resumed, SignedIn
    from caseeditor.domain.local.tags_found import TagsFound
    from caseeditor.domain.local.whose import Others, Unclaimed
    from caseeditor.domain.spelling.results import CheckedWords, SpellingMeans

T = TypeVar("T")


class BackendInterface(BatchRequests, ABC):
    """All requests of the window. Arguments and results are immutable values.

    Where a method does not say so, it raises nothing but StoreFailed.
    """

    # Start and end.

    @abstractmethod
    async def begin(self) -> EarlierWork:
        """Return the tabs and drafts of an earlier start, and resume its submissions; or why the disk can't be read.

        Only reads, and can be called again until it succeeds.
        """

    @abstractmethod
    async def begin_sending(self) -> None:
        """Send pending submissions: the program that held the data folder has ended."""

    @abstractmethod
    async def tidy(self, keep_days: int) -> None:
        """Delete records that ended more than `keep_days` ago: they hold customers' data. Raises nothing."""

    @abstractmethod
    def begin_closing(self) -> None:
        """Start no further submission."""

    @abstractmethod
    async def close(self, deadline: float) -> None:
        """Let an update in flight finish within the deadline (s), then close the services."""

    # Cases.

    @abstractmethod
    async def load_case(self, server: Server, case_id: str, *, with_draft: bool) -> LoadedCase:
        """Read a case, and its records on the disk. Raises OperationFailed, unless its draft can stand in for it."""

    @abstractmethod
    async def read_conversation(self, server: Server, case_id: str) -> tuple[CaseMessage, ...]:
        """Read the messages of a case. Raises OperationFailed."""

    @abstractmethod
    async def search_cases(self, server: Server, filters: Filters, index: int, count: int) -> Page:
        """Search cases; where they are too large for one answer, in smaller ones. Raises OperationFailed."""

    @abstractmethod
    async def find_contacts(self, server: Server, words: str) -> tuple[FoundContact, ...]:
        """Search contacts whose names contain the words. Raises OperationFailed."""

    # Drafts.

    @abstractmethod
    async def find_draft(
        self, server: Server, user: str, case_id: str
    ) -> tuple[FoundDraft | None, StorageProblem | None]:
        """Return the draft of a case, or why the disk could not be read. Raises nothing."""

    @abstractmethod
    async def save_draft(self, draft: Draft, over: int | None) -> SavedDraft | None:
        """Save a draft over that generation of it; an empty one is deleted, and None returned."""

    @abstractmethod
    async def record_discarded(self, draft: Draft) -> None:
        """Record a draft that is about to be discarded in the history."""

    # Submissions.

    @abstractmethod
    async def submit(self, draft: Draft, case: Case, over: int | None) -> None:
        """Turn a draft into a submission, over that generation of the draft, and start to deliver it."""

    @abstractmethod
    async def submit_in_parts(self, draft: Draft, case: Case, over: int | None) -> None:
        """Turn a draft into several submissions, each of no more changes than a server takes."""

    @abstractmethod
    async def answer(self, submission: Submission, answer: AgentAnswer) -> None:
        """Pass on the agent's answer about a submission."""

    @abstractmethod
    async def stop_waiting(self, submission: Submission) -> None:
        """Stop waiting for the answer to an update in flight; reads then tell its effect."""

    @abstractmethod
    async def retry_now(self) -> None:
        """Retry waiting submissions at once: somebody signed in. What holds back a server's calls holds on."""

    @abstractmethod
    async def set_stamp(self, name: str) -> None:
        """Stamp submissions from now on by the attribute of this name, '' for none."""

    # Records on this computer.

    @abstractmethod
    async def save_tabs(self, tabs: tuple[Tab, ...]) -> None:
        """Save the open cases, in order."""

    @abstractmethod
    async def record_seen(self, server: str, user: str, case: Case) -> None:
        """Record a case as the user sees it now."""

    @abstractmethod
    async def recent_cases(self, server: str, user: str) -> tuple[tuple[RecentCase, ...], tuple[RecentCase, ...]]:
        """Return the cases that a user opened, and the user's drafts, the latest first."""

    @abstractmethod
    async def known_tags(self, server: str, user: str) -> TagsFound:
        """Return the tags that were seen on a server, on search pages by this user, and those of the templates."""

    @abstractmethod
    async def remember_tags(self, server: str, tags: tuple[str, ...]) -> None:
        """Add tags to those known of a server."""

    @abstractmethod
    async def known_names(self, server: str) -> tuple[str, ...]:
        """Return the names of attributes that were seen on a server."""

    @abstractmethod
    async def remember_names(self, server: str, names: tuple[str, ...]) -> None:
        """Add names of attributes to those known of a server."""

    @abstractmethod
    async def seen_values(self, server: str, user: str) -> SeenValues:
        """Return the values of filters that a user saw on a server."""

    @abstractmethod
    async def learned_values(self, server: str, user: str, name: str) -> LearnedValues:
        """Return the values of an attribute that were learned from the cases that a user read on a server."""

    @abstractmethod
    async def templates(self) -> tuple[Template, ...]:
        """Return the templates, in the order of their names."""

    @abstractmethod
    async def save_templates(self, templates: tuple[Template, ...], instead_of: str) -> None:
        """Save templates, each over one of its name, and delete the one named `instead_of`."""

    @abstractmethod
    async def drop_template(self, name: str) -> None:
        """Delete a template."""

    # Spelling.

    @abstractmethod
    async def spelling_means(self) -> SpellingMeans:
        """Return the languages that can be checked, and the agent's own words. Raises nothing."""

    @abstractmethod
    async def check_spelling(self, words: tuple[str, ...], languages: tuple[str, ...]) -> CheckedWords:
        """Tell which of the languages know each word. Raises nothing."""

    @abstractmethod
    async def suggest_spelling(self, word: str, language: str) -> tuple[str, ...]:
        """Return words that the agent may have meant; takes seconds. Raises nothing."""

    @abstractmethod
    async def keep_word(self, word: str) -> None:
        """Add a word to the agent's own."""

    @abstractmethod
    async def drop_word(self, word: str) -> None:
        """Remove a word from the agent's own."""

    # History and files.

    @abstractmethod
    async def history_page(
        self, search: str, count: int, index: int, whose: tuple[str, str] | None
    ) -> tuple[HistoryEntry, ...]:
        """Return a page of the history, the newest first. `whose`: a server's URL and a user; None: all users."""

    @abstractmethod
    async def export_history(
        self, search: str, whose: tuple[str, str] | None, write: Callable[[tuple[HistoryEntry, ...]], T]
    ) -> T:
        """Pass all entries that match to `write`, on the disk thread; return its result."""

    @abstractmethod
    async def clear_history(self, whose: tuple[str, str] | None, *, with_files: bool) -> None:
        """Delete the records that ended; `with_files`: also backups and damaged files, which are of all users."""

    @abstractmethod
    async def kept_files(self) -> tuple[KeptFile, ...]:
        """List backups and damaged files."""

    @abstractmethod
    async def on_disk(self, work: Callable[[], T]) -> T:
        """Run work on files that the agent chose, on the disk thread. Raises what the work raises."""

    @abstractmethod
    async def on_share(self, work: Callable[[], T]) -> T | None:
        """Run work on files of a network share, on the share's thread; None if the share does not answer in time."""

    # Desktop.

    @abstractmethod
    async def show_notice(self, text: str, action: str) -> None:
        """Show a notice on the desktop, in place of the one before; a click is news. Raises nothing."""

    @abstractmethod
    async def withdraw_notice(self) -> None:
        """Remove the notice. Raises nothing."""

    @abstractmethod
    async def show_launcher_progress(self, share: float | None) -> None:
        """Show a progress (0 to 1) on the program's entry in docks of Linux, None for none. Raises nothing.

        One call at a time.
        """

    # Accounts.

    @abstractmethod
    async def resume(self, server: Server) -> Resumed:
        """Tell whether there is a token for a server: in use, or in the keyring."""

    @abstractmethod
    async def identify(self, server: Server) -> tuple[User, Failure | None]:
        """Ask a server who is signed in; where it fails, return the presumed user and the failure."""

    @abstractmethod
    async def sign_in(self, server: Server, token: str, *, keep: bool) -> SignedIn:
        """Use a token once its server names its user. Raises OperationFailed."""

    @abstractmethod
    async def sign_out(self, server: Server) -> KeyringProblem | None:
        """Forget a server's token; return why the keyring still has it."""

    @abstractmethod
    async def has_used(self, server: Server) -> bool:
        """Tell whether somebody has signed in to a server from this computer."""

    @abstractmethod
    async def used_servers(self) -> tuple[Server, ...]:
        """Return the servers that somebody has signed in to from this computer."""

    @abstractmethod
    async def kept_servers(self) -> tuple[Server, ...]:
        """Return the servers with records on the disk."""

    @abstractmethod
    async def move_server(self, old: Server, new: Server) -> bool:
        """Move all records of a server to its new address; False while something is being sent to either."""

    # Records of other accounts.

    @abstractmethod
    async def others_work(self, server: Server) -> tuple[Others, ...]:
        """Return the drafts and submissions of other accounts of a server, the latest first."""

    @abstractmethod
    async def take_over(self, theirs: Others) -> Draft | None:
        """Make a draft or submission of another account the user's draft; None where it is gone."""

    @abstractmethod
    async def find_unclaimed(self, server: Server) -> Unclaimed | None:
        """Return an account whose records may be the user's own, typed with another token."""

    @abstractmethod
    async def claim(self, server: Server, other: str, *, is_mine: bool) -> None:
        """Record the answer: the account `other` is the user's own, or not. Raises OperationFailed."""

    # Installation.

    @abstractmethod
    async def diagnose(self, server: Server | None) -> tuple[Finding, ...]:
        """Try each part of the installation, the server's included. Raises nothing."""
