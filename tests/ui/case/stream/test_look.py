"""Cards are readable on each of their grounds, with the palettes of Windows and in high contrast too."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from caseeditor.domain.case.conversation import CaseMessage
from caseeditor.runtime.worker import Success
from caseeditor.ui.style.colour import PERCEIVABLE, READABLE
from caseeditor.ui.widgets.lists import card_roles
from caseeditor.ui.widgets.lists.card_delegate import Cards
from caseeditor.ui.widgets.lists.card_roles import CardLook
from caseeditor.ui.widgets.lists.card_view import CardView
from tests.ui.case.stream.test_stream import all_shown
from tests.ui.parts import AppFixture
from tests.ui.style.test_rows import STATES, Group, paint_whole, palettes, sharp, worst

__all__ = ["all_shown"]
TEXT = "Vea https://shop.example y #203"


@pytest.fixture
def cards(all_shown: CardView, app: AppFixture) -> CardView:
    """Show a card of each kind."""
    conversation = app.session.conversation
    conversation.load()
    found = tuple(
        CaseMessage(date=str(1_700_000_000_000 + at), author="Ana", channel="email", received=received, text=TEXT)
        for at, received in enumerate((True, False, None))
    )
    conversation._on_read(conversation._reading, Success(found))  # type: ignore[arg-type]  # noqa: SLF001 - the server has others
    app.session.editor.set_note_text(TEXT)
    app.session.editor.add_note()
    all_shown.setFont(sharp(all_shown.font()))
    return all_shown


def test_each_part_of_each_card_is_readable(cards: CardView, qapp: QApplication) -> None:
    model, delegate = cards.model(), cards.itemDelegate()
    assert isinstance(delegate, Cards)
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    rows = {index.data(card_roles.LOOK): index for index in indexes if index.data()[:3].isalpha()}
    assert set(rows) == set(CardLook)
    poor: dict[str, float] = {}
    for name, palette in palettes(qapp.palette()).items():
        for state, (group, flags) in STATES.items():
            palette.setCurrentColorGroup(group)
            cards.setPalette(palette)
            for look, index in rows.items():
                image = paint_whole(cards, index, palette, flags)
                place = delegate.place(QRect(0, 0, image.width(), image.height()), index)
                parts = {"words": (0, 3), **{each.target: (each.start, each.end) for each in place.text.live}}
                boxes = {part: place.text.boxes(span)[0].translated(place.at) for part, span in parts.items()}
                for part, rect in {"heading": place.heading, **{k: box.toRect() for k, box in boxes.items()}}.items():
                    found = worst(inside(image, rect), is_smooth=True)
                    if found < (PERCEIVABLE if group is Group.Disabled else READABLE):
                        poor[f"{name} | {state} | {look} | {part}"] = found
    assert not poor, "\n".join(f"{key}: {found:.2f}" for key, found in sorted(poor.items()))


def inside(image: QImage, rect: QRect) -> QImage:
    return image.copy(rect.intersected(image.rect()))
