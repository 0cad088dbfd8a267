"""What is told of a submission that the server took. *Stored* is said only of what is seen to be."""

from typing import TYPE_CHECKING

from caseeditor.domain.evidence import Seen
from caseeditor.ui.message import Message, Offer, Tone
from caseeditor.ui.words import line_words, now_words, translate, what_happened

if TYPE_CHECKING:
    from caseeditor.services.outbox import Delivered


def delivered_message(delivered: "Delivered") -> Message:
    """Make the receipt: what the server holds, and where that is something else than was sent."""
    time, receipt, failure = now_words(), delivered.receipt, delivered.failure
    if receipt is None:
        text = translate("Receipt", "Submitted: accepted at {0}, but what the server now holds can't be read: {1}")
        reason = what_happened(failure) if failure else ""
        return Message(text.format(time, reason), Tone.WARNING, offers=(Offer.RELOAD,))
    if receipt.note_missing:
        text = translate(
            "Receipt",
            "Submitted: accepted at {0}, but the server does not show your note. The note is still here: reload the "
            "case and look before you submit it again.",
        )
        return Message(text.format(time), Tone.WARNING, offers=(Offer.RELOAD,))
    differing = tuple(line_words(line) for line in receipt.lines if line.seen in (Seen.DIFFERS, Seen.MISSING))
    if failure:
        text = translate("Receipt", "Submitted: stored at {0}, but the tags to remove are still there: {1}")
        return Message(text.format(time, what_happened(failure)), Tone.WARNING, lines=differing)
    if differing:
        text = translate("Receipt", "Submitted: accepted at {0}. The server holds some of it differently:")
        return Message(text.format(time), Tone.WARNING, lines=differing)
    if receipt.note_not_shown:
        text = translate("Receipt", "Submitted: accepted at {0} (this server shows no notes)")
        return Message(text.format(time), Tone.GOOD)
    return Message(translate("Receipt", "Submitted: stored at {0}").format(time), Tone.GOOD)
