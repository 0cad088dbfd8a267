"""Help, Known limitations: the limitations of the API of Social Gateway."""

from caseeditor.ui.messages.texts import translate


def limits_words() -> str:
    """Return the limitations, one paragraph each."""
    return "\n\n".join(
        (
            translate(
                "Limits",
                "The interface of Social Gateway has no versions or request IDs. Where a result is uncertain, "
                "you are asked and shown the facts.",
            ),
            translate(
                "Limits",
                "• Your note can't be told from a colleague's identical note under your user name, or on a server that "
                "doesn't say who you are.",
            ),
            translate(
                "Limits",
                "• On a server that shows no notes, a note counts as accepted, never as stored: it can't be checked.",
            ),
            translate("Limits", "• If a server saves only part of a request, only the part that it shows is known."),
            translate(
                "Limits",
                "• A colleague's change of the same field between our last read and our write is overwritten "
                "unseen. Every other change is merged with yours, or you are asked.",
            ),
            translate(
                "Limits",
                "• A request that reaches the server more than 15 minutes late isn't waited for. You are told "
                "when the case is next read.",
            ),
            translate("Limits", "• An attribute can be emptied, not deleted."),
            translate(
                "Limits",
                "With a stamp (Preferences, Submitting), each submission carries an ID of its own. Where the "
                "server shows attributes, a lost answer then leaves no doubt.",
            ),
        )
    )
