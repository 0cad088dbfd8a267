#!/bin/sh
# Run the tests by Windows' Python, under wine:  sh packaging/windows/wine-test.sh [ARGUMENTS of pytest]
# Without arguments: all that need no Linux and nothing that wine lacks; tests/conftest.py counts the others, by reason.
# Needs root, debootstrap and about 4 GB below TMPDIR; takes about 15 minutes. Everything happens in a Debian 13 of
# packaging/bare-root.sh, which removes it.
set -eu
project=$(cd "$(dirname "$0")/../.." && pwd -P)
cd "$project"
DEBIAN=13
BARE_ROOT_INCLUDE=$(sed -n 's/^WINE_PACKAGES=//p' packaging/windows/wine-root.sh)
export DEBIAN BARE_ROOT_INCLUDE
exec sh packaging/bare-root.sh bash packaging/windows/wine-test-inside.sh "$@"
