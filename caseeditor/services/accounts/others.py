"""Drafts and submissions of other accounts on this computer. Runs on the worker's loop; raises OperationFailed."""

from caseeditor.domain.case.reference import Server
from caseeditor.domain.case.user import User
from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.errors.failure import Failure, FailureKind, OperationFailed
from caseeditor.domain.local.whose import Others, Unclaimed
from caseeditor.services.accounts import identities
from caseeditor.services.accounts.accounts import Accounts
from caseeditor.services.delivery.outbox import Outbox
from caseeditor.services.storage.async_database import AsyncDatabase


class OthersWork:
    """Finds other accounts' drafts and submissions, and moves them to the signed-in user."""

    def __init__(self, database: AsyncDatabase, accounts: Accounts, outbox: Outbox) -> None:
        self._database = database
        self._accounts = accounts
        self._outbox = outbox

    async def find(self, server: Server) -> tuple[Others, ...]:
        """Return other accounts' data for a server, newest first; all accounts' data while nobody is signed in."""
        user = self._accounts.signed_in(server)
        key = user.key if user else ""
        return await self._database.do(lambda store: identities.find_others(store, server.url, key))

    async def take_over(self, theirs: Others) -> Draft | None:
        """Copy another account's work into a draft of the user's; return the added part, None if the work is gone."""
        user = self._user(Server(theirs.server))
        if theirs.submission:
            return await self._outbox.take_over(theirs.submission, user.key)
        draft = theirs.draft
        return await self._database.do(lambda store: store.take_over(draft, user.key)) if draft else None

    async def unclaimed(self, server: Server) -> Unclaimed | None:
        """Return data that may be the user's own, typed with another token; None if there is nothing to ask about."""
        user = self._accounts.signed_in(server)
        if user is None:
            return None
        return await self._database.find(lambda store: identities.find_unclaimed(store, server.url, user.key))

    async def answer(self, server: Server, other: str, *, is_mine: bool) -> None:
        """Apply the user's answer whether an account's data is theirs."""
        if is_mine:
            await self._accounts.claim(server, other)
            return
        key = self._user(server).key
        await self._database.do(lambda store: identities.decline(store, server.url, other, key))

    def _user(self, server: Server) -> User:
        user = self._accounts.signed_in(server)
        if user is None:
            raise OperationFailed(Failure(kind=FailureKind.TOKEN_MISSING, server=server.domain))
        return user
