"""Worker tests show no window."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
