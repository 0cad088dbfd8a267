"""The language of the program, and its catalogues: the program's own, and Qt's for its dialogs."""

import logging
from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLibraryInfo, QLocale, QTranslator

from caseeditor.languages import LANGUAGES, SOURCE
from caseeditor.ui.application.resources import folder

log = logging.getLogger(__name__)
KEYS = QT_TRANSLATE_NOOP("QShortcut", "Ctrl"), QT_TRANSLATE_NOOP("QShortcut", "Shift")
"""Keys that the program's catalogues name, as keyboards print them; for others there are Qt's names."""


def choose(wanted: str, system: Sequence[str]) -> str:
    """Return the wanted language if it is available, else the first available one of the system, else English."""
    for name in (wanted, *system):
        found = _closest(QLocale(name)) if name else None
        if found:
            return found
    return SOURCE


def _closest(locale: QLocale) -> str | None:
    """Return the available language of a locale, in the form of its country where there are several."""
    alike = [code for code in LANGUAGES if QLocale(code).language() is locale.language()]
    own = (code for code in alike if QLocale(code).territory() is locale.territory())
    return next(own, alike[0] if alike else None)


def speak(app: QCoreApplication, wanted: str) -> list[QTranslator]:
    """Set the language of the program, '' for the system's. An existing window would not follow.

    Dates and numbers follow the system if it has the same language: es_AR and es_ES differ.
    """
    system = QLocale.system()
    language = choose(wanted, system.uiLanguages())
    locale = QLocale(language)
    QLocale.setDefault(system if system.language() is locale.language() else locale)
    if language == SOURCE:
        return []
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    installed = []
    for name, where in ((f"qtbase_{language}", qt), (f"caseeditor_{language}", str(folder() / "translations"))):
        translator = QTranslator(app)
        if translator.load(name, where):
            app.installTranslator(translator)
            installed.append(translator)
        else:
            log.warning("language: no catalogue %s in %s", name, where)
    return installed
