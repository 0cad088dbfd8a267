#!/bin/bash
# The part of packaging/windows/wine-test.sh inside the bare root.
set -euo pipefail
. "$(dirname "$0")/wine-root.sh"
cd "$project"
export LC_ALL=C.UTF-8
trap end_windows EXIT
venv_python='build\test\Scripts\python.exe'

environment() {
  python_for_windows
  download_wheels PySide6-Essentials 'httpx[socks]' keyring pywin32-ctypes msgspec platformdirs truststore google-re2 \
    chunspell python-calamine XlsxWriter hatchling editables grimp hypothesis pytest pytest-qt pytest-xdist trustme colorama cffi \
    setuptools pip
  windows
  windows_variable QT_QPA_PLATFORM offscreen
  # Qt's offscreen platform has no fonts of its own.
  mkdir "$place/fonts"
  ln -s /usr/share/fonts/truetype/noto/NotoSans{,Arabic,Hebrew,Thai,Mono}-{Regular,Bold}.ttf "$place/fonts"
  windows_variable QT_QPA_FONTDIR 'Z:\srv\windows\fonts'
  say 'environment'
  win "$python" -m venv 'build\test'
  win "$venv_python" -m pip install -q --no-input -e '.[test]'
}

run_tests() {
  say 'tests'
  # Windows' own platform plugin is left to main_job.py: a window for each test takes minutes.
  bare_wine env PYTHONUTF8=1 PYTHONDONTWRITEBYTECODE=1 wine "$venv_python" -m pytest \
    -q --platform=wine -p no:cacheprovider --numprocesses=2 --dist=loadfile "$@" | sed -u 's/\r$//'
}

screen 1600x1000
environment
if [ $# -gt 0 ]; then
  run_tests "$@"
else
  run_tests tests/domain tests/services tests/runtime tests/demo tests/ui tests/test_*.py
fi
