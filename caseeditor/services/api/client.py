"""HTTP client for the Social Gateway API v2. Grades of certainty are in API.md. Runs on the worker's loop.

The only module that imports httpx.
"""

import asyncio
import hashlib
import logging
import time
from collections.abc import Callable, Mapping
from functools import partial
from http import HTTPStatus
from http.cookiejar import DefaultCookiePolicy
from typing import Any, TypeVar
from urllib.parse import urlencode

import httpcore
import httpx
import msgspec

from caseeditor import __version__
from caseeditor.domain.case.contact_search import FoundContact, read_contacts
from caseeditor.domain.case.conversation import FIRST, CaseMessage, Dated, dated, in_order, read_messages
from caseeditor.domain.case.model import Answer, Case, read_answer, read_list
from caseeditor.domain.case.raw_json import NotJSONError
from caseeditor.domain.case.reference import Server
from caseeditor.domain.case.user import User, read_user
from caseeditor.domain.delivery.snapshot import Reading
from caseeditor.domain.editing.changes import Parameters
from caseeditor.domain.errors.failure import Failure, FailureKind, OperationFailed, RequestReach
from caseeditor.domain.timeouts import Timing
from caseeditor.services.api import responses, transport
from caseeditor.services.api.freshness import Freshness
from caseeditor.services.api.traffic import Traffic
from caseeditor.services.log.redaction import Secrets

T = TypeVar("T")
log = logging.getLogger(__name__)

_UNSENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
    httpx.LocalProtocolError,
)
_AT_ONCE = 50
"""Messages that are decoded between two looks at the clock."""
_TURN, _PAUSE = 0.004, 0.001
"""Seconds of decoding, and of a pause in which the window's thread gets Python's lock.

5,000 messages in one go made the largest case wait 40 ms, since each card that it places asks for the lock.
"""
_IDLE = 20
"""Idle connections kept for reuse."""
_FRESH = {"Cache-Control": "no-cache", "Pragma": "no-cache"}
"""Asks caches to revalidate with the server."""


class _Call(msgspec.Struct, frozen=True):
    """One call. `token` is only set if it differs from the account's."""

    server: Server
    method: str
    path: str
    parameters: Parameters = ()
    token: str = ""
    is_anonymous: bool = False

    @property
    def doubt(self) -> RequestReach:
        """The reach if the answer is lost or unreadable: an update may have been stored."""
        return RequestReach.UNKNOWN if self.method == "POST" else RequestReach.ANSWERED


class _Progress:
    """Tracks whether a request has begun to leave. Before its first byte, it cannot have been stored."""

    def __init__(self) -> None:
        self.has_begun = False

    async def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Follow httpcore's trace events; a proxy's CONNECT does not count."""
        if event == "http11.send_request_headers.started":
            self.has_begun = info["request"].method != b"CONNECT"
        elif event == "http11.send_request_headers.failed" and isinstance(info["exception"], httpcore.WriteError):
            self.has_begun = False  # the connection was already dead


class _Got(msgspec.Struct, frozen=True):
    """A good answer. `date` is its Date (s since the epoch, 0 if missing)."""

    body: bytes
    date: int
    is_stale: bool


def _failure(server: Server, kind: FailureKind, status: int = 0, reach: RequestReach = RequestReach.UNSENT) -> Failure:
    return Failure(kind=kind, server=server.domain, status=status, reach=reach)


class Gateway:
    """All calls for all servers. A call raises only OperationFailed and asyncio.CancelledError.

    Tokens enter by `admit` and leave by `dismiss`; no method returns them. `traffic` is notified of servers that answer
    or ask for a pause.
    """

    def __init__(
        self,
        *,
        timing: Timing,
        secrets: Secrets,
        proxy: str = "",
        plain_http: bool = False,
        traffic: Traffic | None = None,
    ) -> None:
        self._timing = timing
        self._secrets = secrets
        self._proxy = proxy
        self._plain_http = plain_http
        self._tokens: dict[Server, str] = {}
        self._clients: dict[Server, httpx.AsyncClient] = {}
        self._under_way: dict[tuple[Server, str, str], _Progress] = {}
        """The running calls, by server, method and path."""
        self._freshness = Freshness()
        self._traffic = traffic or Traffic(timing)

    def admit(self, server: Server, token: str) -> None:
        """Use this token from now on. Calls that were held back for the former one are tried again."""
        self._secrets.add(token)
        self._tokens[server] = token
        self._traffic.free(server.url)

    def dismiss(self, server: Server) -> None:
        self._tokens.pop(server, None)

    def has_token(self, server: Server) -> bool:
        return server in self._tokens

    def digest(self, server: Server, salt: bytes, token: str = "") -> str:
        """Return a one-way digest of a token (default: the one in use), '' without a token."""
        token = token or self._tokens.get(server, "")
        return (
            hashlib.blake2b(token.encode(errors="surrogatepass"), key=salt, digest_size=16).hexdigest() if token else ""
        )

    async def me(self, server: Server, token: str = "") -> User:
        """Return the user of a token (default: the one in use), before it is stored or used (GET me, certainty B).

        The server also answers 200 without a login, so that counts as a rejected token.
        """
        self._secrets.add(token)
        try:
            body = await self._call(_Call(server, "GET", "me", token=token))
        except OperationFailed as failed:
            if failed.failure.kind is FailureKind.NOT_FOUND:  # the address is not a Social Gateway
                raise OperationFailed(_failure(server, FailureKind.NOT_THE_API, HTTPStatus.NOT_FOUND)) from None
            raise
        user = self._decoded(server, lambda: read_user(body))
        if not user.logged_in:
            words = self._fit(user.words)
            raise OperationFailed(
                Failure(kind=FailureKind.TOKEN_REFUSED, server=server.domain, reach=RequestReach.ANSWERED, words=words)
            )
        return user

    async def greet(self, server: Server) -> None:
        """Check that the address is a Social Gateway (GET me without a token, B). Raises OperationFailed."""
        try:
            body = await self._call(_Call(server, "GET", "me", is_anonymous=True))
        except OperationFailed as failed:
            if failed.failure.kind is FailureKind.TOKEN_REFUSED:
                return
            raise
        self._decoded(server, lambda: read_user(body))

    async def read_case(self, server: Server, case_id: str) -> Reading:
        """Read a case (GET case/ID, B), with the answer's time by the server's clock."""
        got = await self._dated_call(_Call(server, "GET", f"case/{case_id}"))
        answer = self._answer(server, got.body, case_id, takes_items=True)
        if answer.case is None:
            raise OperationFailed(self._unclear(server, answer, RequestReach.ANSWERED))
        if answer.case.id != case_id:
            raise OperationFailed(_failure(server, FailureKind.OTHER_CASE, HTTPStatus.OK, RequestReach.ANSWERED))
        self._traffic.note(server.url, None)
        return Reading(answer.case, 0 if got.is_stale else got.date, got.is_stale)

    async def read_messages(self, server: Server, case_id: str) -> tuple[CaseMessage, ...]:
        """Read a case's messages, newest last (GET case/ID/messages, B). Not every server supports it."""
        body = await self._call(_Call(server, "GET", f"case/{case_id}/messages"))
        answer = self._decoded(server, lambda: read_messages(body))
        if answer.success is False and not answer.items:
            raise OperationFailed(self._refused(server, answer.words))
        messages, began = list[Dated](), time.monotonic()
        for start in range(0, len(answer.items), _AT_ONCE):
            if time.monotonic() - began > _TURN:
                await asyncio.sleep(_PAUSE)
                began = time.monotonic()
            items, last = answer.items[start : start + _AT_ONCE], messages[-1][0] if messages else FIRST
            messages += self._decoded(server, partial(dated, items, last))
        return in_order(messages)

    async def search(self, server: Server, parameters: Parameters) -> tuple[tuple[Case, ...], int | None]:
        """Search cases (GET case, B); return them with the total, None if the server omits it."""
        body = await self._searched(_Call(server, "GET", "case", parameters))
        answer = self._decoded(server, lambda: read_list(body))
        if answer.success is False and not answer.cases:
            raise OperationFailed(self._refused(server, answer.words))
        return answer.cases, answer.total

    async def find_contacts(self, server: Server, name: str, count: int) -> tuple[FoundContact, ...]:
        """Search contacts by their name (GET contact, B)."""
        parameters = (("name", name), ("index", "0"), ("count", str(count)))
        body = await self._searched(_Call(server, "GET", "contact", parameters))
        answer = self._decoded(server, lambda: read_contacts(body))
        if answer.success is False and not answer.contacts:
            raise OperationFailed(self._refused(server, answer.words))
        return answer.contacts

    async def _searched(self, call: _Call) -> bytes:
        """Make a call for a list. Not found is a rejection: a search does not request a particular case."""
        try:
            return await self._call(call)
        except OperationFailed as failed:
            if failed.failure.kind is FailureKind.NOT_FOUND:
                raise OperationFailed(msgspec.structs.replace(failed.failure, kind=FailureKind.REFUSED)) from None
            raise

    async def update_case(self, server: Server, case_id: str, parameters: Parameters) -> Case | None:
        """Update a case (POST case/ID, update-case.txt). Returns None if the answer has no case and it must be read.

        The id is always in the path: an update without an id would create a case.
        """
        body = await self._call(_Call(server, "POST", f"case/{case_id}", parameters))
        return self._updated(server, case_id, body)

    def is_connecting(self, server: Server, case_id: str) -> bool:
        """Check for an update of a case that is running but has not sent a byte."""
        progress = self._under_way.get((server, "POST", f"case/{case_id}"))
        return progress is not None and not progress.has_begun

    async def remove_tags(self, server: Server, case_id: str, tags: tuple[str, ...]) -> Case | None:
        """Remove tags from a case (POST case/ID/tags, B). Idempotent."""
        parameters = tuple(("remove", tag) for tag in tags)
        body = await self._call(_Call(server, "POST", f"case/{case_id}/tags", parameters))
        return self._updated(server, case_id, body)

    async def close(self) -> None:
        for client in self._clients.values():
            await client.aclose()
        self._clients.clear()

    # Conversion of answers.

    def _updated(self, server: Server, case_id: str, body: bytes) -> Case | None:
        """Return the case in the answer to an update. After an ambiguous answer, it may have been stored."""
        try:
            answer = self._answer(server, body, case_id)
        except OperationFailed as failed:
            # a proxy may have answered for a server that stored the update
            if failed.failure.kind is FailureKind.NOT_THE_API:
                raise OperationFailed(
                    _failure(server, FailureKind.NOT_THE_API, HTTPStatus.OK, RequestReach.UNKNOWN)
                ) from None
            raise
        if answer.case_id not in ("", case_id) or (answer.case is not None and answer.case.id != case_id):
            raise OperationFailed(_failure(server, FailureKind.OTHER_CASE, HTTPStatus.OK, RequestReach.UNKNOWN))
        # the answer has both a case and an error; in a bare case without words, `success` may be an attribute
        is_denied = answer.success is False and (answer.words or not answer.is_bare)
        if is_denied or (answer.case is None and answer.success is None):
            raise OperationFailed(self._unclear(server, answer, RequestReach.UNKNOWN))
        return answer.case

    def _answer(self, server: Server, body: bytes, case_id: str, *, takes_items: bool = False) -> Answer:
        """Decode an answer. `success: false` is a rejection, unless the requested case is there."""
        answer = self._decoded(server, lambda: read_answer(body, case_id, takes_items=takes_items))
        is_case = answer.case is not None and answer.case.id == case_id
        if answer.success is False and not is_case:
            raise OperationFailed(self._refused(server, answer.words))
        return answer

    def _unclear(self, server: Server, answer: Answer, reach: RequestReach) -> Failure:
        """Make a failure of a JSON answer that has neither a case nor a usable `success`."""
        said = self._fit(answer.words)
        says_neither = answer.says_success and answer.success is not True and bool(said)
        is_denied = answer.success is False and answer.case is not None
        kind = FailureKind.UNCLEAR if says_neither or is_denied else FailureKind.NOT_THE_API
        return Failure(kind=kind, server=server.domain, reach=reach, status=HTTPStatus.OK, words=said)

    def _refused(self, server: Server, words: str) -> Failure:
        said = self._fit(words)
        return Failure(
            kind=FailureKind.REFUSED, server=server.domain, reach=RequestReach.ANSWERED, status=200, words=said
        )

    def _decoded(self, server: Server, read: Callable[[], T]) -> T:
        try:
            return read()
        except NotJSONError:
            raise OperationFailed(
                _failure(server, FailureKind.NOT_THE_API, HTTPStatus.OK, RequestReach.ANSWERED)
            ) from None

    # The calls themselves.

    async def _call(self, call: _Call) -> bytes:
        return (await self._dated_call(call)).body

    async def _dated_call(self, call: _Call) -> _Got:
        """Make a call. Raises OperationFailed for any status but 200.

        Any failure before the first byte is UNSENT. Cancelling an update at that stage raises OperationFailed as well.
        """
        server = call.server
        if server.is_plain and not (server.is_loopback or self._plain_http):
            raise OperationFailed(_failure(server, FailureKind.PLAIN_HTTP))
        try:
            request = self._request(call)
        except (httpx.InvalidURL, UnicodeError) as error:  # an invalid host name, or a lone surrogate
            kind = FailureKind.INTERNAL if isinstance(error, UnicodeEncodeError) else FailureKind.UNREACHABLE
            raise OperationFailed(_failure(server, kind)) from None
        deadline = self._timing.updating if call.method == "POST" else self._timing.reading
        status, progress, loop = 0, _Progress(), asyncio.get_running_loop()
        request.extensions["trace"] = progress.trace
        least = self._freshness.least(server.url, loop.time())
        self._under_way[server, call.method, call.path] = progress
        try:
            async with asyncio.timeout(deadline):
                response = await self._client(server).send(request, stream=True)
                status = response.status_code
                try:
                    body = await responses.whole_body(response.headers, response.aiter_raw())
                finally:
                    await response.aclose()
        except responses.UnacceptableError as error:
            raise OperationFailed(_failure(server, error.kind, status, call.doubt)) from None
        except asyncio.CancelledError:
            if progress.has_begun or call.method == "GET":
                raise
            raise OperationFailed(_failure(server, FailureKind.STOPPED)) from None
        except (httpx.HTTPError, httpx.StreamError, OSError, ValueError) as error:
            log.info("%s %s: %s", call.method, call.path, type(error).__name__)
            if isinstance(error, _UNSENT) or not progress.has_begun:
                kind = FailureKind.UNTRUSTED if transport.is_distrust(error) else FailureKind.UNREACHABLE
                raise OperationFailed(_failure(server, kind)) from None
            kind = FailureKind.SLOW if isinstance(error, TimeoutError) else FailureKind.DROPPED
            raise OperationFailed(_failure(server, kind, status, call.doubt)) from None
        finally:
            self._under_way.pop((server, call.method, call.path), None)
        log.info("%s %s: %d, %d bytes", call.method, call.path, status, len(body))
        if status != HTTPStatus.OK:
            failure = self._status_failure(call, response, body)
            if failure.retry_after:
                self._traffic.note(server.url, failure)
            raise OperationFailed(failure)
        is_stale = self._freshness.is_stale(server.url, call.path, response.headers, least, loop.time())
        return _Got(body, responses.date_of(response.headers.get("Date", "")), is_stale)

    def _request(self, call: _Call) -> httpx.Request:
        parameters = call.parameters
        if not call.is_anonymous:
            token = call.token or self._tokens.get(call.server)
            if not token:
                raise OperationFailed(_failure(call.server, FailureKind.TOKEN_MISSING))
            # First, because servers may drop parameters beyond a limit, and the token must not be lost.
            parameters = (("access_token", token), *parameters)
        encoded = urlencode(parameters)
        url = f"{call.server.url}/api/v2/{call.path}"
        client = self._client(call.server)
        if call.method == "GET":
            return client.build_request("GET", f"{url}?{encoded}", headers=_FRESH)
        headers = {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}
        return client.build_request(call.method, url, content=encoded.encode(), headers=headers)

    def _client(self, server: Server) -> httpx.AsyncClient:
        """Return the server's client, created on first use. An invalid proxy or CA setting fails here."""
        client = self._clients.get(server)
        if client is None:
            try:
                client = httpx.AsyncClient(
                    verify=transport.empty_context() if server.is_plain else transport.system_context(),
                    proxy=transport.proxy_for(server, self._proxy),
                    trust_env=False,
                    follow_redirects=False,
                    # The total deadline of each call is in _dated_call; httpx's timeouts are per read.
                    timeout=httpx.Timeout(None, connect=self._timing.connecting),
                    # Traffic limits the number of concurrent calls, so no call waits for a connection.
                    limits=httpx.Limits(max_connections=None, max_keepalive_connections=_IDLE),
                    headers={"User-Agent": f"CaseEditor/{__version__}", "Accept-Encoding": "identity"},
                )
            except (ValueError, TypeError, OSError, ImportError, httpx.InvalidURL):
                raise OperationFailed(_failure(server, FailureKind.CONNECTION_SETTINGS)) from None
            # A session cookie would keep identifying the first user, whichever token follows.
            client.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))
            self._clients[server] = client
        return client

    def _fit(self, words: str) -> str:
        """Clean up a server's text for display, redacting before truncation, which might hide a secret."""
        return responses.clean(self._secrets.mask(words))

    def _status_failure(self, call: _Call, response: httpx.Response, body: bytes) -> Failure:
        status = response.status_code
        kind = responses.kind_of(status)
        words = responses.words_of(body, response.extensions.get("reason_phrase", b""), status)
        if kind is FailureKind.REDIRECTED:
            words = response.headers.get("Location", "").partition("?")[0]
        return Failure(
            kind=kind,
            server=call.server.domain,
            reach=RequestReach.ANSWERED if responses.is_decided(kind) else call.doubt,
            status=status,
            words=self._fit(words),
            retry_after=responses.retry_after(response.headers.get("Retry-After", "")),
        )
