"""Sign-in and sign-out, and the choice of the token in use. Runs on the worker's loop."""

import asyncio
import contextlib
import os
from collections.abc import Callable

import msgspec

from caseeditor.domain.case.reference import Server, former_urls
from caseeditor.domain.case.token import token_fault, trimmed_token
from caseeditor.domain.case.user import User, token_key
from caseeditor.domain.errors.failure import Failure, FailureKind, OperationFailed
from caseeditor.domain.errors.keyring import KeyringProblem
from caseeditor.domain.local.signing_in import Resumed, SignedIn
from caseeditor.domain.local.whose import AccountKnown, moved
from caseeditor.services.accounts import identities
from caseeditor.services.accounts.identities import Learned
from caseeditor.services.accounts.token_store import Credentials, KeyringFailed
from caseeditor.services.api.client import Gateway
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.database import Store, StoreFailed

_SALT = 16
"""Bytes."""


class Accounts:
    """The accounts of this run. Every user has a key; without a name from `me`, it is the token's.

    Followers get an AccountKnown on the loop's thread whenever the owner of a token becomes better known.
    """

    def __init__(self, gateway: Gateway, credentials: Credentials, database: AsyncDatabase) -> None:
        self._gateway = gateway
        self._credentials = credentials
        self._database = database
        self._users: dict[Server, User] = {}
        """Users of the tokens in use, from `me` in this run."""
        self._unkept: set[Server] = set()
        """Servers whose user the disk could not store: data under another key has not moved yet."""
        self._signed_out: set[Server] = set()
        self._turns: dict[Server, int] = {}
        """Sign-in generation per server. Responses from an older generation are discarded."""
        self._resuming: dict[Server, asyncio.Task[Resumed]] = {}
        self._asking: dict[Server, asyncio.Task[User]] = {}
        self._waiting: dict[Server, int] = {}
        self._salt = b""
        self._made_salt = b""
        """Replaces the salt on disk while that cannot be read. No data may stay under a key derived from it."""
        self._keys: dict[tuple[str, str], str] = {}
        self._followers: list[Callable[[AccountKnown], None]] = []

    def follow(self, follower: Callable[[AccountKnown], None]) -> None:
        """Register a callback for news of a token's owner."""
        self._followers.append(follower)

    async def resume(self, server: Server) -> Resumed:
        """Use the keyring's token for the server, if any. After signing out, the keyring is not read.

        Concurrent callers share one reading: each of many cases asks, and the keyring takes one request at a time.
        """
        if self._gateway.has_token(server):
            return Resumed(has_token=True)
        if server in self._signed_out:
            return Resumed(has_token=False)
        if server not in self._resuming:
            reading = self._resuming[server] = asyncio.get_running_loop().create_task(self._read_token(server))
            reading.add_done_callback(lambda _: self._resuming.pop(server))
        return await asyncio.shield(self._resuming[server])

    async def _read_token(self, server: Server) -> Resumed:
        turn, former = self._turns.get(server), await self._former(server)
        try:
            token = await self._credentials.read(server, former)
        except KeyringFailed as failed:
            return Resumed(has_token=self._gateway.has_token(server), trouble=failed.trouble)
        if token and self._turns.get(server) == turn:  # nobody signed in or out meanwhile
            self._gateway.admit(server, token)
        return Resumed(has_token=self._gateway.has_token(server))

    async def _former(self, server: Server) -> tuple[str, ...]:
        noted = await self._database.find(lambda store: store.former(server.url))
        return tuple(dict.fromkeys((*former_urls(server), *(noted or ()))))

    async def sign_in(self, server: Server, token: str, *, keep: bool) -> SignedIn:
        """Use a token once the server has confirmed its user, and store it if wanted. An invalid text is not sent.

        After that confirmation, cancellation has no effect.

        Raises:
            OperationFailed: Nothing has changed.
        """
        token = trimmed_token(token)
        if token_fault(token, server):
            raise OperationFailed(Failure(kind=FailureKind.TOKEN_MISSING, server=server.domain))
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
        self._users.pop(server, None)
        user = await self._learn(server, user)
        trouble: KeyringProblem | None = None
        try:
            if keep:
                await self._credentials.keep(server, token)
            else:
                trouble = KeyringProblem.NOT_WANTED
                await self._credentials.forget(server, await self._former(server))
        except KeyringFailed as failed:
            trouble = failed.trouble if keep else trouble
        return SignedIn(server, user, trouble)

    def turn(self, server: Server) -> int:
        """Return a number that changes whenever somebody signs in or out."""
        return self._turns.get(server, 0)

    async def who(self, server: Server) -> User:
        """Ask for the user of the token in use; concurrent callers share one request.

        Raises:
            OperationFailed: The request failed.
        """
        asking = self._asking.get(server)
        if asking is None or asking.done():
            asking = self._asking[server] = asyncio.get_running_loop().create_task(self._ask(server))
        self._waiting[server] = self._waiting.get(server, 0) + 1
        try:
            return await asyncio.shield(asking)
        finally:
            self._waiting[server] -= 1
            if not self._waiting[server]:
                del self._asking[server]  # cancellation takes a while; new callers must not share it
                asking.cancel()

    async def _ask(self, server: Server) -> User:
        while True:
            turn = self._turns.get(server)
            user = await self._gateway.me(server)
            if self._turns.get(server) == turn:
                return await self._learn(server, user)

    async def user(self, server: Server) -> User:
        """Return the user whose drafts are shown: the signed-in one, otherwise the known owner of the token, or `me`.

        The server is asked only if the owner is unknown on this computer. If the owner cannot be determined, the token
        stands for its user.
        """
        if server in self._users:
            return self._users[server]
        presumed = await self.presumed(server)
        if not (presumed.is_named or presumed.logged_in) and self._gateway.has_token(server):
            with contextlib.suppress(OperationFailed):
                return await self.who(server)
        return presumed

    async def presumed(self, server: Server) -> User:
        """Return the user whose drafts are shown, without asking the server."""
        if server in self._users:
            return self._users[server]
        digest = await self._digest(server)
        if not digest:
            last = await self._database.find(lambda store: store.user(server.url))
            return await self._account(server, last) if last else User()
        found = await self._database.find(lambda store: identities.presume(store, server.url, digest))
        return found or User(key=token_key(digest))

    async def used(self) -> tuple[Server, ...]:
        """Return the servers with earlier sign-ins, none if the disk cannot be read."""
        return tuple(map(Server, await self._database.find(lambda store: store.used_servers()) or ()))

    async def kept(self) -> tuple[Server, ...]:
        """Return the servers with stored drafts or submissions, or with earlier sign-ins."""
        return tuple(map(Server, await self._database.find(lambda store: store.kept_servers()) or ()))

    async def has_used(self, server: Server) -> bool:
        """Check for an earlier sign-in to a server, recorded on disk or by a token in the keyring."""
        return server in await self.used() or (await self.resume(server)).has_token

    def is_in(self, server: Server, key: str) -> bool:
        """Check, without a request, that the user of an account is signed in."""
        user = self._users.get(server)
        return self._gateway.has_token(server) and user is not None and user.key == self._key_of(server, key)

    async def must_be(self, server: Server, key: str) -> User:
        """Require the user of an account to be signed in, asking the server if unknown.

        Raises:
            OperationFailed: Another user or nobody is signed in, or the request failed.
        """
        resumed = await self.resume(server)
        if resumed.has_token and server not in self._users:
            await self.who(server)
        user = self._users.get(server)
        if user and server in self._unkept:
            user = await self._learn(server, user)
        if user is None or user.key != self._key_of(server, key):
            raise OperationFailed(
                Failure(kind=FailureKind.TOKEN_MISSING, server=server.domain, trouble=resumed.trouble)
            )
        return user

    async def kept_key(self, server: Server, key: str) -> str:
        """Return the key under which an account's data is stored; retry if the disk has not recorded it."""
        user = self._users.get(server)
        if user and server in self._unkept:
            await self._learn(server, user)
        return self._key_of(server, key)

    async def sign_out(self, server: Server) -> KeyringProblem | None:
        """Forget the token here and in the keyring; return the reason if the keyring may still have it."""
        self._turns[server] = self._turns.get(server, 0) + 1
        self._gateway.dismiss(server)
        self._signed_out.add(server)
        self._users.pop(server, None)
        try:
            await self._credentials.forget(server, await self._former(server))
        except KeyringFailed as failed:
            return None if failed.trouble is KeyringProblem.NOT_WANTED else failed.trouble
        return None

    async def claim(self, server: Server, other: str) -> None:
        """Move an account's data to the signed-in user, who confirmed having typed it.

        Raises:
            OperationFailed: Nobody is signed in, or the disk failed.
        """
        user = self._users.get(server)
        if user is None:
            raise OperationFailed(Failure(kind=FailureKind.TOKEN_MISSING, server=server.domain))
        learned = await self._database.do(lambda store: identities.claim(store, server.url, other, user))
        self._tell(server, learned)

    def signed_in(self, server: Server) -> User | None:
        """Return the signed-in user, None if unknown."""
        return self._users.get(server) if self._gateway.has_token(server) else None

    # Knowledge about users.

    async def _learn(self, server: Server, user: User) -> User:
        """Record the user of the token in use, and move the user's data. After a disk failure, later calls retry."""
        turn, digest = self._turns.get(server), await self._digest(server)
        made = token_key(self._gateway.digest(server, self._made_salt)) if self._made_salt else ""
        if user.key in ("", made):
            user = msgspec.structs.replace(user, key=token_key(digest))
        learned, is_kept = Learned(user, (token_key(digest),), ()), False
        with contextlib.suppress(StoreFailed):
            learned = await self._database.do(lambda store: _learned(store, server.url, digest, user, made))
            is_kept = True
        if self._turns.get(server) != turn or not self._gateway.has_token(server):
            return learned.user  # somebody signed in or out meanwhile
        (self._unkept.discard if is_kept else self._unkept.add)(server)
        self._tell(server, learned)
        return learned.user

    def _tell(self, server: Server, learned: Learned) -> None:
        self._users[server] = learned.user
        self._keys = moved(self._keys, server.url, learned.was, learned.user.key)
        for follower in self._followers:
            follower(AccountKnown(server, learned.user, learned.was, learned.drafts))

    async def _digest(self, server: Server) -> str:
        """Return the digest of the token in use. While the disk cannot be read, it is valid for this run only."""
        self._salt = self._salt or await self._database.find(identities.read_salt) or b""
        if not self._salt:
            self._made_salt = self._made_salt or os.urandom(_SALT)
        return self._gateway.digest(server, self._salt or self._made_salt)

    async def _account(self, server: Server, key: str) -> User:
        found = await self._database.find(lambda store: identities.account(store, server.url, key))
        return found or User(key=key)

    def _key_of(self, server: Server, key: str) -> str:
        return self._keys.get((server.url, key), key)


def _learned(store: Store, server: str, digest: str, user: User, made: str) -> Learned:
    """Store the owner of a token; `made` is the key that replaced it while the disk could not be read, '' for none."""
    learned = identities.learn(store, server, digest, user)
    if not made or made == learned.user.key:
        return learned
    moved = identities.claim(store, server, made, learned.user)
    return Learned(learned.user, (*learned.was, made), (*learned.drafts, *moved.drafts))
