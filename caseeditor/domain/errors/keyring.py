"""What can keep a token out of the system's keyring."""

import enum


class KeyringProblem(enum.Enum):
    """Why the keyring does not serve."""

    ABSENT = "absent"  # no keyring service, or one that keeps nothing
    LOCKED = "locked"
    SLOW = "slow"  # did not answer within the deadline; not asked again in this session
    REFUSED = "refused"
    NOT_WANTED = "not wanted"  # the built-in Social Gateway, or the agent's choice
