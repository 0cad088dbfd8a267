"""What is taken back just as it goes out."""

import asyncio
from pathlib import Path

import pytest

from caseeditor.domain.delivery.draft import NONE_THERE
from caseeditor.domain.delivery.submission import BackToDraft, Parcel, State
from caseeditor.services.delivery.case_run import News
from caseeditor.services.delivery.outbox import Outbox
from caseeditor.services.storage.async_database import Shelf
from caseeditor.services.storage.database import Store
from tests.domain.parcels import case
from tests.services.test_turns import Held, draft, over


def test_one_that_is_taken_back_as_it_goes_out_is_not_said_to_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work(outbox: Outbox, held: Held, heard: asyncio.Queue[News], _: Shelf) -> list[object]:
        save, said = Store.save, list[object]()

        def answered(store: Store, parcel: Parcel) -> None:
            if parcel.state is State.SENDING:
                loop.call_soon_threadsafe(lambda: asyncio.ensure_future(outbox.answer(parcel, BackToDraft())))
            save(store, parcel)

        loop = asyncio.get_running_loop()
        monkeypatch.setattr(Store, "save", answered)
        one = await outbox.submit(draft("one"), case(), NONE_THERE)
        held.go.set()
        while (news := await heard.get()).parcel.state.is_open:
            said.append(news.waits_for)
        assert news.parcel.number == one.number
        assert news.parcel.state is State.DRAFT
        assert held.posted == []
        return said

    assert set(over(tmp_path, work)) == {None}
