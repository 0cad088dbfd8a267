"""packaging/bare-root.sh refuses a release that it cannot make, before it needs root or debootstrap."""

import os
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "packaging" / "bare-root.sh"


@pytest.mark.linux_only("a script of sh for Debian")
@pytest.mark.parametrize("release", ["11", "14", "trixie", "13.1", " 13", "012", "12 13"])
def test_other_releases_are_refused_with_the_possible_ones(release: str) -> None:
    outcome = subprocess.run(
        ["/bin/sh", str(SCRIPT), "--check"],
        env={**os.environ, "DEBIAN": release},
        capture_output=True,
        text=True,
        check=False,
    )

    assert outcome.returncode == 1
    assert outcome.stderr == f"bare-root: DEBIAN is '{release}': set it to 12 or 13\n"
    assert outcome.stdout == ""
