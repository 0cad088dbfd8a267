"""Signing in and out: whose token is used, and where it is kept. Lives on the worker's loop."""

import asyncio
import contextlib

import msgspec

from caseeditor.domain.address import Server, former_urls
from caseeditor.domain.failure import Failed, Failure, Kind
from caseeditor.domain.trouble import Trouble
from caseeditor.domain.user import User
from caseeditor.services.credentials import Credentials, KeyringFailed
from caseeditor.services.gateway import Gateway
from caseeditor.services.shelf import Shelf
from caseeditor.services.store import StoreFailed


class SignedIn(msgspec.Struct, frozen=True):
    """A token is in use. `trouble` says why it is not in the keyring; None when it is."""

    server: Server
    user: User
    trouble: Trouble | None


class Resumed(msgspec.Struct, frozen=True):
    """Whether there is a token to work with; `trouble` says why the keyring could not tell."""

    has_token: bool
    trouble: Trouble | None = None


class Accounts:
    """The accounts of this start of the program. A user is '' where the server's `me` names none."""

    def __init__(self, gateway: Gateway, credentials: Credentials, shelf: Shelf) -> None:
        self._gateway = gateway
        self._credentials = credentials
        self._shelf = shelf
        self._users: dict[Server, str] = {}
        self._signed_out: set[Server] = set()
        self._turns: dict[Server, int] = {}
        """How often somebody signed in or out: what was asked before that says nothing any more."""

    async def resume(self, server: Server) -> Resumed:
        """Use the token that the keyring has for the server, if it has one; after signing out it is not looked for."""
        if self._gateway.has_token(server):
            return Resumed(has_token=True)
        if server in self._signed_out:
            return Resumed(has_token=False)
        try:
            token = await self._credentials.read(server) or await self._former_token(server)
        except KeyringFailed as failed:
            return Resumed(has_token=False, trouble=failed.trouble)
        if token:
            self._gateway.admit(server, token)
        return Resumed(has_token=bool(token))

    async def _former_token(self, server: Server) -> str | None:
        """Return the token that an earlier version kept under another spelling of the server."""
        former = await self._former(server)
        return await self._credentials.read(server, former) if former else None

    async def _former(self, server: Server) -> tuple[str, ...]:
        noted = await self._shelf.find(lambda store: store.former(server.url))
        return tuple(dict.fromkeys((*former_urls(server), *(noted or ()))))

    async def sign_in(self, server: Server, token: str, *, keep: bool) -> SignedIn:
        """Use a token once the server says whose it is, and keep it if wanted.

        Raises Failed; then nothing changed. Cancelled after the server said whose it is, it is too late.
        """
        user = await self._gateway.me(server, token)
        taking = asyncio.get_running_loop().create_task(self._take(server, user, token, keep=keep))
        try:
            return await asyncio.shield(taking)
        except asyncio.CancelledError:
            return await taking

    async def _take(self, server: Server, user: User, token: str, *, keep: bool) -> SignedIn:
        self._turns[server] = self._turns.get(server, 0) + 1
        self._gateway.admit(server, token)
        self._signed_out.discard(server)
        self._users[server] = user.name
        trouble: Trouble | None = None
        try:
            if keep:
                await self._credentials.keep(server, token)
            else:
                trouble = Trouble.NOT_WANTED
                await self._credentials.forget(server, await self._former(server))
        except KeyringFailed as failed:
            trouble = failed.trouble if keep else trouble
        await self._remember(server, user.name)
        return SignedIn(server, user, trouble)

    async def who(self, server: Server) -> User:
        """Ask whom the token in use belongs to. Raises Failed."""
        while True:
            turn = self._turns.get(server)
            user = await self._gateway.me(server)
            if self._turns.get(server) == turn:
                break
        self._users[server] = user.name
        await self._remember(server, user.name)
        return user

    async def user(self, server: Server) -> str:
        """Return whose drafts are shown: who is signed in, else who was last, else whom `me` names."""
        if server in self._users:
            return self._users[server]
        last = await self._shelf.find(lambda store: store.user(server.url))
        if last is not None:
            return last
        with contextlib.suppress(Failed):
            return (await self.who(server)).name
        return ""

    async def used(self) -> tuple[Server, ...]:
        """Return the servers that somebody has signed in to before, as far as the disk can tell."""
        return tuple(map(Server, await self._shelf.find(lambda store: store.used_servers()) or ()))

    async def kept(self) -> tuple[Server, ...]:
        """Return the servers of which drafts or submissions are kept, or that somebody has signed in to."""
        return tuple(map(Server, await self._shelf.find(lambda store: store.kept_servers()) or ()))

    async def has_used(self, server: Server) -> bool:
        """Tell whether somebody has signed in to a server before: it is noted, or the keyring has its token."""
        return server in await self.used() or (await self.resume(server)).has_token

    def is_in(self, server: Server, user: str) -> bool:
        """Tell whether this user is known to be signed in just now."""
        return self._gateway.has_token(server) and self._users.get(server) == user

    async def must_be(self, server: Server, user: str) -> None:
        """See that this user is signed in, asking the server where that is not known. Raises Failed."""
        resumed = await self.resume(server)
        if resumed.has_token and server not in self._users:
            await self.who(server)
        if self._users.get(server) != user:
            raise Failed(Failure(kind=Kind.TOKEN_MISSING, server=server.domain, trouble=resumed.trouble))

    async def sign_out(self, server: Server) -> Trouble | None:
        """Forget the token here and in the keyring; says why the keyring may still have it."""
        self._turns[server] = self._turns.get(server, 0) + 1
        self._gateway.dismiss(server)
        self._signed_out.add(server)
        self._users.pop(server, None)
        try:
            await self._credentials.forget(server, await self._former(server))
        except KeyringFailed as failed:
            return None if failed.trouble is Trouble.NOT_WANTED else failed.trouble
        return None

    async def _remember(self, server: Server, user: str) -> None:
        with contextlib.suppress(StoreFailed):
            await self._shelf.do(lambda store: store.set_user(server.url, user))
