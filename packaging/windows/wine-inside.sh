#!/bin/bash
# The part of packaging/windows/wine.sh inside the bare root: build.ps1's steps, in its order.
#   bash packaging/windows/wine-inside.sh [STEP…]    all steps, or these (in a root that has had the steps before)
set -euo pipefail
. "$(dirname "$0")/wine-root.sh"
cd "$project"
trap end_windows EXIT

version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' caseeditor/__init__.py)
[ -n "$version" ] || fail 'caseeditor/__init__.py names no version.'
numbers=$(echo "${version%%[!0-9.]*}.0.0.0" | cut -d. -f1-4)
frozen=build/frozen/caseeditor
setup=caseeditor-$version-setup.exe
archive=caseeditor-$version-windows.zip
sbom=caseeditor-$version-windows.cdx.json
pip='build\tools\Scripts\python.exe'
frozen_python='build\venv\Scripts\python.exe'

downloads() {
  python_for_windows
  download_wheels PySide6-Essentials 'httpx[socks]' keyring pywin32-ctypes msgspec platformdirs truststore hatchling \
    pyinstaller pefile cyclonedx-bom setuptools colorama pip
}

environments() {
  say 'environments and SBOM'
  rm -rf build
  mkdir -p build/source dist
  cp -r caseeditor resources packaging pyproject.toml README.md build/source
  win "$python" -m venv 'build\tools'
  win "$python" -m venv --without-pip 'build\venv'
  win "$pip" -m pip install -q --no-input cyclonedx-bom
  win "$pip" -m pip --python "$frozen_python" install -q --no-input '.\build\source'
  win 'build\tools\Scripts\cyclonedx-py.exe' environment --pyproject 'build\source\pyproject.toml' --output-reproducible \
    --sv 1.6 -o "dist\\$sbom" "$frozen_python"
  win "$pip" -m pip --python "$frozen_python" install -q --no-input pyinstaller
}

freeze() {
  say 'icons and version'
  win "$frozen_python" 'packaging\icons.py' 'resources\icons\caseeditor.svg' 'build\icons'
  local commas=${numbers//./, }
  cat >build/version.txt <<V
VSVersionInfo(
  ffi=FixedFileInfo(filevers=($commas), prodvers=($commas), mask=0x3f, flags=0, OS=0x40004, fileType=1, subtype=0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable('040904B0', [
      StringStruct('CompanyName', 'Case Editor maintainers'), StringStruct('FileDescription', 'Case Editor'),
      StringStruct('FileVersion', '$version'), StringStruct('InternalName', 'caseeditor'),
      StringStruct('OriginalFilename', 'caseeditor.exe'), StringStruct('ProductName', 'Case Editor'),
      StringStruct('ProductVersion', '$version')])]),
    VarFileInfo([VarStruct('Translation', [1033, 1200])])])
V
  say 'freezing'
  IN=build win 'venv\Scripts\python.exe' -m PyInstaller --noconfirm --clean --log-level ERROR --distpath frozen \
    --workpath work 'source\packaging\caseeditor.spec'
  say 'licences'
  win "$frozen_python" 'packaging\notices.py' "${frozen//\//\\}" packaging "dist\\$sbom"
  cp packaging/policy.json "$frozen/policy.example.json"
  ! find "$frozen" -iname 'icuuc*' | grep . || fail "wine's stand-in for icuuc.dll is in the program."
}

self_check() {
  say 'the built program checks itself'
  win 'build\frozen\caseeditor\caseeditor-console.exe' --check --data-dir 'C:\self-check'
  win 'build\frozen\caseeditor\caseeditor-console.exe' --demo --check
}

steps=(downloads windows environments freeze self_check)
[ $# -eq 0 ] || steps=("$@")
screen 1600x1000
for step in "${steps[@]}"; do "$step"; done
