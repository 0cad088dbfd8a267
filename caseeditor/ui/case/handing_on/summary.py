"""A case as a document: plain text, Markdown and HTML. Pure functions."""

import html
import re
from collections.abc import Iterable
from datetime import datetime

import msgspec

from caseeditor.domain.case.dates import from_milliseconds
from caseeditor.domain.case.model import Case, Note
from caseeditor.ui.case.summary import case_facts, glance
from caseeditor.ui.messages.texts import date_words, translate

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~])")
"""Characters that Markdown may read as markup."""
_BREAK = re.compile(r"\r\n|[\r\n\u2028\u2029]")


class Part(msgspec.Struct, frozen=True):
    """A part of the document: its heading, and pairs of a name (may be '') and a text."""

    heading: str
    lines: tuple[tuple[str, str], ...]


class Document(msgspec.Struct, frozen=True):
    """A case to be read outside of the program. `link` is '' if the case has no page."""

    title: str
    link: str
    facts: tuple[str, ...]
    parts: tuple[Part, ...]


def document_of(case: Case, now: datetime) -> Document:
    """Describe a case as it is on the server with what is pending: unsent text stays in the program."""
    contact = case.contact
    profiles = [(each.source, " · ".join(filter(None, (each.name, each.user_name)))) for each in contact.profiles]
    parts = (
        Part(translate("CaseDocument", "Contact"), (("", contact.name), *profiles)),
        Part(translate("CaseDocument", "Tags"), (("", ", ".join(case.tags)),)),
        Part(
            translate("CaseDocument", "Attributes"), tuple((each.name, each.text) for each in case.attributes.values())
        ),
        Part(translate("CaseDocument", "Notes"), tuple((_heading(note), note.text) for note in case.notes)),
        Part(
            translate("CaseDocument", "Notes about the contact"),
            tuple((_heading(note), note.text) for note in contact.notes),
        ),
    )
    filled = (Part(each.heading, tuple(line for line in each.lines if any(line))) for each in parts)
    return Document(
        title=f"{case.subject} (#{case.id})".strip(),
        link=case.url,
        facts=(*glance(case), *case_facts(case, now)),
        parts=tuple(each for each in filled if each.lines),
    )


def _heading(note: Note) -> str:
    date = from_milliseconds(note.milliseconds) if note.milliseconds is not None else None
    return " · ".join(filter(None, (date_words(date) if date else note.date, note.user_name)))


def as_text(document: Document) -> str:
    """Return the document as plain text."""
    blocks = ["\n".join(filter(None, (document.title, document.link, " · ".join(document.facts))))]
    for part in document.parts:
        lines = [f"{name}: {text}" if name else text for name, text in part.lines]
        blocks.append("\n".join((f"{part.heading}:", *lines)))
    return "\n\n".join(blocks) + "\n"


def as_markdown(document: Document) -> str:
    """Return the document as Markdown (CommonMark). Texts of the server are no markup."""
    blocks = [f"# {_escaped(document.title)}"]
    if document.link:
        blocks.append(f"<{document.link}>" if _is_plain(document.link) else _escaped(document.link))
    if document.facts:
        blocks.append(_escaped(" · ".join(document.facts)))
    for part in document.parts:
        items = "\n".join(_item(name, text) for name, text in part.lines)
        blocks.append(f"## {_escaped(part.heading)}\n\n{items}")
    return "\n\n".join(blocks) + "\n"


def as_html(document: Document) -> str:
    """Return the document as HTML for a page. Texts of the server are no markup."""
    link = html.escape(document.link)
    parts = "".join(f"<h2>{html.escape(part.heading)}</h2>{_paragraphs(part.lines)}" for part in document.parts)
    facts = html.escape(" · ".join(document.facts))
    return f"<h1>{html.escape(document.title)}</h1><p>{link}</p><p>{facts}</p>{parts}"


def _item(name: str, text: str) -> str:
    body = _BREAK.sub("\\\n  ", _escaped(text))  # a hard break, then the item goes on
    return f"- **{_escaped(name)}:** {body}" if name else f"- {body}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text.replace("&", "&amp;"))


def _is_plain(link: str) -> bool:
    return not re.search(r"[<>\s]", link)


def _paragraphs(lines: Iterable[tuple[str, str]]) -> str:
    return "".join(
        f"<p>{f'<b>{html.escape(name)}</b><br>' if name else ''}{_BREAK.sub('<br>', html.escape(text))}</p>"
        for name, text in lines
    )
