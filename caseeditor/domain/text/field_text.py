"""What each kind of field takes of a text that is pasted, dropped or set."""

import re

LONGEST_LINE = 100_000
"""Characters of a field of one line: laying out more holds the window."""
LONGEST_TEXT = 1_000_000
"""Characters of a field of several lines: in UTF-8 and percent-encoded still within what servers take as a POST."""
LONGEST_TABLE = 4_000_000
"""Characters of attributes that are pasted at once."""
MOST_TAGS = 100
"""Tags that are pasted at once."""

_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"
_BREAK = re.compile(f"\r\n|[{_BREAKS}]")
_RUN = re.compile(f"[{_BREAKS}]+")
_END = re.compile(f"(?:\r\n|[{_BREAKS}])\\Z")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0\ufdd1]")
_NOT_IN_A_LINE = re.compile(f"[\t{_BREAKS}{_CONTROLS.pattern[1:]}")


def pasted_text(text: str) -> str:
    """Return what a field of several lines takes of what is pasted.

    The line break that a copied cell or line ends in goes, and so do the quotes of a cell of several lines, which
    spreadsheets put around it. Breaks inside stay, as LF; control characters go, for no field shows them.
    """
    return in_lines(_unquoted(_END.sub("", text)))


def pasted_line(text: str, between: str = " ") -> str:
    """Return what a field of one line takes of what is pasted."""
    return in_a_line(_unquoted(_END.sub("", text)), between)


def pasted_lines(text: str) -> tuple[str, ...]:
    """Return the lines of what is pasted where each is a thing of its own: trimmed, none empty, none twice."""
    lines = (line.strip() for line in _without_quotes(_BREAK.sub("\n", text)).split("\n"))
    return tuple(dict.fromkeys(in_a_line(line) for line in lines if line))


def in_a_line(text: str, between: str = " ") -> str:
    """Return a text as one line: each run of line breaks and each tab becomes a blank, line breaks at the ends nothing.

    `between` is what they become instead of a blank.
    """
    if not _NOT_IN_A_LINE.search(text):
        return text
    return _CONTROLS.sub("", _RUN.sub(between, text.strip(_BREAKS)).replace("\t", between))


def in_lines(text: str) -> str:
    """Return a text as lines: each line break becomes LF; control characters go."""
    return _CONTROLS.sub("", _BREAK.sub("\n", text))


def is_in_a_line(text: str) -> bool:
    """Tell whether a field of one line shows a text as it is."""
    return not _NOT_IN_A_LINE.search(text)


def mended_line(before: str, text: str, end: int, between: str = " ") -> tuple[str, int]:
    """Mend a text that was put into a line in some other way than by pasting; returns it and where the cursor stands.

    Only what was put in is mended: it ends at the cursor (`end`), and `before` is what stood in the line.
    """
    if not _NOT_IN_A_LINE.search(text):
        return text, end
    after = text[end:]
    if not before.endswith(after):
        after, end = "", len(text)
    start = _common_beginning(before[: len(before) - len(after)], text[:end])
    if not after:  # assistive technology sets the whole text, wherever it puts something in
        end = len(text) - _common_beginning(before[start:][::-1], text[start:][::-1])
        after = text[end:]
    put_in = text[start:end]
    if not _NOT_IN_A_LINE.search(put_in):
        return text, end
    line = pasted_line(put_in, between)
    if start and put_in[0] in _BREAKS and (line or after):  # a text set as a whole begins like the one before
        line = between + line
    return text[:start] + line + after, start + len(line)


def _common_beginning(one: str, other: str) -> int:
    if other.startswith(one):
        return len(one)
    return next((place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), len(other))


def _unquoted(text: str) -> str:
    """Return the text of a spreadsheet's cell of several lines; a text that is no whole such cell stays as it is."""
    inner = text[1:-1]
    is_cell = len(text) > 1 and text[0] == text[-1] == '"' and _BREAK.search(inner)
    return inner.replace('""', '"') if is_cell and '"' not in inner.replace('""', "") else text


def _without_quotes(text: str) -> str:
    """Unquote each cell of several lines of a copied column."""
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
