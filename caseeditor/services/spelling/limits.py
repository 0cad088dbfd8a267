"""Time limits of requests to the process that runs Hunspell, in seconds."""

from collections.abc import Mapping

LOADING, CHECKING, SUGGESTING = 40, 20, 12


def limit_of(request: Mapping[str, object]) -> int:
    """Return the time after which the process ends itself."""
    return LOADING if "load" in request else CHECKING if "check" in request else SUGGESTING
