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

installer() { # a 64-bit one, because wine then needs no 32-bit part
  say 'installer'
  win "$frozen_python" 'packaging\windows\bitmaps.py' 'resources\icons\caseeditor.svg' 'build\icons'
  makensis -V2 -WX '-XTarget amd64-unicode' "-DVERSION=$version" "-DNUMBERS=$numbers" "-DFROZEN=$project/$frozen" \
    "-DOUT=$project/dist/$setup" "-DICON=$project/build/icons/caseeditor.ico" "-DBITMAPS=$project/build/icons" \
    packaging/windows/caseeditor.nsi
}

try_installer() {
  say 'the installer: silent, update, removal, other folders'
  win "$python" 'packaging\windows\installer_check.py' "dist\\$setup" 'C:\trial'
}

gateway() { # a Social Gateway outside of wine; sets url and token
  [ -d "$place/gateway" ] || {
    python3 -m venv "$place/gateway"
    "$place/gateway/bin/python" -m pip install -q --no-input -c packaging/constraints.txt msgspec
  }
  exec 4< <(exec env PYTHONPATH="$project" "$place/gateway/bin/python" packaging/linux/gateway.py 3>&1)
  gateway_pid=$!
  read -r -u 4 url token || fail 'the Social Gateway does not start.'
}

main_job() {
  say 'the main job in the installed program'
  local url token
  gateway
  win "dist\\$setup" /S
  win "$python" 'packaging\windows\main_job.py' 'C:\users\root\AppData\Local\Programs\Case Editor\caseeditor.exe' \
    "$url" "$token" || {
    mkdir -p pictures
    import -window root pictures/main-job-failed.png
    fail 'the main job; pictures/main-job-failed.png has the screen.'
  }
  kill "$gateway_pid"
}

archive_and_sums() {
  say 'archive and sums'
  rm -f "dist/$archive"
  (cd build/frozen && python3 -m zipfile -c "$project/dist/$archive" caseeditor)
  (cd dist && sha256sum "$setup" "$archive" "$sbom" | tee SHA256SUMS-windows && ls -l "$setup" "$archive" "$sbom" >&2)
}

steps=(downloads windows environments freeze self_check installer try_installer main_job archive_and_sums)
[ $# -eq 0 ] || steps=("$@")
screen 1600x1000
for step in "${steps[@]}"; do "$step"; done
