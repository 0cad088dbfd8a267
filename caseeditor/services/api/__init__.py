"""The interface of Social Gateway over HTTP: requests, responses, pacing, freshness. Its documentation: API.md."""

import sys

# Where click and rich are installed, httpx imports its command line with them: 20 ms and 6 MB. A module that is None
# counts as not installed. Here, since this runs before the package's client imports httpx.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
