"""Problems of the system's keyring."""

import enum


class KeyringProblem(enum.Enum):
    """The reason why the keyring is not usable."""

    ABSENT = "absent"  # no keyring service, or one that stores nothing
    LOCKED = "locked"
    SLOW = "slow"  # no answer within the deadline; not tried again in this session
    REFUSED = "refused"
    NOT_WANTED = "not wanted"  # not used for the built-in Social Gateway, or by the agent's choice
