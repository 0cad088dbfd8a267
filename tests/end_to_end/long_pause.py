"""The program whose dialogs wait for ten minutes without a key: separates those that are asked for."""

import sys

from caseeditor.__main__ import main
from caseeditor.domain.timeouts import Timing

if __name__ == "__main__":
    sys.exit(main(timing=Timing(typing_pause=600.0)))
