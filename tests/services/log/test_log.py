"""The log records the program's actions, without secrets."""

import logging
import logging.handlers
import stat
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, quote_plus

import httpx
import pytest

from caseeditor.domain.text.fidelity import MASK
from caseeditor.services.log.log_file import Log
from caseeditor.services.log.redaction import Secrets
from tests.services.client import TOKEN
from tests.support.readers import FOREVER, Reader

URL = f"http://127.0.0.1/api/v2/me?access_token={quote_plus(TOKEN)}"
FORMS = (TOKEN, quote(TOKEN, safe=""), quote_plus(TOKEN))


@pytest.fixture
def secrets() -> Secrets:
    made = Secrets()
    made.add(TOKEN)
    return made


@pytest.fixture
def logger(tmp_path: Path, secrets: Secrets) -> Iterator[logging.Logger]:
    """Return one of the program's loggers while its log is being written."""
    log = Log(tmp_path / "log", secrets)
    yield logging.getLogger("caseeditor.somewhere")
    log.stop()


def written(folder: Path, secrets: Secrets, *say: str) -> str:
    """Log some lines and return the content of the file."""
    log = Log(folder, secrets)
    for line in say:
        logging.getLogger("caseeditor.somewhere").info("%s", line)
    log.stop()
    return (folder / "caseeditor.log").read_text("utf-8")


def test_a_line_says_when_how_grave_where_and_what(tmp_path: Path, secrets: Secrets) -> None:
    line = written(tmp_path, secrets, "GET case/203: 200")
    assert line.endswith(" INFO caseeditor.somewhere: GET case/203: 200\n")
    assert line[:2] == "20"


@pytest.mark.parametrize("form", FORMS)
def test_the_token_is_masked_in_a_message_in_each_of_its_forms(form: str, tmp_path: Path, secrets: Secrets) -> None:
    assert f"a{MASK}b" in written(tmp_path, secrets, f"a{form}b")


def test_the_token_is_masked_in_a_traceback(tmp_path: Path, secrets: Secrets) -> None:
    log = Log(tmp_path, secrets)
    try:
        httpx.Response(401, request=httpx.Request("GET", URL)).raise_for_status()
    except httpx.HTTPStatusError:
        logging.getLogger("caseeditor.somewhere").exception("failed with %s", TOKEN)
    log.stop()
    text = (tmp_path / "caseeditor.log").read_text("utf-8")
    assert f"failed with {MASK}" in text
    assert f"for url 'http://127.0.0.1/api/v2/me?access_token={MASK}'" in text
    assert not any(form in text for form in FORMS)


def test_a_token_that_was_signed_out_stays_masked_and_a_new_one_is_too(tmp_path: Path, secrets: Secrets) -> None:
    secrets.add("")
    secrets.add("another")
    assert f"{MASK} and {MASK} and ." in written(tmp_path, secrets, f"{TOKEN} and another and .")


def test_a_token_that_begins_with_another_is_masked_whole(secrets: Secrets) -> None:
    secrets.add(f"{TOKEN}-longer")
    assert secrets.mask(f"<{TOKEN}-longer>") == f"<{MASK}>"


def test_httpx_writes_nothing_of_its_own(tmp_path: Path, secrets: Secrets) -> None:
    log = Log(tmp_path, secrets)
    assert not any(
        logging.getLogger(name).isEnabledFor(logging.CRITICAL)
        for name in ("httpx", "httpcore", "httpcore.http11", "asyncio")
    )
    assert httpx.__name__ in logging.Logger.manager.loggerDict
    log.stop()


def test_the_log_goes_nowhere_else(logger: logging.Logger, capfd: pytest.CaptureFixture[str]) -> None:
    elsewhere = logging.handlers.BufferingHandler(10)
    logging.getLogger().addHandler(elsewhere)
    logger.error("something went wrong")
    logging.getLogger().removeHandler(elsewhere)
    assert elsewhere.buffer == []
    assert capfd.readouterr() == ("", "")


def test_after_stopping_nothing_more_is_written(tmp_path: Path, secrets: Secrets) -> None:
    assert "late" not in written(tmp_path, secrets, "early")
    logging.getLogger("caseeditor.somewhere").info("late")
    assert "late" not in (tmp_path / "caseeditor.log").read_text("utf-8")


@pytest.mark.linux_only("modes of files")
def test_the_folders_are_for_their_user_only(tmp_path: Path, secrets: Secrets) -> None:
    written(tmp_path / "data" / "log", secrets, "x")
    for folder in (tmp_path / "data", tmp_path / "data" / "log"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("inside", ["", "log"])
def test_a_folder_that_can_not_be_written_leaves_the_program_without_a_log(
    inside: str, tmp_path: Path, secrets: Secrets
) -> None:
    (tmp_path / "taken").write_bytes(b"kept")
    log = Log(tmp_path / "taken" / inside, secrets)
    logging.getLogger("caseeditor.somewhere").error("nobody hears it")
    log.stop()
    assert (tmp_path / "taken").read_bytes() == b"kept"


def test_a_file_that_can_not_be_written_leaves_the_program_without_a_log(tmp_path: Path, secrets: Secrets) -> None:
    (tmp_path / "caseeditor.log").mkdir()
    log = Log(tmp_path, secrets)
    logging.getLogger("caseeditor.somewhere").error("nobody hears it")
    log.stop()
    assert list((tmp_path / "caseeditor.log").iterdir()) == []


def test_half_a_character_does_not_break_the_log(tmp_path: Path, secrets: Secrets) -> None:
    assert "after" in written(tmp_path, secrets, "half \ud800 of one", "after")


@pytest.mark.linux_only("/dev/full")
def test_what_the_disk_does_not_take_is_lost_without_a_word(
    tmp_path: Path, secrets: Secrets, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "caseeditor.log").symlink_to("/dev/full")
    log = Log(tmp_path, secrets)
    logging.getLogger("caseeditor.somewhere").info("a line")
    log.stop()
    assert capfd.readouterr() == ("", "")


def write_lines(folder: Path, secrets: Secrets, reader: Reader, count: int) -> list[str]:
    """Log numbered lines in files of 1,000 bytes; return the lines of all files, the oldest first."""
    log = Log(folder, secrets, size=1000, held=reader.files())
    for number in range(count):
        logging.getLogger("caseeditor.somewhere").info("line %d", number)
    log.stop()
    files = sorted(folder.glob("caseeditor.log*"), reverse=True)
    return [line.rpartition("line ")[2] for each in files for line in each.read_text("utf-8").splitlines()]


def test_a_full_log_begins_a_new_file(tmp_path: Path, secrets: Secrets) -> None:
    assert write_lines(tmp_path, secrets, Reader(0), 40) == [str(number) for number in range(40)]
    assert len(list(tmp_path.iterdir())) == 3
    write_lines(tmp_path, secrets, Reader(0), 100)
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "caseeditor.log",
        *(f"caseeditor.log.{n}" for n in "123"),
    ]


@pytest.mark.parametrize("times", [1, 4, 12, FOREVER])
def test_no_line_is_lost_while_another_program_reads_the_log(tmp_path: Path, secrets: Secrets, times: int) -> None:
    reader = Reader(times)
    assert write_lines(tmp_path, secrets, reader, 40) == [str(number) for number in range(40)]
    assert reader.waited < 40  # after a failure, the next attempt comes with another 1,000 bytes


def test_the_log_turns_once_the_other_program_has_closed_it(tmp_path: Path, secrets: Secrets) -> None:
    write_lines(tmp_path, secrets, Reader(12), 60)
    assert (tmp_path / "caseeditor.log.1").exists()


def test_a_log_in_use_costs_no_older_one(tmp_path: Path, secrets: Secrets) -> None:
    write_lines(tmp_path, secrets, Reader(0), 100)
    before = {number: (tmp_path / f"caseeditor.log.{number}").read_bytes() for number in "123"}
    held = Reader(0)
    held.hold(tmp_path / "caseeditor.log")
    write_lines(tmp_path, secrets, held, 60)
    assert {number: (tmp_path / f"caseeditor.log.{number}").read_bytes() for number in "123"} == before
