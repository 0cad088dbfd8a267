"""Help, What can't be had: the limitations of the API of Social Gateway."""

from caseeditor.ui.messages.texts import translate


def limits_words() -> str:
    """Return the limitations, one paragraph each."""
    return "\n\n".join(
        (
            translate(
                "Limits",
                "Social Gateway's interface has no versions and no keys for what is sent. So there are things that "
                "Case Editor can't know; where it is in doubt it asks, and shows you what it saw.",
            ),
            translate(
                "Limits",
                "• Your note and the same note from a colleague under your user name can't be told apart.",
            ),
            translate(
                "Limits",
                "• On a server that shows no notes, a note is called accepted, never stored: nobody can look.",
            ),
            translate("Limits", "• Of a request that a server stored by halves, only what it shows can be known."),
            translate(
                "Limits",
                "• Who changes the same field in the moment between our last look and our sending is overwritten "
                "unseen. Every other change by a colleague is merged with yours, or you are asked.",
            ),
            translate(
                "Limits",
                "• A request that reaches the server too late, after a quarter of an hour, is not waited for. You are "
                "told when the case is read the next time.",
            ),
            translate("Limits", "• An attribute can be emptied, not deleted."),
            translate(
                "Limits",
                "With a stamp (Preferences, Submitting), each submission carries an id of its own; where the server "
                "shows attributes, a lost answer is then no question any more.",
            ),
        )
    )
