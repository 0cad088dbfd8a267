"""The program with a policy file other than the system's. Arguments: the file, then the program's own."""

import sys
from pathlib import Path

from caseeditor.__main__ import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[2:], policy=Path(sys.argv[1])))
