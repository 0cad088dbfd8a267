#!/bin/sh
# Build and try the Windows program without a Windows, under wine:  sh packaging/windows/wine.sh
#   sh packaging/windows/wine.sh             builds, freezes, checks, makes the installer, tries it, does the main job
#   sh packaging/windows/wine.sh pictures    pictures of the window and the installer in pictures/, of dist/'s archive
# Needs root, debootstrap and about 5 GB below TMPDIR; takes about 15 minutes. Everything happens in a Debian 13 made by
# packaging/bare-root.sh, which ends all mounts and removes it, also after a failure or an interruption. Leaves in dist/:
# caseeditor-VERSION-setup.exe, a .zip of the folder, an SBOM and SHA256SUMS-windows.
set -eu
project=$(cd "$(dirname "$0")/../.." && pwd -P)
cd "$project"
case ${1-} in
  '') ;;
  pictures)
    ls dist/caseeditor-*-windows.zip >/dev/null 2>&1 || { echo 'wine: dist/ has no archive. Run wine.sh without arguments first.' >&2 && exit 1; }
    export BARE_ROOT_WITH=dist
    set -- unpack windows pictures
    ;;
  *) echo 'wine: the argument is pictures, or none.' >&2 && exit 2 ;;
esac
DEBIAN=13
BARE_ROOT_INCLUDE=$(sed -n 's/^WINE_PACKAGES=//p' packaging/windows/wine-root.sh)
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH-$(git log -1 --format=%ct)}
export DEBIAN BARE_ROOT_INCLUDE
exec sh packaging/bare-root.sh env "SOURCE_DATE_EPOCH=$SOURCE_DATE_EPOCH" bash packaging/windows/wine-inside.sh "$@"
