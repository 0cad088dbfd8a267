"""The process that asks the keyring: it reads one request from stdin, and writes the answer to stdout, as JSON lines.

First it writes its version. It ends with the answer, or once stdin ends: then the program has ended, in whichever way.
"""

import contextlib
import json
import os
import signal
from typing import TextIO

from caseeditor import __version__
from caseeditor.runtime.input_lines import lines_until_exit
from caseeditor.services.accounts.keyring_calls import KeyringFailed, Request, load, perform


def serve() -> int:
    """Answer one request; return the exit status."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to both; the window lets a request finish
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # back ends may write messages
    next_line = lines_until_exit(os.fdopen(0, encoding="utf-8", closefd=False))
    _write(answers, {"version": __version__})
    with contextlib.suppress(KeyringFailed):  # the request meets it again
        load()
    action, name, former, token = json.loads(next_line())
    try:
        _write(answers, {"token": perform(Request(action, name, tuple(former), token))})
    except KeyringFailed as failed:
        _write(answers, {"problem": failed.trouble.value, "error": failed.error})
    return 0


def _write(answers: TextIO, answer: dict[str, str | None]) -> None:
    answers.write(json.dumps(answer) + "\n")
    answers.flush()
