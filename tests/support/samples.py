"""Cases for tests: the API document's sample, and variations of it."""

import json
from pathlib import Path
from typing import Any

from caseeditor import demo
from caseeditor.domain.case.model import Case, Note, read_answer

SAMPLE = Path(demo.__file__).with_name("case-203.json").read_bytes()


def sample() -> dict[str, Any]:
    """Return a modifiable copy of the sample."""
    found: dict[str, Any] = json.loads(SAMPLE)
    return found


def read(**changes: object) -> Case:
    """Read the sample with some of its fields replaced or added."""
    case = read_answer(json.dumps({**sample(), **changes}).encode()).case
    assert case is not None
    return case


def stored(text: str, user_name: str = "support", date: int = 1431371012000) -> dict[str, object]:
    """Return a note as shown by a server."""
    return {"date": date, "text": text, "userName": user_name}


def note(text: str, user_name: str = "support", date: str = "1431371012000") -> Note:
    return Note(date=date, user_name=user_name, text=text)
