"""Delivers a submission: the update, then the tags to remove, then a look at what the server holds."""

import msgspec

from caseeditor.domain.address import Server
from caseeditor.domain.case import Case
from caseeditor.domain.changes import Submission
from caseeditor.domain.evidence import Receipt, receipt
from caseeditor.domain.failure import Failed, Failure, Reach
from caseeditor.services.gateway import Gateway


class Delivered(msgspec.Struct, frozen=True):
    """The server took the update. `failure` is of a later step: removing tags, or reading what it holds now.

    `case` and `receipt` are None where that could not be read.
    """

    submission: Submission
    case: Case | None
    receipt: Receipt | None
    failure: Failure | None = None
    tags_removed: bool = True


class Outbox:
    """Lives on the worker's loop."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    async def deliver(self, server: Server, submission: Submission, before: Case) -> Delivered:
        """Deliver a submission once. Raises Failed when the update was not taken, or may not have been (its reach).

        After doubt the case is read once: an update whose every change is seen was taken.
        """
        case: Case | None = None
        if submission.parameters:
            try:
                case = await self._gateway.update_case(server, submission.case_id, submission.parameters)
            except Failed as failed:
                if failed.failure.reach is not Reach.UNKNOWN:
                    raise
                case = await self._seen_after_doubt(server, submission, before)
                if case is None:
                    raise
        failure: Failure | None = None
        tags_removed = not submission.removed_tags
        try:
            if submission.removed_tags:
                case = await self._gateway.remove_tags(server, submission.case_id, submission.removed_tags)
                tags_removed = True
            if case is None:
                case = await self._gateway.read_case(server, submission.case_id)
        except Failed as failed:
            if not submission.parameters and not tags_removed:
                raise
            failure = failed.failure
        return Delivered(submission, case, receipt(submission, before, case) if case else None, failure, tags_removed)

    async def _seen_after_doubt(self, server: Server, submission: Submission, before: Case) -> Case | None:
        try:
            now = await self._gateway.read_case(server, submission.case_id)
        except Failed:
            return None
        return now if receipt(submission, before, now).proves_update else None
