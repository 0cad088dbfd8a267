"""Signing in and out: whose token is used, and where it is kept. Lives on the worker's loop."""

import msgspec

from caseeditor.domain.address import Server
from caseeditor.domain.trouble import Trouble
from caseeditor.domain.user import User
from caseeditor.services.credentials import Credentials, KeyringFailed
from caseeditor.services.gateway import Gateway


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
    """The accounts of this start of the program."""

    def __init__(self, gateway: Gateway, credentials: Credentials) -> None:
        self._gateway = gateway
        self._credentials = credentials

    async def resume(self, server: Server) -> Resumed:
        """Use the token that the keyring has for the server, if it has one."""
        if self._gateway.has_token(server):
            return Resumed(has_token=True)
        try:
            token = await self._credentials.read(server)
        except KeyringFailed as failed:
            return Resumed(has_token=False, trouble=failed.trouble)
        if token:
            self._gateway.admit(server, token)
        return Resumed(has_token=bool(token))

    async def sign_in(self, server: Server, token: str, *, keep: bool) -> SignedIn:
        """Use a token once the server says whose it is, and keep it if wanted. Raises Failed; then nothing changed."""
        user = await self._gateway.me(server, token)
        self._gateway.admit(server, token)
        trouble: Trouble | None = None
        try:
            if keep:
                await self._credentials.keep(server, token)
            else:
                trouble = Trouble.NOT_WANTED
                await self._credentials.forget(server)
        except KeyringFailed as failed:
            trouble = failed.trouble if keep else trouble
        return SignedIn(server, user, trouble)

    async def who(self, server: Server) -> User:
        """Ask whom the token in use belongs to. Raises Failed."""
        return await self._gateway.me(server)

    async def sign_out(self, server: Server) -> Trouble | None:
        """Forget the token here and in the keyring; says why the keyring may still have it."""
        self._gateway.dismiss(server)
        try:
            await self._credentials.forget(server)
        except KeyringFailed as failed:
            return None if failed.trouble is Trouble.NOT_WANTED else failed.trouble
        return None
