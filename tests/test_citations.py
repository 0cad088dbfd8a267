"""Docstrings, comments and pages cite only documents, rules and files that exist in the repository."""

import ast
import functools
import io
import re
import tokenize
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDERS = ("caseeditor", "packaging", "resources", "tests")
FILES = sorted(
    path
    for path in (*ROOT.glob("*.*"), *(each for folder in FOLDERS for each in (ROOT / folder).rglob("*")))
    if path.is_file() and "__pycache__" not in path.parts
)
NAMES = [path.relative_to(ROOT).as_posix() for path in FILES]
PAGES = [path for path in FILES if path.suffix == ".md"]
COMMENTED = [path for path in FILES if path.suffix in {".py", ".sh", ".spec", ".toml"}]
MADE = {
    "packaging/README.md": {"check.txt", "last-policy.json"},
    "packaging/caseeditor.spec": {"version.txt"},
    "caseeditor/ui/widgets/file_choice.py": {"notes.txt"},
}
"""Files created by installing, building or saving, by the file that names them."""

CITED = re.compile(r"(?<![\w*.-])(?:[\w.-]+/)*[\w-][\w.-]*\.(?:md|txt)\b")
LINKED = re.compile(r"\]\((?!https?:)([^)#\s]+)\)")
QUOTED = re.compile(r"`((?:[\w.-]+/)*[\w-]+\.(?:py|json|md|txt|toml|sh))`")
SECTION = re.compile(r"\bsection \d+", re.IGNORECASE)
"""Pages here have titles and numbered rules, so a numbered section belongs to another document."""
RULES = re.compile(r"\brules? (\d+[ab]?)(?:((?:, \d+[ab]?)+)| (?:to|and) (\d+[ab]?))?")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@functools.cache
def prose_of(path: Path) -> str:
    """Return the comments of a file, and all docstrings of Python files."""
    text = path.read_text("utf-8")
    if not any(pattern.search(text) for pattern in (CITED, SECTION, RULES)):  # parsing all would take ten seconds
        return ""
    if path.suffix not in {".py", ".spec"}:
        return "\n".join(re.findall(r"(?:^|\s)#(.*)", text))
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    comments = [token.string for token in tokens if token.type == tokenize.COMMENT]
    return "\n".join([*comments, *docstrings(ast.parse(text))])


def docstrings(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.value.value


def is_there(cited: str) -> bool:
    """Return whether a file is in the repository, by its path from the root or the end of its path."""
    return any(f"/{name}".endswith(f"/{cited}") for name in NAMES)


def rules_in(text: str) -> set[str]:
    return {number for found in RULES.findall(text) for part in found for number in re.findall(r"\d+[ab]?", part)}


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_links_and_file_names_of_a_page_resolve(path: Path) -> None:
    text = path.read_text("utf-8")
    assert [link for link in LINKED.findall(text) if not (path.parent / link).resolve().exists()] == []
    named = {*CITED.findall(LINKED.sub("", text)), *QUOTED.findall(text)} - MADE.get(name_of(path), set())
    assert [name for name in sorted(named) if not is_there(name)] == []
    assert SECTION.findall(text) == []


def test_the_manual_test_names_tests_that_are_there() -> None:
    named = re.findall(r"\b(?:\w+/)+test_\w+", (ROOT / "packaging" / "qa.md").read_text("utf-8"))
    assert len(named) > 50
    assert [name for name in sorted(set(named)) if not is_there(f"{name}.py")] == []


def test_citations_in_comments_and_docstrings_resolve() -> None:
    lost = {
        f"{name_of(path)}: {cited}"
        for path in COMMENTED
        for cited in CITED.findall(prose_of(path))
        if not is_there(cited) and cited not in MADE.get(name_of(path), ())
    }
    assert sorted(lost) == []


def test_no_comment_or_docstring_cites_a_section_of_another_document() -> None:
    found = {f"{name_of(path)}: {each}" for path in COMMENTED for each in SECTION.findall(prose_of(path))}
    assert sorted(found) == []


def test_every_rule_that_is_cited_by_its_number_is_in_the_rules() -> None:
    page = (ROOT / "caseeditor" / "domain" / "delivery" / "RULES.md").read_text("utf-8")
    known = set(re.findall(r"^(?:   - \*\*)?(\d+[ab]?)\. ?", page, re.MULTILINE))
    assert {"1", "5a", "5b", "13"} <= known
    cited = {number for path in COMMENTED for number in rules_in(prose_of(path))}
    assert {"2", "5", "5a", "8", "13"} <= cited
    assert sorted(cited - known) == []


@pytest.mark.parametrize(
    ("prose", "cited"),
    [
        ("as nowhere.md says", ["nowhere.md"]),
        ("(see docs/nowhere.md, rule 1)", ["docs/nowhere.md"]),
        ("API.md's grades", ["API.md"]),
        ("*.txt files", []),
    ],
)
def test_a_citation_is_known_as_one(prose: str, cited: list[str]) -> None:
    assert CITED.findall(prose) == cited


def test_a_citation_that_resolves_nowhere_is_found() -> None:
    assert not is_there("nowhere.md")
    assert not is_there("ULES.md")
    assert is_there("RULES.md")
    assert is_there("domain/delivery/RULES.md")
    assert SECTION.findall("(nowhere.md, section 4)") == ["section 4"]
    assert rules_in("rules 5, 5a, 5b; rules 2 and 10; rule 13") == {"5", "5a", "5b", "2", "10", "13"}


def test_the_wheel_leaves_the_pages_out() -> None:
    """All other files in the package are code, or data that the program reads."""
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    inside = [path for path in FILES if path.is_relative_to(ROOT / "caseeditor") and path.suffix != ".py"]
    kept = [path.name for path in inside if not any(fnmatch(path.name, pattern) for pattern in wheel["exclude"])]
    assert kept == ["case-203.json"]
    assert len(inside) > len(kept)
