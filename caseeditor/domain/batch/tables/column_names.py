"""Names of columns: safe ones for fields, and the use that a name tells."""

import re
from collections.abc import Sequence

from caseeditor.domain.batch.tables.table import Use
from caseeditor.domain.text.folding import fold

_LONGEST = 100
_ID_NAMES = (
    "id|case|caso|case id|caseid|id case|id caso|id del caso|id do caso|caso id|case number|case no|numero de caso|"
    "numero del caso|numero do caso|no de caso|n caso|nro caso|no caso|ticket|ticket id|id ticket|case link|link|"
    "enlace|url"
)
_NAMES = {
    Use.CASE_ID: _ID_NAMES,
    Use.SUBJECT: "subject|asunto|assunto|titulo|title|new subject|nuevo asunto|novo assunto",
    Use.NOTE: "note|nota|notes|notas|new note|nueva nota|nova nota|comment|comentario",
    Use.TAG_ADDED: "tag|tags|etiqueta|etiquetas|new tag|add tag|nueva etiqueta|nova etiqueta|agregar etiqueta|"
    "anadir etiqueta|adicionar etiqueta|tag added|tag nova",
    Use.TAG_REMOVED: "remove tag|removed tag|tag removed|quitar etiqueta|eliminar etiqueta|remover etiqueta|"
    "remover tag|etiqueta quitada|etiqueta removida",
}
_USES = {name: use for use, names in _NAMES.items() for name in names.split("|")}


def use_named(name: str) -> Use | None:
    """Return the use that a column's name tells, in English, Spanish or Portuguese; None of another name."""
    words = re.sub(r"[\W_]+", " ", fold(name[:_LONGEST]).replace("nº", "no").replace("n°", "no"))
    return _USES.get(words.strip())


def letters(column: int) -> str:
    """Return the letters of a column (from 0) in a spreadsheet."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def safe_names(header: Sequence[str], width: int) -> tuple[str, ...]:
    """Return a name for each column that is unique and can stand in `{row.NAME}`: without braces, in one line."""
    taken: set[str] = set()
    names: list[str] = []
    repeats: dict[str, int] = {}
    for column in range(width):
        text = header[column] if column < len(header) else ""
        base = " ".join(text[: 10 * _LONGEST].replace("{", "(").replace("}", ")").split())[:_LONGEST].strip()
        base = name = base or letters(column)
        while name in taken:
            repeats[base] = repeats.get(base, 1) + 1
            name = f"{base} ({repeats[base]})"
        taken.add(name)
        names.append(name)
    return tuple(names)
