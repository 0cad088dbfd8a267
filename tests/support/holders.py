"""Foreign programs that hold a data folder, or interfere with a second start."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
Held = subprocess.Popen[str]
IS_ROOT = sys.platform != "win32" and os.getuid() == 0
"""Only root can start a program as another user; otherwise it runs as the same user and is accepted."""

HOLD = """
import os, pathlib, sys
from caseeditor.services.instance.holding import Holding
held = Holding(pathlib.Path(sys.argv[1]))
print(held.take(), os.getpid(), sep="\\n", flush=True)
sys.stdin.read()
"""
HOLD_AS_0_1_0 = """
import os, sys
from PySide6.QtCore import QLockFile
lock = QLockFile(sys.argv[1] + "/running.lock")
lock.setStaleLockTime(0)
print(lock.tryLock(0), os.getpid(), sep="\\n", flush=True)
sys.stdin.read()
lock.unlock()
"""
SQUAT = """
import os, socket, sys
if os.getuid() == 0:
    os.setgroups([]), os.setgid(65534), os.setuid(65534)
line = socket.socket(socket.AF_UNIX)
line.bind(sys.argv[1] + "/running.socket")
line.listen()
os.chmod(sys.argv[1] + "/running.socket", 0o777)
print(True, flush=True)
other, _ = line.accept()
print(len(other.recv(1000)), flush=True)
"""
VISIT = """
import os, socket, sys
if os.getuid() == 0:
    os.setgroups([]), os.setgid(65534), os.setuid(65534)
line = socket.socket(socket.AF_UNIX)
line.connect(sys.argv[1] + "/running.socket")
print(True, flush=True)
try:
    line.sendall(b'{"cases": ["203"]}\\n')
    print(len(line.recv(2)), flush=True)
except OSError:
    print(0, flush=True)
"""


@contextmanager
def running(code: str, folder: Path) -> Iterator[Held]:
    """Run one of these programs until the block ends; it is ready when the block begins."""
    program = subprocess.Popen(
        [sys.executable, "-c", code, folder], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert program.stdout
    try:
        assert program.stdout.readline() == "True\n"
        yield program
    finally:
        if program.poll() is None:
            if sys.platform != "win32":
                program.send_signal(signal.SIGCONT)
            program.kill()
        program.communicate()


def pid(program: Held) -> int:
    """Return the process that holds the folder: in a virtual environment of Windows, a child of the one started."""
    return _number(program)


def heard(program: Held) -> int:
    """Return the number of bytes it received."""
    return _number(program)


def _number(program: Held) -> int:
    assert program.stdout
    return int(program.stdout.readline())
