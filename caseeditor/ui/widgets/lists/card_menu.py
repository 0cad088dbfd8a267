"""The context menu of a card."""

from collections.abc import Callable, Sequence
from functools import partial
from urllib.parse import urlsplit

import msgspec
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from caseeditor.domain.case.reference import shown_link_domain
from caseeditor.domain.text.live_text import LiveKind, LivePlace
from caseeditor.ui.messages.texts import in_a_menu, translate

_MOST_OPENED = 8
"""Links that a menu lists."""
_LONGEST_HOST = 28
"""Characters of a host in a menu: with its scheme, none of it is cut."""
_LONGEST_SEARCH = 200
_LONGEST_QUOTE = 100_000
"""Characters; more would make the note unwieldy, and a server may refuse it."""


class CardActions(msgspec.Struct, frozen=True):
    """The actions of a card beyond copying."""

    open: Callable[[LivePlace], object]
    quote: Callable[[str], object]
    search: Callable[[str], object]


def show_card_menu(parent: QWidget, place: QPoint, text: str, live: Sequence[LivePlace], actions: CardActions) -> None:
    """Pop up the menu for a text of a card and the live places in it."""
    menu = QMenu(parent)
    menu.addAction(translate("CardMenu", "Copy"), partial(QGuiApplication.clipboard().setText, text))
    quote = menu.addAction(translate("CardMenu", "Quote in a note"), partial(actions.quote, text))
    quote.setEnabled(bool(text.strip()) and len(text) <= _LONGEST_QUOTE)
    menu.addSeparator()
    for each in dict.fromkeys((one.kind, one.target) for one in live[:_MOST_OPENED]):
        one = next(one for one in live if (one.kind, one.target) == each)
        menu.addAction(_words(one), partial(actions.open, one))
    menu.addSeparator()
    words = " ".join(text.split())
    search = menu.addAction(translate("CardMenu", "Search cases with this"), partial(actions.search, words))
    search.setEnabled(bool(words) and len(words) <= _LONGEST_SEARCH)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)


def _words(live: LivePlace) -> str:
    shown = in_a_menu(_target(live))
    match live.kind:
        case LiveKind.CASE:
            return translate("CardMenu", "Open case {0}").format(shown)
        case LiveKind.MAIL:
            return translate("CardMenu", "Write to {0}…").format(shown)
        case LiveKind.PHONE:
            return translate("CardMenu", "Call {0}…").format(shown)
        case LiveKind.LINK:
            return translate("CardMenu", "Open {0}…").format(shown)


def _target(live: LivePlace) -> str:
    """Return the target for display; of a link, the host as it is resolved."""
    if live.kind is not LiveKind.LINK:
        return live.target.removeprefix("mailto:").removeprefix("tel:")
    scheme, _, rest = live.target.partition("://")
    return (
        f"{scheme}://{shown_link_domain(live.target, _LONGEST_HOST)}{rest.removeprefix(urlsplit(live.target).netloc)}"
    )
