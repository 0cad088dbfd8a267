"""A second start on the same data folder: the first program opens the requested cases and loses nothing."""

from pathlib import Path

from tests.end_to_end.conftest import QUICK, StartProgram
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Program
from tests.end_to_end.typed_case_fixture import SUBJECT, TOKEN, TypedCaseFixture
from tests.support.http_stub import HttpStub


def again(desktop: Desktop, typed_case: TypedCaseFixture, *args: str) -> Program:
    """Start the program again beside the first one."""
    return Program(desktop, *args, home=typed_case.editor.home, command=QUICK)


def test_a_second_start_hands_its_cases_over_and_ends(desktop: Desktop, typed_case: TypedCaseFixture) -> None:
    with again(desktop, typed_case, "6001", f"{typed_case.stub.url}/case/6002") as second:
        assert second.wait_exit(3) == 0
        assert second.output() == ""
    typed_case.editor.wait_title("Subject of 6002 – 6002 –")
    typed_case.editor.press("ctrl+w")
    typed_case.editor.wait_title("Subject of 6001 – 6001 –")
    typed_case.goes_on()


def test_two_starts_meet_whatever_their_runtime_folders_are(
    desktop: Desktop, typed_case: TypedCaseFixture, tmp_path: Path
) -> None:
    env = {"XDG_RUNTIME_DIR": str(tmp_path), "TMPDIR": str(tmp_path)}
    with Program(desktop, "6004", home=typed_case.editor.home, command=QUICK, env=env) as second:
        assert second.wait_exit(3) == 0
    typed_case.editor.wait_title("Subject of 6004 – 6004 –")
    typed_case.goes_on()


def test_a_second_start_without_a_case_just_ends(desktop: Desktop, typed_case: TypedCaseFixture) -> None:
    with again(desktop, typed_case) as second:
        assert second.wait_exit(3) == 0
        assert second.output() == ""
    typed_case.goes_on(tabs=0)


def test_a_second_start_with_the_case_that_is_open_shows_it_as_it_is(
    desktop: Desktop, typed_case: TypedCaseFixture
) -> None:
    typed_case.editor.open_case("6003")
    typed_case.editor.wait_title("– 6003 –")
    heard = typed_case.stub.heard.count("GET case/7")
    with again(desktop, typed_case, "7") as second:
        assert second.wait_exit(3) == 0
    typed_case.editor.wait_title(f"{SUBJECT} – 7 –")
    assert typed_case.stub.heard.count("GET case/7") == heard
    typed_case.editor.press("ctrl+Next")
    typed_case.editor.wait_title("– 6003 –")
    typed_case.goes_on()


def test_what_a_second_start_names_that_is_no_case_is_said_in_the_first(
    desktop: Desktop, typed_case: TypedCaseFixture
) -> None:
    before = typed_case.editor.times_announced("That isn't a case ID")
    with again(desktop, typed_case, "dos") as second:
        assert second.wait_exit(3) == 0
    typed_case.editor.wait_announced("That isn't a case ID", times=before + 1)
    typed_case.goes_on(tabs=0)


def test_another_data_folder_is_another_program(desktop: Desktop, program: StartProgram, home: Path) -> None:
    with HttpStub() as stub:
        desktop.store_secret("caseeditor", stub.url, TOKEN)
        first = program("--server", stub.url, "203", "--data-dir", home / "one", command=QUICK)
        first.wait_title("– 203 –")
        second = program("--server", stub.url, "204", "--data-dir", home / "two", command=QUICK)
        second.wait_title("– 204 –")
        assert not any("204" in title for title in first.titles())
        assert second.running
