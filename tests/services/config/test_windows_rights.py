"""Users who may change a policy on Windows, from security descriptors written by Windows."""

import pytest

from caseeditor.services.config.windows_rights import OF_FILES, OF_FOLDERS, is_safe, rights_of

SYSTEM = "(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)"
BELOW_PROGRAM_DATA = "O:BAG:DUD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;OICIIOID;GA;;;CO)(A;OICIID;0x1200a9;;;BU)"
INSTALLER = "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464"


@pytest.mark.parametrize(
    "sddl",
    [
        f"O:BAG:SYD:PAI{SYSTEM}",
        f"O:SYG:SYD:{SYSTEM}(A;;FR;;;WD)(A;;0x1200a9;;;BU)",
        f"O:{INSTALLER}G:{INSTALLER}D:PAI(A;;FA;;;{INSTALLER})(A;;FX;;;BU)",
        f"O:S-1-5-32-544D:{SYSTEM}(D;;FA;;;WD)",
        f"O:BAD:{SYSTEM}S:AI(AU;SAFA;FA;;;WD)",
        f"{BELOW_PROGRAM_DATA}",
        "O:BAD:(A;;FA;;;OW)",
    ],
)
def test_what_only_administrators_change_is_safe(sddl: str) -> None:
    assert is_safe(sddl, OF_FILES)
    assert is_safe(sddl, OF_FOLDERS)


def test_that_users_may_add_files_below_programdata_is_no_danger_for_a_folder() -> None:
    added = f"{BELOW_PROGRAM_DATA}(A;CIID;DCLCRPCR;;;BU)"
    assert is_safe(added, OF_FOLDERS)
    assert not is_safe(added, OF_FILES)


@pytest.mark.parametrize("right", ["FA", "GA", "SD", "WD", "WO", "0x1301bf", "0x10000", "0x2000000", "CCDT", "SDRC"])
def test_who_may_replace_what_is_in_a_folder_exposes_it(right: str) -> None:
    assert not is_safe(f"O:BAD:{SYSTEM}(A;;{right};;;BU)", OF_FOLDERS)


@pytest.mark.parametrize(
    "right", ["FA", "FW", "GA", "GW", "DC", "LC", "SD", "WD", "WO", "0x2", "0x1301bf", "0x40000000"]
)
def test_who_may_write_a_file_exposes_it(right: str) -> None:
    for user in ("BU", "WD", "AU", "S-1-5-21-1-2-3-1001", "IU", "AN"):
        assert not is_safe(f"O:BAD:{SYSTEM}(A;;{right};;;{user})", OF_FILES)


@pytest.mark.parametrize(
    "sddl",
    [
        "",
        "O:BA",
        "O:BUD:(A;;FA;;;SY)",
        "O:S-1-5-21-1-2-3-1001D:(A;;FA;;;SY)",
        "O:BAD:NO_ACCESS_CONTROL",
        "O:BAD:(A;;ZZ;;;BU)",
        "O:BAD:(A;;FRF;;;BU)",
        "O:BAD:(A;;FR;;;BU",
        "O:BAD:(A;FR;BU)",
        "O:BAD:(XA;;FX;;;BU;(Member_of {SID(BA)}))",
        "D:(A;;FA;;;SY)",
    ],
)
def test_what_is_odd_or_of_others_is_not_safe(sddl: str) -> None:
    assert not is_safe(sddl, OF_FILES)
    assert not is_safe(sddl, OF_FOLDERS)


def test_rights_are_read_as_numbers_and_letters() -> None:
    assert rights_of("0x1200a9") == 0x1200A9
    assert rights_of("FRFX") == 0x1200A9
    assert rights_of("") == 0
    assert rights_of("0xg") is None
