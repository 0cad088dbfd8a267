"""A second start on the same data folder: the first opens what it was asked for, and loses nothing by it."""

from pathlib import Path

from tests.end_to_end.bench import SUBJECT, TOKEN, Bench
from tests.end_to_end.conftest import QUICK, StartProgram
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Program
from tests.end_to_end.rig import Rig


def again(desktop: Desktop, bench: Bench, *args: str) -> Program:
    """Start it once more where the bench's program runs."""
    return Program(desktop, *args, home=bench.editor.home, command=QUICK)


def test_a_second_start_hands_its_cases_over_and_ends(desktop: Desktop, bench: Bench) -> None:
    with again(desktop, bench, "6001", f"{bench.rig.url}/case/6002") as second:
        assert second.wait_exit(3) == 0
        assert second.output() == ""
    bench.editor.wait_title("Subject of 6002 – 6002 –")
    bench.editor.press("ctrl+w")
    bench.editor.wait_title("Subject of 6001 – 6001 –")
    bench.goes_on()


def test_two_starts_meet_whatever_their_runtime_folders_are(desktop: Desktop, bench: Bench, tmp_path: Path) -> None:
    env = {"XDG_RUNTIME_DIR": str(tmp_path), "TMPDIR": str(tmp_path)}
    with Program(desktop, "6004", home=bench.editor.home, command=QUICK, env=env) as second:
        assert second.wait_exit(3) == 0
    bench.editor.wait_title("Subject of 6004 – 6004 –")
    bench.goes_on()


def test_a_second_start_without_a_case_just_ends(desktop: Desktop, bench: Bench) -> None:
    with again(desktop, bench) as second:
        assert second.wait_exit(3) == 0
        assert second.output() == ""
    bench.goes_on(tabs=0)


def test_a_second_start_with_the_case_that_is_open_shows_it_as_it_is(desktop: Desktop, bench: Bench) -> None:
    bench.editor.open_case("6003")
    bench.editor.wait_title("– 6003 –")
    heard = bench.rig.heard.count("GET case/7")
    with again(desktop, bench, "7") as second:
        assert second.wait_exit(3) == 0
    bench.editor.wait_title(f"{SUBJECT} – 7 –")
    assert bench.rig.heard.count("GET case/7") == heard
    bench.editor.press("ctrl+Next")
    bench.editor.wait_title("– 6003 –")
    bench.goes_on()


def test_what_a_second_start_names_that_is_no_case_is_said_in_the_first(desktop: Desktop, bench: Bench) -> None:
    before = bench.editor.times_announced("This is no case id")
    with again(desktop, bench, "dos") as second:
        assert second.wait_exit(3) == 0
    bench.editor.wait_announced("This is no case id", times=before + 1)
    bench.goes_on(tabs=0)


def test_another_data_folder_is_another_program(desktop: Desktop, program: StartProgram, home: Path) -> None:
    with Rig() as rig:
        desktop.store_secret("caseeditor", rig.url, TOKEN)
        first = program("--server", rig.url, "203", "--data-dir", home / "one", command=QUICK)
        first.wait_title("– 203 –")
        second = program("--server", rig.url, "204", "--data-dir", home / "two", command=QUICK)
        second.wait_title("– 204 –")
        assert not any("204" in title for title in first.titles())
        assert second.running
