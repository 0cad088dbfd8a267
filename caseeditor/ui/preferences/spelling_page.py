"""The page of the preferences about spelling."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QListView, QPushButton, QWidget

from caseeditor.ui.messages.spelling_words import dictionary_problem_words, language_name, spelling_problem_words
from caseeditor.ui.preferences.pages import Page, explaining
from caseeditor.ui.state.spelling import Spelling
from caseeditor.ui.style.font_scaling import by_font

if TYPE_CHECKING:
    from caseeditor.domain.local.settings import Settings

_LINES = 5
"""Words in sight."""


class SpellingPage(Page):
    """Whether spelling is checked, the language, and the agent's own words. Removing a word takes effect at once."""

    def __init__(self, settings: "Settings", locked: frozenset[str], spelling: Spelling, parent: QWidget) -> None:
        super().__init__(locked, parent)
        self._spelling = spelling
        self._check = QCheckBox(self.tr("&Check spelling"), self)
        self._check.setChecked(settings.spelling)
        self._add("spelling", "", self._check, self.tr("In subjects, notes and templates."))
        self._chosen = settings.spelling_language
        self._language = self._choices(("",), (self.tr("Language of the text"),), "")
        self._add("spelling_language", self.tr("&Language"), self._language)
        self._problem = explaining("", self)
        self._grid.addWidget(self._problem, self._grid.rowCount(), 1)
        self._words = QStringListModel(self)
        self._list = QListView(self)
        self._list.setModel(self._words)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        by_font(self._list, lambda: self._list.setFixedHeight(self._list.fontMetrics().lineSpacing() * _LINES + 12))
        row = self._grid.rowCount()
        self._add("", self.tr("Your &words"), self._list)
        self._none = explaining(self.tr("No words yet. Add one from the menu of a misspelled word."), self)
        self._none.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._grid.addWidget(self._none, row, 1)
        self._remove = QPushButton(self.tr("Remove word"), self)
        self._remove.clicked.connect(self._on_remove)
        self._grid.addWidget(self._remove, self._grid.rowCount(), 1, Qt.AlignmentFlag.AlignLeft)
        self._list.selectionModel().selectionChanged.connect(self._update_button)
        spelling.changed.connect(self._show)
        spelling.begin()
        self._show()

    def chosen(self) -> dict[str, object]:
        return {"spelling": self._check.isChecked(), "spelling_language": self._language.currentData()}

    def _show(self) -> None:
        """Show the languages and words, once they are known."""
        means = self._spelling.means
        chosen = self._language.currentData() or self._chosen
        for language in (*(means.languages if means else ()), self._chosen):
            if language and self._language.findData(language) < 0:
                self._language.addItem(language_name(language), language)
        if chosen and self._language.currentData() != chosen:
            self._language.setCurrentIndex(self._language.findData(chosen))
            self._chosen = ""  # from now on the field tells the choice
        problem = self._spelling.problem
        lines = [spelling_problem_words(problem)] if problem else []
        self._problem.setText(" ".join(filter(None, (*lines, dictionary_problem_words(self._spelling.broken)))))
        self._problem.setVisible(bool(self._problem.text()))
        words = sorted(means.own_words, key=str.casefold) if means else []
        if words != self._words.stringList():
            self._words.setStringList(words)
        for widget in (self._list, self._remove):
            widget.setVisible(bool(words))
        self._none.setVisible(not words)
        self._update_button()

    def _update_button(self) -> None:
        self._remove.setEnabled(bool(self._list.selectedIndexes()))

    def _on_remove(self) -> None:
        for index in self._list.selectedIndexes():
            self._spelling.remove_word(str(index.data()))
