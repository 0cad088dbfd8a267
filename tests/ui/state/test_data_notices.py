"""Sentences about a damaged file of batches."""

import pytest

from caseeditor.domain.local.data_news import DataNews, Salvaged
from caseeditor.ui.state.data_notices import sentences


@pytest.mark.parametrize(
    ("batches", "recovered"),
    [(0, "No batch could be recovered."), (1, "1 batch was recovered."), (3, "3 batches were recovered.")],
)
def test_a_damaged_file_of_batches_is_told_with_their_number(batches: int, recovered: str) -> None:
    news = DataNews(set_aside="/x/batches.sqlite3.corrupt-1", salvaged=Salvaged(batches=batches))
    told = "The file of batches was damaged and set aside as /x/batches.sqlite3.corrupt-1. A new one was created."
    assert list(sentences(news)) == [f"{told} {recovered}"]
