"""Clean-up and limits of text that is pasted, dropped or set in each kind of field."""

import re

LONGEST_LINE = 100_000
"""Maximum characters of a single-line field; the layout of more blocks the window."""
LONGEST_TEXT = 1_000_000
"""Maximum characters of a multi-line field; percent-encoded UTF-8 still fits a POST."""
LONGEST_TABLE = 4_000_000
"""Maximum characters of attributes in one paste."""
MOST_TAGS = 100
"""Maximum tags in one paste."""

_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"
_BREAK = f"\r\n|[{_BREAKS}]"
_RUN = f"[{_BREAKS}]+"
_END = f"(?:\r\n|[{_BREAKS}])\\Z"
_CONTROLS = "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0\ufdd1]"
_NOT_IN_A_LINE = f"[\t{_BREAKS}{_CONTROLS[1:]}"


def pasted_text(text: str) -> str:
    """Clean up text pasted into a multi-line field.

    Removes the final line break of a copied cell or line, the quotes that spreadsheets put around a multi-line cell,
    and control characters, which no field shows. Other line breaks become LF.
    """
    return in_lines(_unquoted(re.sub(_END, "", text)))


def pasted_line(text: str, between: str = " ") -> str:
    """Clean up text pasted into a single-line field."""
    return in_a_line(_unquoted(re.sub(_END, "", text)), between)


def pasted_lines(text: str) -> tuple[str, ...]:
    """Split pasted text into distinct items, one per line: trimmed, without empty ones and duplicates."""
    lines = (line.strip() for line in _without_quotes(re.sub(_BREAK, "\n", text)).split("\n"))
    return tuple(dict.fromkeys(in_a_line(line) for line in lines if line))


def in_a_line(text: str, between: str = " ") -> str:
    """Join a text into one line: runs of line breaks and tabs become `between`; outer line breaks are removed."""
    if is_in_a_line(text):
        return text
    return re.sub(_CONTROLS, "", re.sub(_RUN, between, text.strip(_BREAKS)).replace("\t", between))


def in_lines(text: str) -> str:
    """Convert line breaks to LF and remove control characters."""
    return re.sub(_CONTROLS, "", re.sub(_BREAK, "\n", text))


def is_in_a_line(text: str) -> bool:
    """Check that a single-line field shows a text unchanged."""
    return text.isprintable() or not re.search(_NOT_IN_A_LINE, text)  # the first is fast, and needs no pattern


def mended_line(before: str, text: str, end: int, between: str = " ") -> tuple[str, int]:
    """Clean up a single-line field after an insertion that was not a paste; return the text and the cursor.

    Only the inserted part changes. It ends at the cursor (`end`); `before` is the field's previous text.
    """
    if is_in_a_line(text):
        return text, end
    after = text[end:]
    if not before.endswith(after):
        after, end = "", len(text)
    start = _common_beginning(before[: len(before) - len(after)], text[:end])
    if not after:  # assistive technology replaces the whole text, so the cursor does not mark the insertion
        end = len(text) - _common_beginning(before[start:][::-1], text[start:][::-1])
        after = text[end:]
    put_in = text[start:end]
    if is_in_a_line(put_in):
        return text, end
    line = pasted_line(put_in, between)
    # replaced as a whole, the text keeps the beginning of the previous one
    if start and put_in[0] in _BREAKS and (line or after):
        line = between + line
    return text[:start] + line + after, start + len(line)


def _common_beginning(one: str, other: str) -> int:
    if other.startswith(one):
        return len(one)
    return next((place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), len(other))


def _unquoted(text: str) -> str:
    """Unquote a multi-line spreadsheet cell; return other text unchanged."""
    inner = text[1:-1]
    is_cell = len(text) > 1 and text[0] == text[-1] == '"' and re.search(_BREAK, inner)
    return inner.replace('""', '"') if is_cell and '"' not in inner.replace('""', "") else text


def _without_quotes(text: str) -> str:
    """Unquote each multi-line cell of a copied column."""
    parts: list[str] = []
    lines = iter(text.split("\n"))
    for line in lines:
        cell = [line]
        while line.startswith('"') and sum(each.count('"') for each in cell) % 2:
            more = next(lines, None)
            if more is None:
                break
            cell.append(more)
        parts.append(_unquoted("\n".join(cell)))
    return "\n".join(parts)
