"""Saved queues as values."""

import msgspec

from caseeditor.domain.case.search import Filters
from caseeditor.domain.local.saved_queues import LONGEST, MOST, AccountQueues, SavedQueue, queue_name
from caseeditor.domain.local.settings import Settings
from caseeditor.domain.queue.saved import chosen_filters, filters_of, saved_queue


def test_a_saved_queue_has_the_filters_that_were_set() -> None:
    filters = Filters(state="Arrived", source="email")
    queue = saved_queue("Unanswered", filters)
    assert queue.filters == {"state": "Arrived", "source": "email", "order_by": "update_date", "order_dir": "DESC"}
    assert filters_of(queue) == filters


def test_a_parameter_of_a_newer_version_is_ignored() -> None:
    assert filters_of(SavedQueue("x", {"state": "a", "mood": "b"})) == Filters(state="a")


def test_a_queue_of_the_same_name_is_replaced_in_its_place_and_used() -> None:
    one, two = SavedQueue("one"), SavedQueue("two")
    queues = AccountQueues().with_saved(one).with_saved(two)
    assert queues == AccountQueues((one, two), "two")
    new = SavedQueue("one", {"state": "a"})
    assert queues.with_saved(new) == AccountQueues((new, two), "one")
    assert chosen_filters(queues.with_saved(new)) == Filters(state="a")


def test_all_cases_are_shown_once_the_queue_in_use_is_removed() -> None:
    queues = AccountQueues((SavedQueue("one"), SavedQueue("two")), "two")
    assert queues.without("two") == AccountQueues((SavedQueue("one"),), "")
    assert queues.without("one").chosen == "two"
    assert chosen_filters(AccountQueues((), "gone")) == Filters()


def test_filters_change_the_queue_in_use_until_they_are_saved_or_narrow_all_cases() -> None:
    queues = AccountQueues((SavedQueue("one"), SavedQueue("two")), "two")
    changed = queues.with_filters({"state": "a"})
    assert (changed.saved, changed.in_use, changed.is_changed) == (queues.saved, {"state": "a"}, True)
    assert changed.without_changes() == queues
    saved = changed.with_saved(SavedQueue("two", changed.in_use))
    assert saved == AccountQueues((SavedQueue("one"), SavedQueue("two", {"state": "a"})), "two")
    all_cases = AccountQueues((SavedQueue("one"),)).with_filters({"state": "a"})
    assert (all_cases.saved, all_cases.in_use) == ((SavedQueue("one"),), {"state": "a"})
    assert chosen_filters(all_cases) == Filters(state="a")
    assert all_cases.without("one").in_use == {"state": "a"}


def test_no_more_queues_than_the_maximum() -> None:
    queues = AccountQueues(tuple(SavedQueue(str(each)) for each in range(MOST)), "3")
    assert not queues.has_room("new")
    assert queues.has_room("3")
    assert queues.without("3").has_room("new")


def test_a_name_is_one_short_line() -> None:
    assert queue_name("  Unanswered \n email ") == "Unanswered email"
    assert queue_name(" \t") == ""
    assert len(queue_name("x" * 500)) == LONGEST


def test_they_survive_the_settings_file() -> None:
    settings = Settings(queues={"https://a.example name:ana": AccountQueues((SavedQueue("x", {"state": "a"}),), "x")})
    assert msgspec.json.decode(msgspec.json.encode(settings), type=Settings) == settings
