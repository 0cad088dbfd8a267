"""Misspelled words of a field: a wave below them, their menu, the next one, and their announcement.

The wave is painted over the text. Document, undo and drafts never see it, and only visible text is read.
"""

from abc import abstractmethod
from collections import deque
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QContextMenuEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QToolTip

from caseeditor.domain.spelling.language import guessed_language
from caseeditor.domain.spelling.words import Word, words_to_check
from caseeditor.ui.messages.spelling_words import inability_words, misspelled_words
from caseeditor.ui.messages.texts import tip_words, translate
from caseeditor.ui.style.colour_roles import roles_of
from caseeditor.ui.widgets.fields.speller import Speller
from caseeditor.ui.widgets.fields.spelling_menu import add_spelling_menu, add_word_menu

_PAUSE_MS = 250
"""After a change, until the language is guessed again."""
_CACHED = 64
"""Texts whose words are remembered."""
_HUNTED = 300
"""Words that are looked up at once for the next misspelling."""
_STEP = 2.0
"""Half a wave, in pixels at 100 %."""
_NORMAL_HEIGHT = 17


class SpellingMarks(QObject):
    """The marks of a field. A word that is being typed has none until it ends."""

    def __init__(self, field: QLineEdit | QPlainTextEdit, speller: Speller) -> None:
        super().__init__(field)
        self._speller = speller
        self._widget = field
        self._language = ""
        self._typed_at = -1
        """The place of the caret after the last change."""
        self._announced = ""
        self._words: dict[str, tuple[Word, ...]] = {}
        self._hunt: Iterator[tuple[int, Word]] | None = None
        self._hunted: deque[tuple[int, Word]] = deque()
        self._waves_of: dict[tuple[float, int], QPolygonF] = {}
        """Waves by their step and number of steps."""
        self._painted_typed = -1
        """The place of the word that was left out at the last painting."""
        self._moved = QTimer(self)
        self._moved.setSingleShot(True)
        self._moved.setInterval(0)
        self._moved.timeout.connect(self._on_moved)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_PAUSE_MS)
        self._settle.timeout.connect(self._on_pause)
        speller.changed.connect(self._on_results)
        field.textChanged.connect(self._on_text)
        field.cursorPositionChanged.connect(self._on_caret)
        field.installEventFilter(self)

    @property
    def language(self) -> str:
        """The language of the text, '' while it isn't known."""
        return self._language

    def add_to_menu(self, menu: QMenu, event: QContextMenuEvent) -> None:
        """Add suggestions for a misspelled word, and the choice of the language."""
        is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self._caret() if is_by_key else self._place_at(event)
        self._speller.begin()
        found = self._word_at(place) if self._speller.is_on else None
        if found:
            start, word = found
            is_wrong = self._speller.is_wrong(word.text, self._language)
            language = self._language if is_wrong else None
            replacing = self._replacing(start, word)
            add_word_menu(menu, self._speller, word.text, language, replacing, is_by_key=is_by_key)
        add_spelling_menu(menu, self._speller, self.find_next)

    def find_next(self) -> None:
        """Select the next misspelled word after the caret, from the beginning after the last one."""
        if self._speller.is_on and self._speller.is_unable:
            self._tell_inability()
            return
        if not self._speller.is_on:
            self._tell(translate("Spelling", "The spelling check is off."))
            return
        self._end_hunt()
        self._hunt = self._words_from_caret()
        self._go_on_hunting()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_there = watched is self._widget  # a field that is being deleted comes as another object
        if is_there and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._repaint()
            if event.type() is QEvent.Type.FocusOut:
                self._end_hunt()
        return super().eventFilter(watched, event)

    # The text, in UTF-16 units from its beginning.

    @abstractmethod
    def paint(self, event: QPaintEvent) -> None:
        """Paint the waves."""

    @abstractmethod
    def _caret(self) -> int: ...

    @abstractmethod
    def _place_at(self, event: QContextMenuEvent) -> int: ...

    @abstractmethod
    def _word_at(self, place: int) -> tuple[int, Word] | None:
        """Return a word, and the place at which its line begins."""

    @abstractmethod
    def _words_from_caret(self) -> Iterator[tuple[int, Word]]: ...

    @abstractmethod
    def _sample(self) -> Iterator[tuple[int, Word]]: ...

    @abstractmethod
    def _select(self, start: int, end: int) -> None: ...

    @abstractmethod
    def _part(self, start: int, end: int) -> str:
        """Return a part of the text, or less if it no longer reaches so far."""

    @abstractmethod
    def _replace(self, start: int, end: int, text: str) -> None:
        """Replace a part of the text, as one step of undo."""

    @abstractmethod
    def _repaint(self) -> None: ...

    # Words.

    def _words_of(self, text: str) -> tuple[Word, ...]:
        found = self._words.get(text)
        if found is None:
            if len(self._words) >= _CACHED:
                self._words.clear()
            found = self._words[text] = words_to_check(text)
        return found

    def _misspelled(self, text: str, start: int) -> list[Word]:
        """Return the words of a line to mark, and have others checked; the line begins at `start`."""
        self._painted_typed = self._typed_place()
        typed = self._painted_typed - start
        wrong, unknown = [], []
        for word in self._words_of(text):
            if word.start < typed <= word.end:
                continue
            if self._speller.known_by(word.text) is None:
                unknown.append(word.text)
            elif self._speller.is_wrong(word.text, self._language):
                wrong.append(word)
        if unknown:
            self._speller.want(unknown)
        return wrong

    def _typed_place(self) -> int:
        """Return the place of the caret while it stands where the last change left it."""
        caret = self._caret()
        return caret if caret == self._typed_at and self._widget.hasFocus() else -1

    def _replacing(self, start: int, word: Word) -> "_Replacing":
        start, end = start + word.start, start + word.end
        return _Replacing(self, start, end, self._part(start, end))

    def replace(self, start: int, end: int, before: str, text: str) -> None:
        """Replace a word by a suggestion, unless the text has changed meanwhile."""
        if not self._widget.isReadOnly() and self._part(start, end) == before:
            self._replace(start, end, text)

    # Events.

    def note_edit(self) -> None:
        """Follow the last change of the text."""
        self._on_text()

    def _on_text(self) -> None:
        self._typed_at = self._caret()
        self._end_hunt()
        self._settle.start()

    def _on_caret(self) -> None:
        self._end_hunt()  # the agent goes on elsewhere: a late result would select a word there
        self._moved.start()  # in a stroke, the caret moves before the text is told

    def _on_moved(self) -> None:
        if self._typed_place() < 0:
            if self._painted_typed >= 0:
                self._repaint()
            if QAccessible.isActive():
                self._settle.start()

    def _on_results(self) -> None:
        self._guess()
        self._repaint()
        if self._hunt:
            self._go_on_hunting()

    def _on_pause(self) -> None:
        self._guess()
        if QAccessible.isActive() and self._widget.hasFocus():
            self._announce()

    def _guess(self) -> None:
        if not self._speller.is_on:
            return
        typed = self._typed_place()
        sample = [word.text for start, word in self._sample() if not word.start < typed - start <= word.end]
        known = {word: self._speller.known_by(word) for word in sample}
        self._speller.want(word for word, languages in known.items() if languages is None)
        languages = self._speller.languages
        found = guessed_language((each for each in known.values() if each is not None), languages, self._language)
        if found != self._language:
            self._language = found
            self._speller.last_language = found
            self._repaint()

    def _announce(self) -> None:
        """Announce the misspelled word at the caret once, when the caret is moved into it."""
        found = self._word_at(self._caret()) if self._typed_place() < 0 else None
        wrong = found[1].text if found and self._speller.is_wrong(found[1].text, self._language) else ""
        if wrong != self._announced:
            self._announced = wrong
            if wrong:
                self._say(misspelled_words(wrong))

    def _say(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._widget, words))

    def _tell(self, words: str) -> None:
        QToolTip.showText(self._widget.mapToGlobal(self._widget.rect().bottomLeft()), tip_words(words), self._widget)
        self._say(words)

    def _tell_inability(self) -> None:
        speller = self._speller
        self._tell(inability_words(speller.problem, speller.broken, speller.chosen))

    def _go_on_hunting(self) -> None:
        """Look at the next words for a misspelled one; the results of unknown ones lead here again."""
        if self._hunt is None:
            return
        while len(self._hunted) < _HUNTED and (found := next(self._hunt, None)):
            self._hunted.append(found)
        if not self._hunted:
            self._end_hunt()
            self._tell(translate("Spelling", "No misspelled words."))
            return
        unknown = [word.text for _, word in self._hunted if self._speller.known_by(word.text) is None]
        if unknown:
            if self._speller.is_unable:
                self._end_hunt()
                self._tell_inability()
                return
            if QToolTip.text() != tip_words(_checking()):
                self._tell(_checking())
            self._speller.want(unknown)
            return
        while self._hunted:
            start, word = self._hunted.popleft()
            if self._speller.is_wrong(word.text, self._language):
                self._end_hunt()
                self._select(start + word.start, start + word.end)
                self._announced = word.text
                self._say(misspelled_words(word.text))
                return
        QTimer.singleShot(0, self, self._go_on_hunting)

    def _end_hunt(self) -> None:
        if self._hunt is None:
            return
        self._hunt = None
        self._hunted.clear()
        if QToolTip.text() == tip_words(_checking()):
            QToolTip.hideText()

    # Painting.

    def _pen(self) -> QPen:
        scale = self._widget.fontMetrics().height() / _NORMAL_HEIGHT
        return QPen(QColor(roles_of(self._widget.palette()).bad), max(1.0, 1.1 * scale))

    def _wave(self, painter: QPainter, left: float, right: float, base: float) -> None:
        """Paint a wave from `left` to `right` below the base line of the text."""
        left, right = min(left, right), max(left, right)
        step = _STEP * max(1.0, self._widget.fontMetrics().height() / _NORMAL_HEIGHT)
        shape = step, max(2, round((right - left) / step))
        wave = self._waves_of.get(shape)
        if wave is None:
            places = range(shape[1] + 1)
            wave = QPolygonF([QPointF(step * each, step * (0.6 + 0.75 * (each % 2))) for each in places])
            self._waves_of[shape] = wave
        painter.drawPolyline(wave.translated(left, base))


def _checking() -> str:
    return translate("Spelling", "Checking…")


class _Replacing:
    """Replaces a word of a field by a suggestion."""

    def __init__(self, marks: SpellingMarks, start: int, end: int, before: str) -> None:
        self._marks, self._start, self._end, self._before = marks, start, end, before

    def __call__(self, text: str) -> None:
        self._marks.replace(self._start, self._end, self._before, text)
