"""The parts of the service for batches, put together."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from caseeditor.domain.batch.news import BatchNews
from caseeditor.domain.batch.policy import policy_of
from caseeditor.domain.batch.row_memory import SharedParts
from caseeditor.services.batch.reading import BatchReading
from caseeditor.services.batch.runner import BatchRunner
from caseeditor.services.batch.service import BatchService
from caseeditor.services.storage.batch.batches import Batches

if TYPE_CHECKING:
    from caseeditor.domain.local.settings import Settings
    from caseeditor.domain.timeouts import Timing
    from caseeditor.runtime.executors import BlockingExecutor
    from caseeditor.services.accounts.accounts import Accounts
    from caseeditor.services.api.client import Gateway
    from caseeditor.services.api.traffic import Traffic
    from caseeditor.services.delivery.outbox import Outbox
    from caseeditor.services.storage.async_database import AsyncDatabase


def make_batch_service(  # noqa: PLR0913 - all that it is made of
    *,
    database: "AsyncDatabase",
    outbox: "Outbox",
    gateway: "Gateway",
    accounts: "Accounts",
    traffic: "Traffic",
    timing: "Timing",
    disk: "BlockingExecutor",
    tell: Callable[[object], None],
    settings: "Settings",
) -> BatchService:
    """Put the service together. `tell` gets BatchNews."""
    batches, parts, policy = Batches(database), SharedParts(), policy_of(settings)

    def tell_shown(news: BatchNews) -> None:
        tell(msgspec.structs.replace(news, rows=tuple(map(parts.shown, news.rows))))

    runner = BatchRunner(
        batches=batches,
        database=database,
        outbox=outbox,
        accounts=accounts,
        traffic=traffic,
        timing=timing,
        tell=tell_shown,
        now=_now,
        policy=policy,
    )
    reading = BatchReading(
        batches=batches,
        database=database,
        outbox=outbox,
        gateway=gateway,
        accounts=accounts,
        traffic=traffic,
        timing=timing,
        tell=tell_shown,
        most_rows=policy.most_rows,
    )
    return BatchService(
        batches=batches,
        reading=reading,
        runner=runner,
        accounts=accounts,
        disk=disk,
        tell=tell_shown,
        now=_now,
        policy=policy,
    )


def _now() -> int:
    return time.time_ns() // 1_000_000
