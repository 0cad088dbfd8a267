"""The program with short deadlines, for tests of timeouts."""

import sys

from caseeditor.__main__ import main
from caseeditor.domain.timeouts import Timing

QUICK = Timing(
    connecting=2.0,
    reading=2.0,
    updating=2.0,
    keyring=3.0,
    closing=2.0,
    looks=(0.1,) * 6,
    keep_waiting=0.3,
    second=0.1,
    draft_pause=0.05,
)

if __name__ == "__main__":
    sys.exit(main(timing=QUICK))
