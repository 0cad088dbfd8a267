#!/bin/sh
# Open the editor with the built-in Social Gateway, from a fresh checkout: sh packaging/try.sh [caseeditor's options]
set -eu
root=$(cd "$(dirname "$0")/.." && pwd -P)

screen=yes
[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" = Darwin ] || screen=
groups='runtime window fonts keyring'
[ -n "$screen" ] || groups="$groups screen"
# shellcheck disable=SC2086  # a list of words
sh "$root/packaging/setup.sh" '' $groups

# Qt and Python need UTF-8; a configured language is kept.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in '' | C | POSIX) export LC_ALL=C.UTF-8 ;; esac
caseeditor=$root/.venv/bin/caseeditor
[ -z "$screen" ] || exec "$caseeditor" --demo "$@"

if [ -z "${CASEEDITOR_PICTURES:-}" ]; then
  CASEEDITOR_PICTURES=$root/pictures
  rm -rf "$CASEEDITOR_PICTURES" # must not be mistaken for this run's
fi
export CASEEDITOR_PICTURES
mkdir -p "$CASEEDITOR_PICTURES"
echo "There is no screen here: checking the window instead, with pictures of it in $CASEEDITOR_PICTURES" >&2
# A real window is a better check than Qt's offscreen platform, if its libraries are installed.
if command -v xvfb-run >/dev/null &&
  "$root/.venv/bin/python" -c 'import ctypes; ctypes.CDLL("libxcb-cursor.so.0")' 2>/dev/null; then
  export QT_QPA_PLATFORM=xcb
  set -- xvfb-run -a -s '-screen 0 1280x800x24' "$caseeditor" --demo --check "$@"
else
  export QT_QPA_PLATFORM=offscreen
  set -- "$caseeditor" --demo --check "$@"
fi
status=0
"$@" || status=$?
for picture in "$CASEEDITOR_PICTURES"/*; do
  [ ! -e "$picture" ] || echo "$picture" >&2
done
exit "$status"
