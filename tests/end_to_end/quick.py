"""The program with short waiting times: a test of a deadline needn't wait for the real one."""

import sys

from caseeditor.__main__ import main
from caseeditor.domain.timing import Timing

if __name__ == "__main__":
    sys.exit(main(timing=Timing(connecting=2.0, reading=2.0, updating=2.0, keyring=1.0, closing=2.0)))
