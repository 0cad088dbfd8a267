#!/bin/sh
# Build the Linux packages from this checkout: sh packaging/linux/build.sh
# Writes to dist/: the .deb, a portable .tar.xz, an SBOM (CycloneDX) and SHA256SUMS; prints their paths.
# The packages run on Debian 12 and 13. On a bare Debian 12 it only needs python3; as root it installs the missing
# packages.
#   CASEEDITOR_VERSION   version of the build (packaging/linux/verify.sh needs an older one)
#   SOURCE_DATE_EPOCH    date of all files (default: the last commit's, otherwise the release's)
#   CASEEDITOR_DIST      output folder (default: dist)
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd -P)
cd "$root"
say() { printf 'build: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

unset PYTHONHOME PYTHONPATH
export LC_ALL=C.UTF-8 TZ=UTC PIP_USER=0 PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1 PIP_DISABLE_PIP_VERSION_CHECK=1
umask 022
sh packaging/setup.sh packages runtime window building
# Debian's own Python if installed, so that every Debian 12 builds the same program.
python=${PYTHON:-/usr/bin/python3}
[ -x "$python" ] || python=python3

desktop=resources/desktop
metainfo=$desktop/net.socialgateway.caseeditor.metainfo.xml
if [ -z "${SOURCE_DATE_EPOCH:-}" ]; then
  SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null) ||
    SOURCE_DATE_EPOCH=$(date -d "$(sed -n 's/.*<release .*date="\([^"]*\)".*/\1/p' "$metainfo" | head -n 1)" +%s)
fi
export SOURCE_DATE_EPOCH
version=${CASEEDITOR_VERSION:-$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' caseeditor/__init__.py)}
[ -n "$version" ] || fail 'caseeditor/__init__.py names no version'
[ -n "${CASEEDITOR_VERSION:-}" ] || grep -qF "version=\"$version\"" "$metainfo" ||
  fail "$metainfo has no release $version: write one"
architecture=$(dpkg --print-architecture)
dist=${CASEEDITOR_DIST:-dist}
mkdir -p "$dist" build
rm -rf build/source build/tools build/venv build/work build/frozen build/icons build/deb

say "Case Editor $version, as of $(date -d "@$SOURCE_DATE_EPOCH" +%F), with $("$python" -V)"
mkdir build/source
tar -c --exclude=__pycache__ caseeditor resources packaging pyproject.toml README.md | tar -x -C build/source
sed -i "s/^__version__ = .*/__version__ = \"$version\"/" build/source/caseeditor/__init__.py

# One environment has the frozen packages and PyInstaller; the tools that inspect it have their own.
# Relative paths, because pip splits the value at spaces.
export PIP_CONSTRAINT=packaging/constraints.txt PIP_BUILD_CONSTRAINT=packaging/constraints.txt
"$python" -m venv build/tools
"$python" -m venv --without-pip build/venv
build/tools/bin/python -m pip install -qq --no-input cyclonedx-bom
build/tools/bin/python -m pip --python build/venv/bin/python install -qq --no-input ./build/source
sbom=$dist/caseeditor-$version.cdx.json
build/tools/bin/cyclonedx-py environment --pyproject build/source/pyproject.toml --output-reproducible --sv 1.6 \
  -o "$sbom" build/venv/bin/python
build/tools/bin/python -m pip --python build/venv/bin/python install -qq --no-input pyinstaller

say 'freezing'
# From build/, which has no source, so that the wheel's content is frozen.
(cd build && venv/bin/python -m PyInstaller --noconfirm --clean --log-level ERROR --distpath frozen --workpath work \
  source/packaging/caseeditor.spec)
frozen=build/frozen/caseeditor
find "$frozen" -xtype l -delete # links to excluded files
find "$frozen" -name '*.so*' -type f -exec chmod 644 {} +
# Qt is published stripped and stays unchanged; these libraries are not stripped.
strip --strip-unneeded "$frozen"/_internal/PySide6/Qt/lib/libicu* "$frozen"/_internal/_cffi_backend*.so \
  "$frozen"/_internal/cryptography/hazmat/bindings/_rust.abi3.so "$frozen"/_internal/msgspec/_core*.so
build/venv/bin/python packaging/notices.py "$frozen" packaging "$sbom"

say 'the frozen program checks itself'
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
HOME=$scratch QT_QPA_PLATFORM=offscreen "$frozen/caseeditor" --check --data-dir "$scratch/data" >"$scratch/check.txt" || {
  cat "$scratch/check.txt" >&2
  fail 'the check failed'
}
cat "$scratch/check.txt" >&2
grep -q '^ok    Spelling:' "$scratch/check.txt" || fail 'spelling is not checked' # a warning only, elsewhere
HOME=$scratch QT_QPA_PLATFORM=offscreen "$frozen/caseeditor" --demo --check >&2
[ "$("$frozen/caseeditor" --version)" = "Case Editor $version" ] || fail 'the frozen program has another version'
for needed in platforms/libqwayland.so platforms/libqxcb.so platforms/libqoffscreen.so platformthemes/libqgtk3.so \
  platformthemes/libqxdgdesktopportal.so printsupport/libcupsprintersupport.so wayland-shell-integration/libxdg-shell.so; do
  [ -f "$frozen/_internal/PySide6/Qt/plugins/$needed" ] || fail "$needed is missing from the frozen program"
done

say 'packing'
build/venv/bin/python packaging/icons.py resources/icons/caseeditor.svg build/icons
put() { install -D -m 644 "$1" "$2"; }
deb=build/deb/caseeditor
share=$deb/usr/share
doc=$share/doc/caseeditor
mkdir -p "$deb/usr/lib" "$deb/usr/bin" "$deb/DEBIAN"
cp -a "$frozen" "$deb/usr/lib/caseeditor"
ln -s ../lib/caseeditor/caseeditor "$deb/usr/bin/caseeditor"
put $desktop/caseeditor.desktop "$share/applications/caseeditor.desktop"
put $metainfo "$share/metainfo/${metainfo##*/}"
put resources/icons/caseeditor.svg "$share/icons/hicolor/scalable/apps/caseeditor.svg"
for size in 16 22 24 32 48 64 128 256 512; do
  put "build/icons/$size.png" "$share/icons/hicolor/${size}x$size/apps/caseeditor.png"
done
put packaging/policy.json "$doc/examples/policy.json"
put packaging/linux/debian/copyright "$doc/copyright"
put packaging/linux/debian/lintian-overrides "$share/lintian/overrides/caseeditor"
{
  printf 'caseeditor (%s) unstable; urgency=medium\n\n  * Version %s; README.md of the project tells what changed.\n\n' "$version" "$version"
  printf ' -- Case Editor maintainers <caseeditor@socialgateway.net>  %s\n' "$(date -R -d "@$SOURCE_DATE_EPOCH")"
} | gzip -9n >"$doc/changelog.gz"
mkdir -p "$share/man/man1"
languages=$(build/venv/bin/python -c 'from caseeditor.languages import LANGUAGES; print(", ".join(LANGUAGES))')
sed -e "s/@VERSION@/$version/" -e "s/@DATE@/$(date -d "@$SOURCE_DATE_EPOCH" +%F)/" -e "s/@LANGUAGES@/$languages/" \
  packaging/linux/caseeditor.1 | gzip -9n >"$share/man/man1/caseeditor.1.gz"

# The system libraries needed by the frozen ones, except GTK, which only desktops with GTK use, and CUPS: without it the
# program offers a PDF instead of printing.
mkdir -p build/deb/debian
printf 'Source: caseeditor\n\nPackage: caseeditor\nArchitecture: any\n' >build/deb/debian/control
depends=$(cd build/deb && find caseeditor/usr/lib/caseeditor -type f \( -name '*.so*' -o -name caseeditor \) ! -name libqgtk3.so \
  ! -name libcupsprintersupport.so \
  -exec dpkg-shlibdeps -O --ignore-missing-info -lcaseeditor/usr/lib/caseeditor/_internal {} + 2>../shlibdeps.log |
  sed -n 's/^shlibs:Depends=//p') || { tail -n 5 build/shlibdeps.log >&2; fail 'dpkg-shlibdeps failed'; }
[ -n "$depends" ] || fail 'dpkg-shlibdeps found nothing'
sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@SIZE@/$(du -sk --apparent-size "$deb/usr" | cut -f 1)/" \
  -e "s/@DEPENDS@/$depends/" packaging/linux/debian/control >"$deb/DEBIAN/control"
install -m 755 packaging/linux/debian/postrm "$deb/DEBIAN/postrm"
(cd "$deb" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$deb/DEBIAN/md5sums"
find "$deb" build/frozen -newermt "@$SOURCE_DATE_EPOCH" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
package=$dist/caseeditor_${version}_$architecture.deb
dpkg-deb --root-owner-group -Zxz --threads-max=1 -b "$deb" "$package" >&2

# The portable archive: the same folder, plus the files of a desktop entry.
portable=caseeditor-$version-linux-$(uname -m)
rm -rf "build/$portable"
cp -a "$frozen" "build/$portable"
mkdir "build/$portable/desktop"
cp -a $desktop/caseeditor.desktop $metainfo resources/icons/caseeditor.svg "build/$portable/desktop/"
cp packaging/linux/portable.txt "build/$portable/README.txt"
tar -C build --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -c "$portable" |
  xz -6 -T1 >"$dist/$portable.tar.xz"
rm -rf "build/$portable"

(cd "$dist" && sha256sum "${package##*/}" "$portable.tar.xz" "${sbom##*/}") >"$dist/SHA256SUMS"
say "installed $(($(du -sb "$deb/usr" | cut -f 1) / 1000000)) MB"
printf '%s\n' "$package" "$dist/$portable.tar.xz" "$sbom" "$dist/SHA256SUMS"
