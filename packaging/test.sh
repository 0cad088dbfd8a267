#!/bin/sh
# Set up the environment and run the checks:
#   sh packaging/test.sh              every check
#   sh packaging/test.sh --quick      fast checks for each change: no end-to-end, fault or benchmark tests
#   sh packaging/test.sh ARGUMENTS    pytest only, with these arguments: sh packaging/test.sh tests/domain -k merge
set -eu
root=$(cd "$(dirname "$0")/.." && pwd -P)
sh "$root/packaging/setup.sh" dev
cd "$root"

# Isolate the tests from the caller's proxy, certificates, Qt settings, language, session bus and home folder.
for name in $(env | sed -n 's/^\(QT_[A-Za-z0-9_]*\|[A-Za-z]*_\(PROXY\|proxy\)\)=.*/\1/p'); do unset "$name"; done
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS SSL_CERT_FILE SSL_CERT_DIR LANGUAGE PYTHONPATH PYTHONHOME
for name in $(env | sed -n 's/^\(XDG_[A-Z_]*\|CASEEDITOR_[A-Z_]*\)=.*/\1/p'); do unset "$name"; done
private=$(mktemp -d)
in_memory=
trap 'rm -rf "$private" ${in_memory:+"$in_memory"}' EXIT
trap 'exit 130' INT TERM HUP
mkdir -m 700 "$private/home" "$private/run"
export HOME="$private/home" XDG_RUNTIME_DIR="$private/run" LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen
PATH=$root/.venv/bin:$PATH

quick=
if [ "${1-}" = --quick ] && [ $# -eq 1 ]; then
  quick=yes
elif [ $# -gt 0 ]; then
  status=0
  python -m pytest "$@" || status=$?
  exit "$status"
fi

# shellcheck disable=SC2317  # called by step
short_files() { # a file beyond 600 lines has several subjects; below that, split by subject
  long=$(find caseeditor tests -name '*.py' ! -path '*/__pycache__/*' -exec awk 'FNR == 601 { print FILENAME }' {} +)
  [ -z "$long" ] || { printf 'more than 600 lines:\n%s\n' "$long" && return 1; }
}

# These use a screen, a keyring and real programs with deadlines, or measure time, so they run sequentially.
alone='tests/end_to_end tests/faults tests/benchmarks'

# shellcheck disable=SC2317  # called by step
side_by_side() { # all others, in parallel; each file in one process, because its tests share fixtures
  others=
  for folder in $alone; do others="$others --ignore=$folder"; done
  # Files are in memory if it has 1 GB: each commit waits for the disk otherwise, and no test cuts the power.
  room=$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')
  if [ "${room:-0}" -ge 1048576 ]; then
    in_memory=$(mktemp -d /dev/shm/test.XXXXXX)
    chmod 711 "$in_memory" # other users must reach what a test shares with them
  fi
  # A core is left to the servers and threads of the tests: a window that waits for its turn proves nothing.
  cores=$(getconf _NPROCESSORS_ONLN)
  workers=${PYTEST_XDIST_AUTO_NUM_WORKERS:-$((cores > 1 ? cores - 1 : 1))}
  # shellcheck disable=SC2086  # a list of words
  TMPDIR=${in_memory:-${TMPDIR:-/tmp}} python -m pytest --numprocesses="$workers" --dist=loadfile $others
}

# shellcheck disable=SC2317  # called by step
types() { # started before the tests, because these wait a lot and mypy without its cache takes 30 s
  status=0
  wait "$mypy" || status=$?
  cat "$private/mypy"
  return "$status"
}

summary=
failed=0
step() { # NAME COMMAND...: continues after a failed step, to report all failures
  name=$1
  shift
  printf '\n== %s\n' "$name"
  start=$(date +%s)
  result=ok
  "$@" </dev/null || { result=FAILED && failed=1; }
  summary="$summary$(printf '%-14s %-6s %4d s' "$name" "$result" $(($(date +%s) - start)))
"
}

step 'ruff check' ruff check
step 'ruff format' ruff format --check
mypy >"$private/mypy" 2>&1 </dev/null &
mypy=$!
step lint-imports lint-imports
step 'file length' short_files
step 'side by side' side_by_side
step mypy types
# shellcheck disable=SC2086  # a list of words
[ -n "$quick" ] || step 'one by one' python -m pytest $alone
printf '\n%s' "$summary"
exit "$failed"
