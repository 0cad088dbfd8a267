"""The HTTP interface of Social Gateway: requests, responses, pacing, freshness. Documentation: API.md."""

import sys

# If click and rich are installed, httpx also imports its command line: 20 ms and 6 MB. A module that is None counts as
# not installed. It is set here because this runs before the package's client imports httpx.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
