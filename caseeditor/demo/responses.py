"""HTTP answers, and faults of the connection."""

import enum
import json
from collections.abc import Callable

import msgspec

JSON = "application/json; charset=utf-8"
HTML = "text/html; charset=utf-8"


class Line(enum.Enum):
    """Treatment of the connection."""

    KEPT = enum.auto()
    DROPPED = enum.auto()
    """Closed without a byte."""
    CUT = enum.auto()
    """Closed half-way through the body."""
    DRIPPING = enum.auto()
    """One byte every half second."""


class Later(msgspec.Struct, frozen=True):
    """An action some time after the answer."""

    seconds: float
    act: Callable[[], None]


class Answer(msgspec.Struct, frozen=True):
    """One HTTP answer, delayed by `wait` seconds."""

    body: bytes = b""
    status: int = 200
    reason: str | None = None
    content_type: str = JSON
    headers: tuple[tuple[str, str], ...] = ()
    wait: float = 0
    line: Line = Line.KEPT
    later: Later | None = None


def encoded(value: object) -> bytes:
    """Encode JSON like the gateway: UTF-8 without escapes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def told(value: object) -> Answer:
    """Answer with any value, as JSON."""
    return Answer(encoded(value))


def refused(message: str, status: int = 200, *, reason: str | None = None) -> Answer:
    """Answer `success: false`, by default with status 200."""
    return Answer(encoded({"success": False, "statusMessage": message}), status, reason)


def page(title: str, status: int = 200) -> Answer:
    """Answer with an HTML page, like a proxy in front of the gateway."""
    html = f"<!DOCTYPE html>\n<html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>\n"
    return Answer(html.encode(), status, content_type=HTML)
