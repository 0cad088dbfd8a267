"""The program, but that it keeps what is typed as it closes only: what tells the one keeping from the other."""

import sys

from caseeditor.__main__ import main
from caseeditor.domain.timeouts import Timing

if __name__ == "__main__":
    sys.exit(main(timing=Timing(draft_pause=600.0, draft_longest=600.0)))
