#!/bin/sh
# Test the Linux packages: sh packaging/linux/verify.sh
# Run as root on a Debian 12, which builds the packages for 12 and 13, with packaging/setup.sh's packages.
# DEBIAN: the bare root's release, 12 (default) or 13.
# Builds missing packages in dist/, and an older version (0.0.9) in build/before; inspects the .deb; then, in a bare root
# with only the .deb's Depends: installation, check, main job in a real window, link handler, an update under the running
# program with a draft, removal, purge, and the portable archive. Prints measurements at the end. Takes about ten minutes
# including the builds.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd -P)
cd "$root"
say() { printf 'verify: %s\n' "$*" >&2; }
fail() { say "FAILED: $*"; exit 1; }
[ "$(id -u)" -eq 0 ] || fail 'needs root'
sh packaging/setup.sh packages runtime window screen verifying
sh packaging/bare-root.sh --check || fail 'no bare root'
export LC_ALL=C.UTF-8

before=0.0.9
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' caseeditor/__init__.py)
architecture=$(dpkg --print-architecture)
old=build/before/caseeditor_${before}_$architecture.deb
deb=dist/caseeditor_${version}_$architecture.deb
portable=dist/caseeditor-$version-linux-$(uname -m).tar.xz
if [ ! -f "$old" ]; then
  # Keep this version's environment for the measurements; the older build replaces it.
  rm -rf build/kept
  [ ! -d build/venv ] || mv build/venv build/kept
  CASEEDITOR_VERSION=$before CASEEDITOR_DIST=build/before sh packaging/linux/build.sh >/dev/null
  rm -rf build/venv
  [ ! -d build/kept ] || mv build/kept build/venv
fi
if [ ! -f "$deb" ] || [ ! -d build/venv ]; then sh packaging/linux/build.sh >/dev/null; fi
(cd dist && sha256sum --quiet -c SHA256SUMS) || fail 'dist/SHA256SUMS does not hold'

say 'desktop data and package'
desktop-file-validate resources/desktop/caseeditor.desktop
appstreamcli validate --no-net resources/desktop/net.socialgateway.caseeditor.metainfo.xml >&2
lintian --allow-root --fail-on error,warning --tag-display-limit 0 "$deb" >&2 || fail 'lintian'

work=$(mktemp -d)
screen=
server=
# shellcheck disable=SC2317  # called by the trap
end() {
  for one in $screen $server; do kill "$one" 2>/dev/null || :; done
  rm -rf "$work"
}
trap end EXIT
trap 'exit 130' INT TERM HUP
wait_for() { # FILE: waits until it has a line
  for _ in $(seq 100); do [ ! -s "$1" ] || return 0; sleep 0.1; done
  fail "nothing in $1"
}
# Screen and Social Gateway run outside, because the root has only the .deb's dependencies.
Xvfb -displayfd 3 -screen 0 1366x768x24 -ac -nolisten tcp -noreset 3>"$work/display" 2>/dev/null &
screen=$!
build/venv/bin/python packaging/linux/gateway.py 3>"$work/gateway" &
server=$!
wait_for "$work/display"
wait_for "$work/gateway"

say "in a bare root of Debian ${DEBIAN:-12}"
rm -rf build/verify
mkdir -p build/verify
cp "$old" "$deb" "$portable" build/verify/
BARE_ROOT_INCLUDE='' BARE_ROOT_WITH=build/verify sh packaging/bare-root.sh sh packaging/linux/verify-inside.sh \
  "$before" "$version" ":$(cat "$work/display")" "$(cat "$work/gateway")" >&2 || fail 'see above'

say 'figures'
mkdir "$work/deb"
dpkg-deb -x "$deb" "$work/deb"
frozen=$work/deb/usr/lib/caseeditor
gcc -DLIBRARY="\"$(echo "$frozen"/_internal/libpython3.*.so.1.0)\"" -o "$work/python" packaging/linux/interpreter.c
xvfb-run -a -s '-screen 0 1366x768x24 -noreset' build/venv/bin/python packaging/linux/measure.py "$frozen/caseeditor" "$work/python"
installed=$(du -sb "$work/deb/usr" | cut -f 1)
download=$(stat -c %s "$deb")
printf 'installed %d MB (at most 160), download %d MB (at most 50), portable %d MB\n' $((installed / 1000000)) \
  $((download / 1000000)) $(($(stat -c %s "$portable") / 1000000))
[ "$installed" -le 160000000 ] || fail 'too large when installed'
[ "$download" -le 50000000 ] || fail 'too large to download'
say 'all is well'
