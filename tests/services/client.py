"""A gateway for tests: each call has its own loop and connections."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import pytest

from caseeditor.domain.case.model import Case
from caseeditor.domain.case.reference import Server
from caseeditor.domain.errors.failure import Failure, OperationFailed
from caseeditor.domain.timeouts import Timing
from caseeditor.services.api.client import Gateway
from caseeditor.services.log.redaction import Secrets

T = TypeVar("T")

TOKEN = "tök/en+1 2&3=%"  # noqa: S105 - opens nothing; its letters need quoting wherever it goes
TYPED = "to/ken+1-2&3=%"  # as an agent may paste it; opens nothing either
PATIENT = Timing()
HASTY = Timing(reading=0.3, updating=0.3)
NOTE = (("note", "hola"),)


def run(
    work: Callable[[Gateway], Awaitable[T]],
    url: str,
    *,
    token: str = TOKEN,
    timing: Timing = PATIENT,
    proxy: str | None = None,
) -> T:
    """Run a coroutine over a gateway with a token. With a proxy (also ''), plain http is allowed beyond loopback."""

    async def main() -> T:
        gateway = Gateway(timing=timing, secrets=Secrets(), proxy=proxy or "", plain_http=proxy is not None)
        gateway.admit(Server(url), token)
        try:
            return await work(gateway)
        finally:
            await gateway.close()

    return asyncio.run(main())


def read(url: str, *, timing: Timing = PATIENT, token: str = TOKEN) -> Case:
    return run(lambda gateway: gateway.read_case(Server(url), "203"), url, timing=timing, token=token).case


def update(url: str, *, timing: Timing = PATIENT, token: str = TOKEN) -> Case | None:
    return run(lambda gateway: gateway.update_case(Server(url), "203", NOTE), url, timing=timing, token=token)


def why(call: Callable[[], object]) -> Failure:
    """Return the failure of a call; it must raise OperationFailed."""
    with pytest.raises(OperationFailed) as raised:
        call()
    return raised.value.failure


def why_not_read(url: str, *, timing: Timing = PATIENT, token: str = TOKEN) -> Failure:
    return why(lambda: read(url, timing=timing, token=token))


def why_not_updated(url: str, *, timing: Timing = PATIENT, token: str = TOKEN) -> Failure:
    return why(lambda: update(url, timing=timing, token=token))
