"""A question opens once nobody types, and is gone as soon as it is answered."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from caseeditor.domain.delivery.submission import State
from caseeditor.domain.delivery.submission_update import SubmissionUpdate
from caseeditor.domain.errors.failure import Failure, FailureKind
from caseeditor.ui.case.submit.doubt_group import DoubtGroup
from caseeditor.ui.messages.action_words import action_words
from tests.ui.case.submit.test_conflicts import group, groups, keep_all, torn
from tests.ui.parts import AppFixture, answered, field, find, focused, is_there, opened, press, submit

__all__ = ["torn"]
LOST = 9004


def doubts(app: AppFixture) -> list[DoubtGroup]:
    return [each for each in app.window.findChildren(DoubtGroup) if each.isVisible()]


def fits(group: DoubtGroup) -> bool:
    """Tell whether a group has been laid out: it is as high as its content."""
    layout = group.layout()
    return layout is not None and group.height() == layout.totalHeightForWidth(group.width())


def test_an_unknown_outcome_opens_once_nobody_types(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, LOST)
    session.editor.set_subject("mine")
    note = field("New note", app.window)
    note.setFocus()
    session.submit()

    def types_until_asked() -> bool:
        QTest.keyClicks(note, "x")
        return session.question is not None

    qtbot.waitUntil(types_until_asked)
    assert session.question
    assert session.question.state is State.NEEDS_ANSWER
    assert doubts(app) == []
    assert is_there("Decide…", app.window)
    qtbot.waitUntil(lambda: len(doubts(app)) == 1)
    assert focused() is note
    assert set(note.toPlainText()) == {"x"}


def test_an_unknown_outcome_opens_at_once_where_nobody_types(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, LOST)
    session.editor.set_subject("mine")
    submit(qtbot, session)
    assert len(doubts(app)) == 1


def test_its_answers_stay_in_sight_in_a_narrow_window(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, LOST)
    session.editor.set_subject("mine")
    submit(qtbot, session)
    group, names = doubts(app)[0], [action_words(each.kind) for each in session.actions.answers]
    qtbot.waitUntil(lambda: fits(group))
    wide = group.height()
    app.window.resize(640, 900)
    qtbot.waitUntil(lambda: app.window.width() == 640 and group.height() > wide and fits(group))
    page = app.window.current_view()
    assert page
    for button in (find(QPushButton, each, group) for each in names):
        assert page.rect().contains(QRect(button.mapTo(page, QPoint()), button.size()))
        assert button.width() >= button.sizeHint().width()


# After the answer.


def test_a_decided_question_is_gone_before_the_submission_goes_on(qtbot: QtBot, torn: AppFixture) -> None:
    view = torn.window.current_view()
    assert view
    keep_all(torn)
    with answered(qtbot, torn.session):
        press("Submit", group(torn))
        assert torn.session.question  # the outbox hasn't answered yet
        assert groups(torn) == []
        assert not is_there("Back to draft", view)
        torn.session.state_changed.emit()
        assert not is_there("Back to draft", view)


def test_a_decision_that_has_to_wait_leaves_its_question(torn: AppFixture) -> None:
    keep_all(torn)
    press("Submit", group(torn))
    question = torn.session.question
    assert question
    held = SubmissionUpdate(question, open=(question,), waits_for=Failure(kind=FailureKind.FOLDER_HELD))
    torn.session.submitter.on_news(held, None)
    assert is_there("Back to draft", torn.window.current_view() or torn.window)
