"""Every text of the code is in every catalogue, finished, with all its placeholders and marks."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from caseeditor.languages import TRANSLATED
from tests.support.catalogues import FOLDER, HERE, Entry, build, extract, read

PLACEHOLDERS = re.compile(r"\{\d\}|%L?n|\(--[a-z-]+\)|https?://\S+|/case/|Ctrl\+\w|name=|\\\\")
MARKS = ("…", ":", ".", "?", "↗", " ", "⚠", "·", "\n")
ALIKE = {"Case Editor", "{0}: {1}", "{0} min", "{0} h", "{0} d", "Ctrl", "ID"}
"""Texts that are the same in each language."""
ALIKE_IN = {"es": {"{0} %", "Plan"}, "pt_BR": {"Link", "Shift", "“{0}”"}}
FORMS = {"es": 2, "pt_BR": 2}
"""Number of plural forms per language; for others, the first text's number applies to all."""
CANCEL = {"es": "Cancelar", "pt_BR": "Cancelar"}


@pytest.fixture(scope="module")
def code(tmp_path_factory: pytest.TempPathFactory) -> list[Entry]:
    return extract(tmp_path_factory.mktemp("texts"))


@pytest.fixture(params=TRANSLATED)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def entries(language: str) -> list[Entry]:
    return read(FOLDER / f"caseeditor_{language}.ts")


def calls(tree: ast.AST, inside: str = "") -> Iterator[tuple[str, ast.Call]]:
    """Yield each translation call, with its context."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute) and node.func.attr == "tr":
                yield inside, node
            if isinstance(node.func, ast.Name) and node.func.id in {"translate", "QT_TRANSLATE_NOOP"}:
                assert isinstance(node.args[0], ast.Constant), ast.unparse(node)
                yield str(node.args[0].value), node
        yield from calls(node, node.name if isinstance(node, ast.ClassDef) else inside)


def test_qt_finds_every_text_of_the_code_and_knows_its_plurals(code: list[Entry]) -> None:
    """Qt's lupdate silently skips code that it does not understand."""
    written = set()
    for path in sorted((HERE / "caseeditor").rglob("*.py")):
        for context, call in calls(ast.parse(path.read_text("utf-8"))):
            text = call.args[0 if isinstance(call.func, ast.Attribute) else 1]
            assert isinstance(text, ast.Constant), f"{path}: {ast.unparse(call)}"
            written.add((context, text.value))
    assert len(written) > 500
    assert {entry.key for entry in code} == written
    assert [entry.source for entry in code if entry.is_plural is not bool(re.search("%L?n", entry.source))] == []


def test_each_text_is_in_the_catalogue_and_nothing_else_is(code: list[Entry], entries: list[Entry]) -> None:
    assert sorted(entry.key for entry in entries) == sorted(entry.key for entry in code)


def test_nothing_is_unfinished_or_obsolete(entries: list[Entry]) -> None:
    assert [entry.source for entry in entries if entry.mark] == []
    assert [entry.source for entry in entries if not all(form.strip() for form in entry.forms)] == []


def test_no_text_is_left_in_english(language: str, entries: list[Entry]) -> None:
    assert {entry.source for entry in entries if entry.source in entry.forms} == ALIKE | ALIKE_IN.get(language, set())


def test_one_kind_of_quotes_and_one_word_for_adding() -> None:
    texts = "\n".join(form for entry in read(FOLDER / "caseeditor_es.ts") for form in entry.forms)
    assert not re.findall("[“”]|[Aa]greg|[Cc]olega", texts)
    assert "«" not in "\n".join(form for entry in read(FOLDER / "caseeditor_pt_BR.ts") for form in entry.forms)


def test_quotes_are_those_of_the_language_around_composed_texts_too() -> None:
    composed = [
        f"{path.name}: {ast.unparse(node)}"
        for path in sorted((HERE / "caseeditor").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.JoinedStr) and re.search("[“”]", ast.unparse(node))
    ]
    assert composed == []


def test_plurals_have_all_forms(language: str, entries: list[Entry]) -> None:
    first = next(len(entry.forms) for entry in entries if entry.is_plural)
    forms = FORMS.get(language, first)
    for entry in entries:
        assert len(entry.forms) == (forms if entry.is_plural else 1), entry.source
        assert len(set(entry.forms)) == len(entry.forms), entry.source


def test_placeholders_marks_and_mnemonics_are_kept(entries: list[Entry]) -> None:
    for entry in entries:
        for form in entry.forms:
            assert found(form) == found(entry.source), form
            assert ends(form) == ends(entry.source), form
            assert form.count("&") == entry.source.count("&"), form
            assert form.count("\n") == entry.source.count("\n"), form


def found(text: str) -> list[str]:
    """List the parts of a text that must stay; a localized `name=` counts as the original."""
    return sorted(set(PLACEHOLDERS.findall(re.sub(r"\b(nombre|nome)=", "name=", text))))


def ends(text: str) -> tuple[bool, ...]:
    """Return whether a text begins or ends with each mark."""
    return tuple(text.endswith(mark) or (mark in "⚠·" and text.startswith(mark)) for mark in MARKS)


def test_no_mnemonic_is_twice_in_the_menus_or_on_a_page(entries: list[Entry]) -> None:
    keys: dict[str, list[str]] = {}
    for entry in entries:
        if "&" in entry.source:
            keys.setdefault(entry.context, []).append(entry.forms[0].partition("&")[2][0].lower())
    assert len(keys["Menus"]) == 6
    assert [found for found in keys.values() if len(found) != len(set(found))] == []


def test_one_word_stands_for_one_thing(language: str, entries: list[Entry]) -> None:
    words = {
        "es": {
            "case": "caso",
            "contact": "contacto",
            "profile": "perfil",
            "subject": "asunto",
            "tag": "etiqueta",
            "note": "nota",
            "attribute": "atributo",
            "channel": "canal",
            "draft": "borrador",
            "outbox": "bandeja de salida",
            "conflict": "conflicto",
            "template": "plantilla",
        },
        "pt_BR": {
            "case": "caso",
            "contact": "contato",
            "profile": "perfi",
            "subject": "assunto",
            "tag": "etiqueta",
            "note": "nota",
            "attribute": "atributo",
            "channel": "canal",
            "draft": "rascunho",
            "outbox": "caixa de saída",
            "conflict": "conflito",
            "template": "modelo",
        },
    }.get(language, {})
    others = {"Case Editor", "/case/"}
    for entry in entries:
        source = entry.source
        for other in others:
            source = source.replace(other, "")
        for word, wanted in words.items():
            if re.search(rf"\b{word}s?\b", source.lower()):
                assert all(wanted in form.lower() for form in entry.forms), (word, entry.forms)


def test_qt_brings_its_own_words(qapp: QCoreApplication, language: str) -> None:
    """Plurals and Qt's own dialogs use the language."""
    qt = QTranslator(qapp)
    assert qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    cancel = qt.translate("QPlatformTheme", "Cancel")
    assert cancel not in {"", "Cancel"}
    assert cancel == CANCEL.get(language, cancel)


@pytest.mark.parametrize(("count", "es", "pt"), [(0, 1, 0), (1, 0, 0), (2, 1, 1), (21, 1, 1)])
def test_plurals_are_the_languages_own(qapp: QCoreApplication, tmp_path: Path, count: int, es: int, pt: int) -> None:
    for language, form in (("es", es), ("pt_BR", pt)):
        source = FOLDER / f"caseeditor_{language}.ts"
        ours = QTranslator(qapp)
        assert ours.load(str(build(source, tmp_path / f"{language}.qm")))
        entry = next(each for each in read(source) if each.source == "%n changes")
        assert ours.translate("Counts", "%n changes", None, count) == entry.forms[form]
    assert QLocale("es").toString(100_000) == "100.000"
