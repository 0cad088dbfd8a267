"""Prints, as JSON, the language support of the package on the path: python language_report.py CODE SPEC."""

import ast
import contextlib
import io
import json
import re
import sys
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QComboBox

from caseeditor.__main__ import main
from caseeditor.domain.local.settings import Settings
from caseeditor.domain.policy import followed
from caseeditor.ui.application import i18n
from caseeditor.ui.messages.counts import Counts
from caseeditor.ui.preferences.pages import LooksPage


def helped() -> str:
    """Return the text of --help after the language was accepted on the command line."""
    printed = io.StringIO()
    unheard = contextlib.redirect_stderr(io.StringIO())
    with contextlib.redirect_stdout(printed), unheard, contextlib.suppress(SystemExit):
        main(["--lang", code, "--help"])
    return printed.getvalue()


def frozen(spec: Path, name: str) -> bool:
    """Tell whether the frozen program keeps a file, by the packaging's own function."""
    nodes: list[ast.stmt] = []
    for node in ast.parse(spec.read_text("utf-8")).body:
        is_wanted = isinstance(node, ast.FunctionDef) and node.name == "wanted"
        is_list = isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "QT_TRANSLATIONS"
        if is_wanted or is_list or (isinstance(node, ast.ImportFrom) and node.module == "caseeditor.languages"):
            nodes.append(node)
    names: dict[str, Any] = {"re": re}
    exec(compile(ast.Module(nodes, []), str(spec), "exec"), names)  # noqa: S102 - our own file
    return bool(names["wanted"]((name, "", "DATA")))


code, spec = sys.argv[1:]
app = QApplication([])
page = LooksPage(Settings(), frozenset(), None)  # type: ignore[arg-type]  # Qt allows a page without a parent
language = page.findChildren(QComboBox)[0]
offered = {language.itemData(row): language.itemText(row) for row in range(language.count())}
catalogues = [Path(each.filePath()).name for each in i18n.speak(app, code)]
report = {
    "help": helped(),
    "offered": offered,
    "of_the_system": i18n.choose("", [code.replace("_", "-")]),
    "catalogues": catalogues,
    "changes": Counts().changes(2),
    "policy": followed(json.dumps({"locked": {"language": code}}).encode()) is not None,
    "frozen": frozen(Path(spec), f"PySide6/Qt/translations/qtbase_{code}.qm"),
    "other_frozen": frozen(Path(spec), "PySide6/Qt/translations/qtbase_de.qm"),
}
sys.stdout.write(json.dumps(report))
