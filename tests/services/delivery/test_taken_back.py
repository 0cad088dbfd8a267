"""Submissions taken back while they are being sent."""

import asyncio
from pathlib import Path

import pytest

from caseeditor.domain.delivery.draft import NONE_THERE
from caseeditor.domain.delivery.submission import BackToDraft, State, Submission
from caseeditor.domain.delivery.submission_update import SubmissionUpdate
from caseeditor.services.delivery.outbox import Outbox
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.database import Store
from tests.services.delivery.test_turns import Held, draft, over
from tests.support.submissions import case


def test_one_that_is_taken_back_as_it_goes_out_is_not_said_to_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work(
        outbox: Outbox, held: Held, heard: asyncio.Queue[SubmissionUpdate], _: AsyncDatabase
    ) -> list[object]:
        save, said = Store.save, list[object]()

        def answered(store: Store, submission: Submission) -> None:
            if submission.state is State.SENDING:
                loop.call_soon_threadsafe(lambda: asyncio.ensure_future(outbox.answer(submission, BackToDraft())))
            save(store, submission)

        loop = asyncio.get_running_loop()
        monkeypatch.setattr(Store, "save", answered)
        one = await outbox.submit(draft("one"), case(), NONE_THERE)
        held.go.set()
        while (news := await heard.get()).submission.state.is_open:
            said.append(news.waits_for)
        assert news.submission.number == one.number
        assert news.submission.state is State.DRAFT
        assert held.posted == []
        return said

    assert set(over(tmp_path, work)) == {None}
