"""Names of hosts: one spelling for each as the key, and the spelling that people are shown."""

import ipaddress
import re
import unicodedata

_PLAIN = re.compile(r"[a-z0-9._-]+")
_EAST_ASIAN = frozenset({"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC"})
_LOOKS_LATIN = frozenset("аеорсухіїјѕԁԛԝһӏӓӕӧүкмтнвп" + "αοργνυικτρωηϲϳѵ" + "օսհոցյ")
"""Letters of other scripts that pass for Latin ones: a name of nothing else is not shown in them."""


def canonical_host(name: str) -> str:
    """Return the one spelling of a host: lower case, ASCII (IDNA), no dot at the end, an IPv6 address compressed.

    Hosts are encoded by the rules that the HTTP client goes by, so that both mean the same host. Raises ValueError for
    what is no host.
    """
    if ":" in name and "%" not in name:
        return ipaddress.IPv6Address(name).compressed
    if not name.isascii():
        import idna  # noqa: PLC0415 - large tables, for few names

        name = idna.encode(name, uts46=True, std3_rules=False).decode("ascii")  # IDNAError is a ValueError
    name = name.lower().removesuffix(".")
    if not _PLAIN.fullmatch(name) or "" in name.split("."):
        raise ValueError(name)
    return name


def shown_host(host: str) -> str:
    """Return a canonical host as people write it; one whose letters may deceive stays as it is."""
    shown = decoded_host(host)
    return shown if all(map(_is_plain_to_see, shown.split("."))) else host


def decoded_host(host: str) -> str:
    """Return a canonical host in its own letters, whatever they look like."""
    if "xn--" not in host:
        return host
    import idna  # noqa: PLC0415 - as above

    try:
        shown = ".".join(idna.decode(label) if label.startswith("xn--") else label for label in host.split("."))
        return shown if canonical_host(shown) == host else host
    except ValueError:
        return host


def _is_plain_to_see(label: str) -> bool:
    """Tell whether a label is of one script, or of those that are written together, and passes for no other."""
    letters = [letter for letter in label if unicodedata.category(letter).startswith("L")]
    scripts = {unicodedata.name(letter, "?").partition(" ")[0] for letter in letters}
    scripts = {"EAST ASIAN" if script in _EAST_ASIAN else script for script in scripts}
    if not label.isprintable() or not (len(scripts) <= 1 or scripts == {"LATIN", "EAST ASIAN"}):
        return False
    return not letters or not _LOOKS_LATIN.issuperset(letters)
