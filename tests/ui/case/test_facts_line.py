"""The facts of a case in one line: what is painted, and the whole sentence for assistive technology."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QImage, QPalette
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseeditor.domain.case.dates import written
from caseeditor.ui.case.facts_line import FactsLine, Shown
from caseeditor.ui.case.header import CaseHeader, TitleTools
from caseeditor.ui.case.summary import Due, due_of, short_facts
from caseeditor.ui.state.session import Session
from caseeditor.ui.style import theme
from caseeditor.ui.style.colour_roles import DARK, LIGHT, ColourRoles, palette_of, roles_of
from tests.support.samples import read
from tests.ui.parts import case_of, labels, showing

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
HOUR = 3600
LONG = "<b>Esperando</b>\n" * 20


@pytest.fixture
def root(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def line(root: QWidget, shown: Shown, palette: QPalette, width: int = 600, percent: int = 100) -> FactsLine:
    made = FactsLine(root)
    font = QFont(made.font())
    font.setPointSizeF(font.pointSizeF() * percent / 100)
    made.setFont(font)
    made.setPalette(palette)
    made.show_facts(shown)
    made.resize(width, made.sizeHint().height())
    return made


def colours(image: QImage) -> set[str]:
    return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}


def painted(made: FactsLine) -> set[str]:
    return colours(made.grab().toImage())


@pytest.mark.parametrize("roles", [LIGHT, DARK])
@pytest.mark.parametrize(
    ("state", "ground"),
    [("Arrived", "accent_soft"), ("Waiting for customer", "warn_bg"), ("RESOLVED", "good_bg"), ("Nuevo", "in_bg")],
)
def test_a_state_has_the_ground_of_its_colour(root: QWidget, roles: ColourRoles, state: str, ground: str) -> None:
    assert getattr(roles, ground) in painted(line(root, Shown(state), palette_of(roles)))


@pytest.mark.parametrize("roles", [LIGHT, DARK])
@pytest.mark.parametrize(
    ("hours", "colour", "others"),
    [(-1, "bad", ("warn", "good")), (3.9, "warn", ("bad", "good")), (4.1, "good", ("bad", "warn"))],
)
def test_the_time_left_has_the_colour_of_its_urgency(
    root: QWidget, roles: ColourRoles, hours: float, colour: str, others: tuple[str, ...]
) -> None:
    found = painted(line(root, Shown(due=Due(hours * HOUR, 0.5)), palette_of(roles)))
    assert getattr(roles, colour) in found
    assert not {getattr(roles, each) for each in others} & found


def bar(made: FactsLine, colour: str) -> tuple[int, int]:
    """Return the leftmost and the rightmost pixel of the longest run of a colour in the middle of the line."""
    image = made.grab().toImage()
    y, runs, start = image.height() // 2, [(0, 0)], None
    for x in range(image.width() + 1):
        is_colour = x < image.width() and QColor(image.pixel(x, y)).name() == colour
        if is_colour and start is None:
            start = x
        elif not is_colour and start is not None:
            runs.append((start, x - 1))
            start = None
    return max(runs, key=lambda run: run[1] - run[0])


def test_the_bar_is_as_long_as_the_used_time_and_mirrored_from_right_to_left(root: QWidget) -> None:
    palette = palette_of(LIGHT)
    half = line(root, Shown(due=Due(-1, 0.5)), palette)
    whole = line(root, Shown(due=Due(-1, 1)), palette)
    (left, right), (_, end) = bar(half, LIGHT.bad), bar(whole, LIGHT.bad)
    assert (right - left) * 2 == pytest.approx(end - left, abs=4)
    half.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    begin, turned = bar(half, LIGHT.bad)
    assert (turned, begin) == pytest.approx((half.width() - 1 - left, half.width() - 1 - right), abs=1)


@pytest.mark.parametrize("percent", [100, 250])
@pytest.mark.parametrize("width", [60, 300, 1200])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_hostile_texts_take_one_line_and_no_room_from_the_window(
    root: QWidget, percent: int, width: int, direction: Qt.LayoutDirection
) -> None:
    made = line(root, Shown(LONG, LONG, Due(-HOUR, 1), LONG, LONG), palette_of(LIGHT), width, percent)
    made.setLayoutDirection(direction)
    assert made.minimumSizeHint().width() == 0
    assert made.sizeHint().height() < 2 * made.fontMetrics().height()
    assert len(painted(made)) > 1


def test_a_long_state_leaves_room_for_the_time_left(root: QWidget) -> None:
    made = line(root, Shown(LONG, LONG, Due(-HOUR, 1)), palette_of(LIGHT), 500)
    assert LIGHT.bad in painted(made)


@pytest.mark.parametrize("is_dark", [False, True])
def test_high_contrast_has_its_own_colours_only(root: QWidget, is_dark: bool) -> None:
    palette = theme.colours("contrast", QPalette(), dark=is_dark, wants_contrast=False)
    made = line(root, Shown("Arrived", "email", Due(-HOUR, 0.5), "rest"), palette)
    roles = roles_of(palette)
    found = {name for name in painted(made) if QColor(name).saturation() > 60}
    assert found == set()
    assert {roles.text, roles.base} <= painted(made)


def test_assistive_technology_gets_the_whole_sentence(session: Session, root: QWidget) -> None:
    since = written(datetime.now(UTC) - timedelta(hours=13))
    case = case_of(
        state="Arrived",
        source="email",
        we_did_not_reply_since_date=since,
        sla_seconds=12 * HOUR,
        campaign={"name": "<b>Pyme</b>"},
        update_date="2026-11-24T10:00:00+0000",
        updated_by="support",
    )
    header = CaseHeader(showing(session, case), root)
    shown = header.findChild(FactsLine)
    assert isinstance(shown, FactsLine)
    read_out = QAccessible.queryAccessibleInterface(shown)
    assert read_out.role() is QAccessible.Role.StaticText
    said = read_out.text(QAccessible.Text.Name)
    assert said.startswith("Arrived · email · overdue by 60 min · not answered for 13 h, since ")
    assert "campaign <b>Pyme</b>" in said
    assert "updated 1" not in said or said.endswith("(support)")
    assert f"not answered since {since}" in shown.toolTip()
    assert "&lt;b&gt;Pyme" in shown.toolTip()


def test_the_title_row_tells_the_number(session: Session, root: QWidget) -> None:
    tools = TitleTools(showing(session, case_of(203)), root)
    root.show()
    assert labels(tools) == "#203"


def test_the_line_tells_ages_only() -> None:
    case = read(
        we_did_not_reply_since_date="2026-11-24T23:00:00+0000",
        campaign={"name": "Soporte"},
        private=False,
        messages=3,
        last_open_date="2026-11-25T08:00:00+0000",
        update_date="2026-11-25T08:00:00+0000",
        updated_by="support",
    )
    assert short_facts(case, NOW) == ("waiting 13 h", "Soporte", "3 messages", "updated 4 h ago (support)")


@pytest.mark.parametrize(
    ("since", "sla", "due"),
    [
        ("2026-11-25T11:00:00+0000", 2 * HOUR, Due(HOUR, 0.5)),
        ("2026-11-25T11:00:00+0000", HOUR // 2, Due(-HOUR / 2, 1.0)),
        ("2026-11-25T13:00:00+0000", HOUR, Due(2 * HOUR, 0.0)),
        ("2026-11-25T11:00:00+0000", 0, None),
        ("whenever", HOUR, None),
    ],
)
def test_the_bar_follows_the_sla(since: str, sla: int, due: Due | None) -> None:
    assert due_of(read(we_did_not_reply_since_date=since, sla_seconds=sla), NOW) == due
