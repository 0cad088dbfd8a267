"""Entry point of the frozen program."""

import os
import sys

if sys.stdout is None:  # a Windows program without a console has neither
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - open until exit

from caseeditor.__main__ import main

sys.exit(main())
