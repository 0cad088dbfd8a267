"""Host names: a canonical form for comparison and a form for display."""

import ipaddress
import re
import unicodedata

_PLAIN = re.compile(r"[a-z0-9._-]+")
_EAST_ASIAN = frozenset({"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC"})
_LOOKS_LATIN = frozenset("аеорсухіїјѕԁԛԝһӏӓӕӧүкмтнвп" + "αοργνυικτρωηϲϳѵ" + "օսհոցյ")
"""Letters of other scripts that look like Latin ones. Hosts with a label of only these are displayed in Punycode."""


def canonical_host(name: str) -> str:
    """Return the canonical form of a host: lower case, IDNA, no trailing dot, IPv6 addresses compressed.

    Uses the IDNA rules of the HTTP client, so that both resolve the same host.

    Raises:
        ValueError: The name is not a host.
    """
    if ":" in name and "%" not in name:
        return ipaddress.IPv6Address(name).compressed
    if not name.isascii():
        import idna  # noqa: PLC0415 - large tables, rarely needed

        name = idna.encode(name, uts46=True, std3_rules=False).decode("ascii")  # IDNAError is a ValueError
    name = name.lower().removesuffix(".")
    if not _PLAIN.fullmatch(name) or "" in name.split("."):
        raise ValueError(name)
    return name


def shown_host(host: str) -> str:
    """Return a canonical host for display. A host with a deceptive label stays in Punycode."""
    shown = decoded_host(host)
    return shown if all(map(_is_plain_to_see, shown.split("."))) else host


def decoded_host(host: str) -> str:
    """Return a canonical host with its IDNA labels decoded, deceptive or not."""
    if "xn--" not in host:
        return host
    import idna  # noqa: PLC0415 - large tables, rarely needed

    try:
        shown = ".".join(idna.decode(label) if label.startswith("xn--") else label for label in host.split("."))
        return shown if canonical_host(shown) == host else host
    except ValueError:
        return host


def _is_plain_to_see(label: str) -> bool:
    """Check that a label uses one script (or scripts that are used together) and does not imitate Latin."""
    letters = [letter for letter in label if unicodedata.category(letter).startswith("L")]
    scripts = {unicodedata.name(letter, "?").partition(" ")[0] for letter in letters}
    scripts = {"EAST ASIAN" if script in _EAST_ASIAN else script for script in scripts}
    if not label.isprintable() or not (len(scripts) <= 1 or scripts == {"LATIN", "EAST ASIAN"}):
        return False
    return not letters or not _LOOKS_LATIN.issuperset(letters)
