"""Links that macOS opens in the program."""

from PySide6.QtCore import QEvent, QObject, QUrl
from PySide6.QtGui import QFileOpenEvent

from caseeditor.ui.application.url_events import OpenedLinks


def test_a_link_is_said_once_the_program_has_begun() -> None:
    links, heard = OpenedLinks(), list[str]()
    links.opened.connect(heard.append)
    assert links.eventFilter(QObject(), QFileOpenEvent(QUrl("caseeditor:203")))
    assert heard == []
    links.begin()
    assert heard == ["caseeditor:203"]
    assert links.eventFilter(QObject(), QFileOpenEvent(QUrl("https://example.org/case/7")))
    assert heard == ["caseeditor:203", "https://example.org/case/7"]


def test_other_events_go_their_way() -> None:
    assert not OpenedLinks().eventFilter(QObject(), QEvent(QEvent.Type.ApplicationFontChange))
