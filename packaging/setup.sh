#!/bin/sh
# Prepare this machine and .venv to run or test the editor: sh packaging/setup.sh [EXTRAS [GROUP...]]
# EXTRAS are pyproject.toml's, separated by commas ("" for none; default dev), or "packages" for the system's packages
# without .venv. Fast if everything is up to date.
set -eu

# Debian's packages, in groups. Qt reports "xcb-cursor" for any missing xcb library, so the list is always complete.
PACKAGES_runtime='ca-certificates libgl1 libegl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0'
PACKAGES_window='libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-xkb1 libxcb-shape0 libxkbcommon-x11-0'
PACKAGES_screen='xvfb xauth'
PACKAGES_fonts='fonts-dejavu-core fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji'
PACKAGES_keyring='gnome-keyring dbus'
PACKAGES_drivers='strace at-spi2-core libglib2.0-bin python3-pyatspi python3-gi gir1.2-atspi-2.0 xdotool xclip x11-xkb-utils imagemagick'
PACKAGES_building='binutils dpkg-dev git xz-utils libwayland-client0 libwayland-cursor0'
PACKAGES_verifying='debootstrap util-linux lintian desktop-file-utils appstream nsis shellcheck xdotool gcc libc6-dev'

say() { printf 'setup: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

root=$(cd "$(dirname "$0")/.." && pwd -P)
cd "$root"
extras=${1-dev}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- runtime window screen fonts keyring drivers

# Without a locale, as in a bare root, Python and apt fail on non-ASCII characters.
export LC_ALL=C.UTF-8
# The caller's Python settings must not reach the virtual environment.
unset PYTHONHOME PYTHONPATH
export PIP_USER=0

find_python() {
  for candidate in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      echo "$candidate"
      return
    fi
  done
  fail 'needs Python 3.11 or newer: none found (set PYTHON to name one)'
}

install_packages() {
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    say 'not a Debian system: its packages are not checked'
    return
  fi
  # Provides count too, because newer releases renamed some packages.
  # shellcheck disable=SC2016  # dpkg's own variables
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package} ${Provides}\n' | sed -n 's/^installed //p' | tr ',\n' '  ')
  missing=
  for package; do
    case " $installed " in *" $package "*) ;; *) missing="$missing $package" ;; esac
  done
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    say "missing; as root: apt-get install --no-install-recommends$missing"
    return
  fi
  say "installing$missing"
  log=$(mktemp)
  export DEBIAN_FRONTEND=noninteractive
  # A failed update is not fatal, since the old lists may suffice.
  apt-get -qq update </dev/null >"$log" 2>&1 || say "apt-get update failed: $(tail -n 1 "$log")"
  # shellcheck disable=SC2086  # a list of words
  if ! apt-get -qq -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 install --no-install-recommends $missing \
    </dev/null >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    say "could not install all of$missing; going on without"
  fi
  rm -f "$log"
}

libpython() { # PyInstaller needs the library of Debian's own Python; its name has the version
  /usr/bin/python3 -c 'import sys; print("libpython%d.%d" % sys.version_info[:2])' 2>/dev/null || :
}

packages=
for group; do
  case $group in
    runtime) packages="$packages $PACKAGES_runtime" ;;
    window) packages="$packages $PACKAGES_window" ;;
    screen) packages="$packages $PACKAGES_screen" ;;
    fonts) packages="$packages $PACKAGES_fonts" ;;
    keyring) packages="$packages $PACKAGES_keyring" ;;
    drivers) packages="$packages $PACKAGES_drivers" ;;
    building) packages="$packages $PACKAGES_building $(libpython)" ;;
    verifying) packages="$packages $PACKAGES_verifying" ;;
    *) fail "no such group of packages: $group" ;;
  esac
done
base=$(find_python)
# Debian packages these separately; other Pythons include them.
"$base" -c 'import ensurepip, venv' 2>/dev/null || packages="$packages python3-venv"
# shellcheck disable=SC2086  # a list of words
install_packages $packages
[ "$extras" != packages ] || exit 0

python=.venv/bin/python
stamp=.venv/.setup-${extras:-none}
what_is_wanted() { # all inputs of the installation: a change triggers another one
  "$python" -c 'import sys; print(sys.version)' && cat pyproject.toml packaging/constraints.txt
}

# After a move of the project, console scripts have the old path (recorded in pyvenv.cfg).
if [ -e .venv ] && ! { grep -qsF "$root/.venv" .venv/pyvenv.cfg &&
  "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }; then
  say '.venv is broken, too old or was moved: making it anew'
  rm -rf .venv
fi
if [ -e .venv ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(what_is_wanted | cksum)" ]; then
  sh packaging/translations.sh build >&2
  exit 0
fi
if ! "$python" -m pip --version >/dev/null 2>&1; then
  say "making .venv with $("$base" -V)"
  rm -rf .venv
  # rm instead of --clear, which would follow a .venv that is a link.
  "$base" -m venv "$root/.venv" >&2 || { rm -rf .venv; fail "$base can't make a virtual environment (Debian: python3-venv)"; }
fi
say "installing caseeditor${extras:+[$extras]} into .venv"
# By environment instead of -c, which pins the build requirements too (older and newer pips read one of these each).
# translations.sh replaces the build hook, which would need its own PySide6.
export HATCH_BUILD_NO_HOOKS=true
export PIP_CONSTRAINT=packaging/constraints.txt PIP_BUILD_CONSTRAINT=packaging/constraints.txt
"$python" -m pip install -qq --no-input --disable-pip-version-check -e ".${extras:+[$extras]}" </dev/null >&2 || fail 'pip failed'
sh packaging/translations.sh build >&2
what_is_wanted | cksum >"$stamp"
