"""A short soak; a long one is `python -m tests.faults.soak --rounds N --seed S`."""

from tests.faults.soak import run


def test_nothing_is_lost_nothing_is_stored_twice_and_the_token_is_in_no_file() -> None:
    assert run(rounds=60, seed=5).startswith("soak ok")
