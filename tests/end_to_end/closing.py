"""The program with drafts saved only on closing: separates that save from the one during typing."""

import sys

from caseeditor.__main__ import main
from caseeditor.domain.timeouts import Timing

if __name__ == "__main__":
    sys.exit(main(timing=Timing(draft_pause=600.0, draft_longest=600.0)))
