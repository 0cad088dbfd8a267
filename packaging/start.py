"""Entry point of the frozen program."""

import sys

from caseeditor.__main__ import main

sys.exit(main())
