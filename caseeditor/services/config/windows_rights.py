"""Who may change a file or folder on Windows, by its security descriptor in text (SDDL). Pure.

Trusted are the system, the administrators and TrustedInstaller, as owners and in lists. Adding files to a folder is no
danger: Windows lets all users do that below ProgramData, and a file that they add is theirs, so not an administrator's.
"""

import re

_TRUSTED = {
    "SY",
    "S-1-5-18",
    "BA",
    "S-1-5-32-544",
    "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464",
    "OW",  # the owner's own rights, who is trusted
    "S-1-3-4",
}
_LETTERS = {
    "CC": 0x1, "DC": 0x2, "LC": 0x4, "SW": 0x8, "RP": 0x10, "WP": 0x20, "DT": 0x40, "LO": 0x80, "CR": 0x100,
    "SD": 0x10000, "RC": 0x20000, "WD": 0x40000, "WO": 0x80000,
    "GA": 0x10000000, "GX": 0x20000000, "GW": 0x40000000, "GR": 0x80000000,
    "FA": 0x1F01FF, "FR": 0x120089, "FW": 0x120116, "FX": 0x1200A0,
    "KA": 0xF003F, "KR": 0x20019, "KW": 0x20006, "KX": 0x20019,
}  # fmt: skip
_WRITE, _APPEND = 0x2, 0x4
_DELETE_CHILD = 0x40
_DELETE, _LIST, _OWNER = 0x10000, 0x40000, 0x80000
_ALL, _WRITE_ANY, _MAXIMUM = 0x10000000, 0x40000000, 0x2000000
_OF_BOTH = _DELETE | _LIST | _OWNER | _ALL | _MAXIMUM
OF_FOLDERS = _OF_BOTH | _DELETE_CHILD
"""Rights by which what a folder holds can be replaced, or the folder itself."""
OF_FILES = _OF_BOTH | _WRITE | _APPEND | _WRITE_ANY
"""Rights by which a file can be changed or replaced."""
_ENTRY = re.compile(r"\(([^()]*)\)")
_WITHOUT_ENTRIES = re.compile(r"(?:P|AR|AI)*")


def is_safe(sddl: str, dangerous: int) -> bool:
    """Tell whether only the trusted own it, and nobody else has any of the dangerous rights. What is odd is not safe.

    Entries that refuse are passed over; so are those that only what is made below inherits.
    """
    owner = re.match(r"O:(S-[0-9-]+|[A-Z]{2})", sddl)
    found = re.search(r"D:([^:]*)(?:S:.*)?$", sddl)
    if not owner or owner[1] not in _TRUSTED or not found:
        return False
    entries = _ENTRY.findall(found[1])
    if not _WITHOUT_ENTRIES.fullmatch(_ENTRY.sub("", found[1])):  # among others NO_ACCESS_CONTROL: everybody
        return False
    return all(_is_harmless(entry.split(";"), dangerous) for entry in entries)


def _is_harmless(entry: list[str], dangerous: int) -> bool:
    if len(entry) != len(["type", "flags", "rights", "object", "parent", "sid"]):
        return False
    kind, flags, rights, *_, sid = entry
    if kind == "D" or sid in _TRUSTED or "IO" in re.findall("..", flags):
        return True
    mask = rights_of(rights)
    return kind == "A" and mask is not None and not mask & dangerous


def rights_of(text: str) -> int | None:
    """Read the rights of an entry, as a number or in pairs of letters; None where they can't be read."""
    if re.fullmatch(r"0x[0-9a-fA-F]{1,8}", text):
        return int(text, 16)
    pairs = re.findall("..", text)
    if len(text) % 2 or any(pair not in _LETTERS for pair in pairs):
        return None
    mask = 0
    for pair in pairs:
        mask |= _LETTERS[pair]
    return mask
