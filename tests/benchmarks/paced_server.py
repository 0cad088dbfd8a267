"""A Social Gateway in its own process, each answer after a pause.

python -m tests.benchmarks.paced_server SECONDS CASES

Prints its address. For each line that it reads, it prints the times of its answers about cases since the line before
(s, of the clock of `time.monotonic`, which all processes share). Ends with its input.
"""

import json
import sys
import threading
import time

from tests.faults.server import FIRST, Call, FaultyServer


class Pacer:
    """Answers correctly after a pause; keeps the times."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._answered: list[float] = []

    def __call__(self, call: Call) -> None:
        call.pause(self._seconds)
        if call.method == "POST":
            call.store()
        call.good()
        with self._lock:
            self._answered.append(time.monotonic())

    def take(self) -> list[float]:
        """Return the times of the answers since the last call."""
        with self._lock:
            taken, self._answered = self._answered, []
        return taken


def main() -> None:
    """Serve."""
    seconds, cases = float(sys.argv[1]), int(sys.argv[2])
    pacer = Pacer(seconds)
    with FaultyServer(cases=cases) as server:
        server.rule_of_all = pacer
        for case in range(FIRST, FIRST + cases):
            server.rule(case, "GET", pacer)
        _tell(server.url)
        for _ in sys.stdin:
            _tell(pacer.take())


def _tell(value: object) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
