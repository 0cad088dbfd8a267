"""The rows about the agent's view and input, on a real screen."""

from tests.end_to_end.process import Process
from tests.faults.conftest import Mount, Show
from tests.faults.scripts import good, hang, held, stored
from tests.faults.server import COLLEAGUE, FaultyServer
from tests.support.disks import fill_up

NOTE = "llamar mañana"


def test_double_click_enter_held_down_and_click_are_one_post(show: Show, server: FaultyServer, case: int) -> None:
    editor = show(case)
    gate = server.gate()
    server.plan(case, "POST", held(gate, stored(good)))
    editor.set_text("New note", NOTE)
    centre = editor.extents(editor.wait_for("push button", "Submit")).centre
    editor.press(*["ctrl+Return"] * 5)
    editor.desktop.click(*centre, times=2)
    gate.wait()
    editor.press("ctrl+Return")
    editor.desktop.click(*centre)
    gate.open()
    editor.wait_announced("Submitted: stored at")
    editor.press("ctrl+Return")
    editor.wait_announced("Nothing to submit")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


def test_kill_then_the_next_start_shows_the_draft_and_explains_what_was_sent(
    show: Show, server: FaultyServer, case: int
) -> None:
    first = show(case)
    first.focus("New note")
    first.type_text("a medias")
    first.wait_label("saved as a draft at")
    first.kill()
    second = show(case)
    second.wait_text("New note", "a medias")
    server.plan(case, "POST", stored(hang))
    second.press("ctrl+Return")
    server.wait_posts(case, 1)
    second.kill()
    third = show(case)
    third.wait_announced("Submitted: stored at")
    third.wait_status("Submitted: stored at")
    assert third.text("New note") == ""
    assert server.stored(case) == ["a medias"]
    assert len(server.posts_of(case)) == 1


def test_a_full_disk_is_told_beside_submit_nothing_is_posted_and_closing_asks(
    show: Show, mount: Mount, server: FaultyServer, case: int
) -> None:
    disk = mount()
    editor = show(case, data=disk / "data")
    ballast = fill_up(disk)
    editor.set_text("New note", NOTE * 6000)
    editor.wait_label("NOT saved: the disk is full.")
    editor.press("ctrl+Return")
    editor.wait_announced("NOT saved")
    editor.close_window()
    editor.wait_title("NOT saved")
    assert server.posts_of(case) == []
    editor.click("Keep editing")
    ballast.unlink()
    editor.wait_label("saved as a draft at")
    editor.press("ctrl+Return")
    editor.wait_announced("Submitted: stored at")
    assert len(server.posts_of(case)) == 1


def test_a_conflict_is_decided_side_by_side(show: Show, server: FaultyServer, case: int) -> None:
    editor = show(case)
    editor.set_text("Subject", "mine")
    editor.set_text("New note", NOTE)
    server.world.update(case, [("subject", "theirs")], by=COLLEAGUE)
    editor.press("ctrl+Return")
    editor.wait_for("panel", "Conflicts")
    assert [editor.text(name) for name in ("Mine", "Theirs")] == ["mine", "theirs"]
    assert server.posts_of(case) == []
    editor.click("Take theirs", panel="Conflicts")
    editor.click("Submit", panel="Conflicts")
    editor.wait_announced("Submitted: stored at")
    assert server.world.case(case)["subject"] == "theirs"
    assert server.stored(case) == [NOTE]


def test_a_second_start_hands_over_comes_forward_and_leaves(show: Show, server: FaultyServer, case: int) -> None:
    editor = show(case)
    other = server.fresh()
    words = ("--data-dir", editor.home / "data", "--server", server.url, str(other))
    with Process(editor.desktop, *words, home=editor.home) as second:
        assert second.wait_exit() == 0
    editor.wait_title(f"– {other} –")
