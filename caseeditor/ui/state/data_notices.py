"""Messages about the data file. GUI thread."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from caseeditor.domain.local.data_news import DataNews, Salvaged, Unreadable
from caseeditor.ui.messages.message import Message, Severity
from caseeditor.ui.messages.texts import translate

if TYPE_CHECKING:
    from caseeditor.domain.backend import BackendInterface
    from caseeditor.runtime.worker import BackgroundWorker

_NAMED = 5
"""Maximum number of unreadable rows with a sentence each."""


class DataNotices(QObject):
    """Shows news of the data file. News from start-up come in one message, after the earlier session is restored."""

    message_emitted = Signal(object)
    """A Message."""

    def __init__(self, worker: "BackgroundWorker[BackendInterface]", begun: SignalInstance, parent: QObject) -> None:
        super().__init__(parent)
        self._has_begun = False
        self._waiting: list[str] = []
        worker.news.connect(self._on_news)
        begun.connect(self._on_begun)

    def _on_news(self, news: object) -> None:
        if not isinstance(news, DataNews):
            return
        self._waiting += sentences(news)
        if self._has_begun:
            self._tell()

    def _on_begun(self) -> None:
        self._has_begun = True
        self._tell()

    def _tell(self) -> None:
        if self._waiting:
            first, *others = self._waiting
            self._waiting = []
            self.message_emitted.emit(Message(first, Severity.WARNING, tuple(others)))


def sentences(news: DataNews) -> Iterable[str]:
    """Give one or two sentences for each event."""
    if news.set_aside:
        text = translate("Workspace", "The data file was damaged and set aside as {0}. A new one was created.")
        if news.salvaged.batches is not None:
            text = translate("DataFile", "The file of batches was damaged and set aside as {0}. A new one was created.")
        yield f"{text.format(news.set_aside)} {salvaged_words(news.salvaged)}"
    if news.replaced:
        yield translate("DataFile", "The data file was replaced while in use. Unsent changes were saved again.")
    yield from map(unreadable_words, news.unreadable[:_NAMED])
    if more := news.unreadable[_NAMED:]:
        yield translate("DataFile", "More rows couldn't be read: {0}. See their text in History.").format(len(more))
    if news.exposed:
        yield exposed_words(news.exposed)


def salvaged_words(salvaged: Salvaged) -> str:
    """Return the number of drafts and submissions, or of batches, recovered from a damaged file, as text."""
    if salvaged.batches is not None:
        return _batches_words(salvaged.batches)
    drafts, submissions = salvaged.drafts, salvaged.submissions
    found = []
    if drafts:
        words = translate("DataFile", "1 draft") if drafts == 1 else translate("DataFile", "{0} drafts")
        found.append(words.format(drafts))
    if submissions:
        words = translate("DataFile", "1 submission") if submissions == 1 else translate("DataFile", "{0} submissions")
        found.append(words.format(submissions))
    if len(found) == 2:  # noqa: PLR2004 - both
        return translate("DataFile", "{0} and {1} were recovered.").format(*found)
    if not found:
        return translate("DataFile", "No draft or pending submission could be recovered.")
    is_one = drafts + submissions == 1
    words = translate("DataFile", "{0} was recovered.") if is_one else translate("DataFile", "{0} were recovered.")
    return words.format(*found)


def _batches_words(batches: int) -> str:
    if not batches:
        return translate("DataFile", "No batch could be recovered.")
    words = translate("DataFile", "1 batch was recovered.")
    return words if batches == 1 else translate("DataFile", "{0} batches were recovered.").format(batches)


def unreadable_words(row: Unreadable) -> str:
    """Return a text that names an unreadable row and where to find its text."""
    match row.source:
        case "draft":
            text = translate(
                "DataFile",
                "A draft of case {0} couldn't be read. It stays in the data file; see its text in History.",
            )
        case "parcel":
            text = translate(
                "DataFile",
                "A submission of case {0} couldn't be read. It stays in the data file; see its text in History.",
            )
        case _:
            text = translate(
                "DataFile", "The template “{0}” couldn't be read. It stays in the data file; see its text in History."
            )
            return text.format(row.subject)
    return text.format(row.case_id)


def exposed_words(paths: tuple[str, ...]) -> str:
    """Return a text about files that others can read, with advice."""
    text = translate("DataFile", "Others on this computer can read {0}. Restrict its permissions to yourself.")
    return text.format(", ".join(paths[:_NAMED]) + (" …" if len(paths) > _NAMED else ""))
