"""The program under a policy file that is not the system's: the file, then the program's own arguments."""

import sys
from pathlib import Path

from caseeditor.__main__ import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[2:], policy=Path(sys.argv[1])))
