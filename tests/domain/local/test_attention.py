"""The definition of "typing", by an injected clock."""

import pytest

from caseeditor.domain.local.attention import is_under_way, pause_left


@pytest.mark.parametrize(
    ("last_key", "now", "left"), [(None, 5.0, 0.0), (5.0, 5.0, 2.0), (5.0, 6.5, 0.5), (5.0, 7.0, 0.0), (5.0, 90.0, 0.0)]
)
def test_who_typed_counts_as_typing_for_a_pause(last_key: float | None, now: float, left: float) -> None:
    assert pause_left(last_key, now, 2.0) == left


@pytest.mark.parametrize(
    ("last_key", "now", "expected"), [(None, 10.0, False), (5.0, 10.1, True), (5.0, 10.3, False), (5.0, 12.0, False)]
)
def test_a_key_right_as_a_dialog_comes_was_meant_elsewhere(last_key: float | None, now: float, expected: bool) -> None:
    assert is_under_way(last_key, 10.0, now, 0.3) is expected
