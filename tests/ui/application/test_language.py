"""The language in use, also for dates, numbers and Qt's own texts."""

import logging
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from caseeditor.ui.application import i18n
from caseeditor.ui.messages.counts import Counts
from caseeditor.ui.messages.texts import date_words, number_words
from tests.ui.parts import AppIn, Speak


@pytest.mark.parametrize(
    ("wanted", "system", "chosen"),
    [
        ("", ["es-AR", "es-Latn-AR", "es"], "es"),
        ("", ["pt-BR", "pt"], "pt_BR"),
        ("", ["pt-PT"], "pt_BR"),
        ("", ["en-GB"], "en"),
        ("", ["de-DE", "de"], "en"),
        ("", ["C"], "en"),
        ("", [], "en"),
        ("", ["gn-PY", "es-PY"], "es"),
        ("pt_BR", ["es-AR"], "pt_BR"),
        ("en", ["es-AR"], "en"),
        ("xx", ["es-AR"], "es"),
    ],
)
def test_the_wanted_language_else_the_first_of_the_systems_that_we_have(
    wanted: str, system: list[str], chosen: str
) -> None:
    assert i18n.choose(wanted, system) == chosen


def test_of_two_forms_of_a_language_the_systems_own_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "LANGUAGES", {"en": "English", "pt_BR": "Português (Brasil)", "pt_PT": "Português"})
    assert i18n.choose("", ["pt-PT"]) == "pt_PT"
    assert i18n.choose("", ["pt-BR"]) == "pt_BR"
    assert i18n.choose("", ["pt-AO"]) == "pt_BR"


def test_dates_and_numbers_are_the_languages(speak: Speak) -> None:
    date = datetime(2015, 5, 11, 16, 3).astimezone()
    speak("es")
    assert date_words(date) == "11 may 2015 16:03"
    assert number_words(100_000) == "100.000"
    assert Counts().cases(100_000).format("22:13") == "100.000 casos, a las 22:13."
    assert Counts().changes(1) == "1 cambio"
    assert Counts().changes(2) == "2 cambios"
    speak("pt_BR")
    assert date_words(date) == "11 mai. 2015 16:03"
    assert Counts().changes(2) == "2 alterações"
    speak("en")
    assert date_words(date) == "11 May 2015 16:03"
    assert number_words(100_000) == "100,000"
    assert Counts().changes(1) == "1 change"
    assert Counts().waiting(1) == "Ready again in 1 second."


def test_a_system_of_the_same_language_keeps_its_own_formats(speak: Speak, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("es_MX"))
    speak("es")
    assert number_words(100_000) == "100,000"
    speak("pt_BR")
    assert number_words(100_000) == "100.000"


def test_qts_own_buttons_and_menus_follow(qtbot: QtBot, speak: Speak) -> None:
    speak("pt_BR")
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)
    assert buttons.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Cancelar"
    line = QLineEdit()
    qtbot.addWidget(line)
    menu = line.createStandardContextMenu()
    assert isinstance(menu, QMenu)
    menu.setParent(line)
    shown = [action.text().replace("&", "").partition("\t")[0] for action in menu.actions() if action.text()]
    assert shown == ["Desfazer", "Refazer", "Recortar", "Copiar", "Colar", "Excluir", "Selecionar tudo"]


def test_a_catalogue_that_is_missing_leaves_english_and_says_so(
    speak: Speak, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(i18n, "folder", lambda: tmp_path)
    with caplog.at_level(logging.WARNING):
        speak("es")
    assert Counts().changes(2) == "2 changes"
    assert "no catalogue caseeditor_es" in caplog.text
    assert "qtbase_es" not in caplog.text


@pytest.mark.parametrize(("code", "title"), [("es", "Casos"), ("pt_BR", "Casos")])
def test_the_whole_window_speaks_it(app_in: AppIn, code: str, title: str) -> None:
    app = app_in(code)
    assert QLocale().name().partition("_")[0] == code.partition("_")[0]
    assert app.window.panes.lists_dock.windowTitle() == title
    assert app.window.layoutDirection() is Qt.LayoutDirection.LeftToRight
