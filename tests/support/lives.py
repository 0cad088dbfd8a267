"""Settings of the tests that simulate random lives."""

import os

from hypothesis import HealthCheck, settings


def lives(variable: str, few: int, steps: int) -> settings:
    """Return the settings for as many lives as an environment variable says; by default a few, always the same."""
    many = int(os.environ.get(variable, "0"))
    return settings(
        max_examples=many or few,
        stateful_step_count=steps,
        deadline=None,
        derandomize=not many,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
