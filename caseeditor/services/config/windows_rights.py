"""Write access to files and folders on Windows, from a security descriptor in text form (SDDL). Pure.

The system, the administrators and TrustedInstaller are trusted, as owners and in access lists. The right to add files
to a folder is harmless: Windows grants it to all users below ProgramData, and an added file belongs to its user, not to
an administrator.
"""

import re

_TRUSTED = {
    "SY",
    "S-1-5-18",
    "BA",
    "S-1-5-32-544",
    "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464",
    "OW",  # the owner's rights; the owner is trusted
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
"""Rights to replace a folder or its content."""
OF_FILES = _OF_BOTH | _WRITE | _APPEND | _WRITE_ANY
"""Rights to change or replace a file."""
_ENTRY = re.compile(r"\(([^()]*)\)")
_WITHOUT_ENTRIES = re.compile(r"(?:P|AR|AI)*")


def is_safe(sddl: str, dangerous: int) -> bool:
    """Check that only trusted accounts own it or have dangerous rights. Unknown syntax is unsafe.

    Entries that deny access are ignored, and so are entries that only apply to children.
    """
    owner = re.match(r"O:(S-[0-9-]+|[A-Z]{2})", sddl)
    found = re.search(r"D:([^:]*)(?:S:.*)?$", sddl)
    if not owner or owner[1] not in _TRUSTED or not found:
        return False
    entries = _ENTRY.findall(found[1])
    if not _WITHOUT_ENTRIES.fullmatch(_ENTRY.sub("", found[1])):  # for example NO_ACCESS_CONTROL: access for everybody
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
    """Parse the rights of an entry, a number or pairs of letters; None if invalid."""
    if re.fullmatch(r"0x[0-9a-fA-F]{1,8}", text):
        return int(text, 16)
    pairs = re.findall("..", text)
    if len(text) % 2 or any(pair not in _LETTERS for pair in pairs):
        return None
    mask = 0
    for pair in pairs:
        mask |= _LETTERS[pair]
    return mask
