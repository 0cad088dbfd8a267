#!/bin/sh
# Build the macOS program and its disk image: sh packaging/macos/build.sh
# Needs macOS 13 or newer, Xcode's command line tools, Python 3.11 or newer (python.org's for both architectures).
# Writes to dist/: caseeditor-VERSION-ARCHITECTURE.dmg, an SBOM and SHA256SUMS-macos. Stops at the first error.
#   PYTHON                  the Python to use (default: python3)
#   CASEEDITOR_IDENTITY     "Developer ID Application: …": signs for distribution (default: for this computer only)
#   CASEEDITOR_NOTARY       a keychain profile of notarytool: has Apple notarise the image
#                           (created once with: xcrun notarytool store-credentials NAME)
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd -P)
cd "$root"
say() { printf 'build: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
[ "$(uname)" = Darwin ] || fail 'this runs on macOS only'

python=${PYTHON:-python3}
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' caseeditor/__init__.py)
[ -n "$version" ] || fail 'caseeditor/__init__.py names no version'
architecture=$(uname -m)
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH PYTHONHASHSEED=0 LC_ALL=en_US.UTF-8 PIP_DISABLE_PIP_VERSION_CHECK=1
# Relative paths, because pip splits the value at spaces.
export PIP_CONSTRAINT=packaging/constraints.txt PIP_BUILD_CONSTRAINT=packaging/constraints.txt
umask 022
mkdir -p dist build
rm -rf build/source build/tools build/venv build/work build/frozen build/icons build/caseeditor.iconset build/image
mkdir build/source
cp -R caseeditor resources packaging pyproject.toml README.md build/source/

"$python" -m venv build/tools
"$python" -m venv --without-pip build/venv
build/tools/bin/python -m pip install -q --no-input cyclonedx-bom
build/tools/bin/python -m pip --python build/venv/bin/python install -q --no-input ./build/source
sbom=dist/caseeditor-$version-macos.cdx.json
build/tools/bin/cyclonedx-py environment --pyproject build/source/pyproject.toml --output-reproducible --sv 1.6 \
  -o "$sbom" build/venv/bin/python
build/tools/bin/python -m pip --python build/venv/bin/python install -q --no-input pyinstaller

build/venv/bin/python packaging/icons.py resources/icons/caseeditor.svg build/icons
mkdir build/caseeditor.iconset
for size in 16 32 128 256 512; do
  cp "build/icons/$size.png" "build/caseeditor.iconset/icon_${size}x$size.png"
  cp "build/icons/$((size * 2)).png" "build/caseeditor.iconset/icon_${size}x$size@2x.png"
done
iconutil -c icns -o build/caseeditor.icns build/caseeditor.iconset

plutil -lint packaging/macos/Info.plist packaging/macos/entitlements.plist
(cd build && venv/bin/python -m PyInstaller --noconfirm --clean --log-level ERROR --distpath frozen --workpath work \
  source/packaging/caseeditor.spec)
build/venv/bin/python packaging/notices.py build/frozen/caseeditor packaging "$sbom"
app="build/frozen/Case Editor.app"
cp -R build/frozen/caseeditor/licences "$app/Contents/Resources/licences"
plutil -lint "$app/Contents/Info.plist"
[ "$(plutil -extract CFBundleURLTypes.0.CFBundleURLSchemes.0 raw "$app/Contents/Info.plist")" = caseeditor ] ||
  fail 'the bundle does not take our links'

# From the inside out, because a signature covers the content.
identity=${CASEEDITOR_IDENTITY:--}
[ "$identity" != - ] || say 'CASEEDITOR_IDENTITY is not set: signed for this computer only'
sign() {
  if [ "$identity" = - ]; then codesign --force --sign - "$@"; else
    codesign --force --timestamp --options runtime --sign "$identity" "$@"
  fi
}
find "$app/Contents" -type f \( -name '*.so' -o -name '*.dylib' \) -print | while read -r file; do sign "$file"; done
find "$app/Contents/Frameworks" -type d -name '*.framework' -prune -print | while read -r framework; do sign "$framework"; done
sign --entitlements packaging/macos/entitlements.plist "$app/Contents/MacOS/caseeditor"
sign --entitlements packaging/macos/entitlements.plist "$app"
codesign --verify --deep --strict --verbose=2 "$app"

say 'the bundle checks itself'
scratch=$(mktemp -d)
trap 'hdiutil detach -quiet "$scratch/mounted" 2>/dev/null || :; rm -rf "$scratch"' EXIT
"$app/Contents/MacOS/caseeditor" --check --data-dir "$scratch/data"
"$app/Contents/MacOS/caseeditor" --demo --check

mkdir build/image
cp -R "$app" build/image/
ln -s /Applications build/image/Applications
image=dist/caseeditor-$version-$architecture.dmg
hdiutil create -quiet -ov -volname 'Case Editor' -fs HFS+ -format ULFO -srcfolder build/image "$image"
[ "$identity" = - ] || codesign --force --timestamp --sign "$identity" "$image"
if [ -n "${CASEEDITOR_NOTARY:-}" ]; then
  xcrun notarytool submit "$image" --keychain-profile "$CASEEDITOR_NOTARY" --wait
  xcrun stapler staple "$image"
  spctl --assess --type open --context context:primary-signature --verbose "$image"
else
  say 'CASEEDITOR_NOTARY is not set: not notarised, other computers will refuse it'
fi

say 'the image holds a program that checks itself'
hdiutil attach -quiet -nobrowse -readonly -mountpoint "$scratch/mounted" "$image"
"$scratch/mounted/Case Editor.app/Contents/MacOS/caseeditor" --check --data-dir "$scratch/data"
"$scratch/mounted/Case Editor.app/Contents/MacOS/caseeditor" --demo --check
hdiutil detach -quiet "$scratch/mounted"

(cd dist && shasum -a 256 "${image##*/}" "${sbom##*/}") >dist/SHA256SUMS-macos
printf '%s\n' "$image" "$sbom" dist/SHA256SUMS-macos
