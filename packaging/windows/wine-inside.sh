#!/bin/bash
# The part of packaging/windows/wine.sh inside the bare root: build.ps1's steps in its order, and more tests.
#   bash packaging/windows/wine-inside.sh [STEP…]    all steps, or these (in a root that has had the steps before)
set -euo pipefail
. "$(dirname "$0")/wine-root.sh"
cd "$project"
export LC_ALL=C.UTF-8
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
  download_wheels PySide6-Essentials 'httpx[socks]' keyring pywin32-ctypes msgspec platformdirs truststore google-re2 \
    chunspell python-calamine XlsxWriter hatchling pyinstaller pefile cyclonedx-bom setuptools colorama pip
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
  win 'build\frozen\caseeditor\caseeditor-console.exe' --check --data-dir 'C:\self-check' >build/check.txt || {
    cat build/check.txt
    fail 'the check failed'
  }
  cat build/check.txt
  grep -q '^ok    Spelling:' build/check.txt || fail 'spelling is not checked' # a warning only, elsewhere
  win 'build\frozen\caseeditor\caseeditor-console.exe' --demo --check
  say 'the progress in the taskbar'
  win "$frozen_python" 'packaging\windows\taskbar_check.py'
}

compile() { # TARGET PROGRAM OUT
  makensis -V2 -WX "-XTarget $1" "-DVERSION=$version" "-DNUMBERS=$numbers" "-DFROZEN=$project/$2" \
    "-DLONGEST=$(find "$2" -printf '%P\n' | wc -L)" "-DOUT=$3" "-DICON=$project/build/icons/caseeditor.ico" \
    "-DBITMAPS=$project/build/icons" packaging/windows/caseeditor.nsi
}

installer() { # a 64-bit one, because wine then needs no 32-bit part
  say 'installer'
  win "$frozen_python" 'packaging\windows\bitmaps.py' 'resources\icons\caseeditor.svg' 'build\icons'
  compile amd64-unicode "$frozen" "$project/dist/$setup"
  compile x86-unicode packaging/windows "$place/compiled-only.exe" # build.ps1's target, with any files
}

try_installer() {
  say 'the installer: Windows 8.1'
  local status=0
  win winecfg -v win81
  win "dist\\$setup" /S || status=$?
  win winecfg -v win10
  [ $status = 2 ] || fail "the installer ended with $status, expected 2."
  # The share \\localhost\C$, as on a Windows.
  mkdir -p "$place/prefix/dosdevices/unc/localhost"
  ln -sfn ../../../drive_c "$place/prefix/dosdevices/unc/localhost/C\$"
  say 'the installer: silent, update, removal, other folders'
  win "$python" 'packaging\windows\installer_check.py' "dist\\$setup" 'C:\trial'
}

take_pictures() { # copies the input; at a line "picture FILE", takes a picture of the screen
  local line
  while IFS= read -r line; do
    case $line in
      'picture '*) import -window root "${line#picture }" ;;
      *) printf '%s\n' "$line" ;;
    esac
  done
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
  mkdir -p pictures
  win "$python" 'packaging\windows\main_job.py' 'C:\users\root\AppData\Local\Programs\Case Editor\caseeditor.exe' \
    "$url" "$token" 'pictures\main-job-failed.png' | take_pictures ||
    fail 'the main job; pictures/main-job-failed.png has the screen.'
  kill "$gateway_pid"
}

archive_and_sums() {
  say 'archive and sums'
  rm -f "dist/$archive"
  (cd build/frozen && python3 -m zipfile -c "$project/dist/$archive" caseeditor)
  (cd dist && sha256sum "$setup" "$archive" "$sbom" | tee SHA256SUMS-windows && ls -l "$setup" "$archive" "$sbom" >&2)
}

unpack() { # the program of dist/ in place of a build
  python_for_windows
  rm -rf build/frozen
  python3 -m zipfile -e "dist/$archive" build/frozen
}

pictures() { # the demo's case 203: Windows 10 and 11, light and dark, 100 and 150 %; then the installer's pages
  local release dpi theme data
  mkdir -p pictures
  for release in win10 win11; do
    win winecfg -v "$release"
    for dpi in 96 144; do
      win reg add 'HKCU\Control Panel\Desktop' /v LogPixels /t REG_DWORD /d "$dpi" /f >/dev/null
      bare_wine wineserver -k
      for theme in light dark; do
        say "picture: $release $theme $dpi DPI"
        data="$place/prefix/drive_c/pictures-$release-$theme-$dpi"
        mkdir -p "$data"
        printf '{"theme": "%s"}' "$theme" >"$data/settings.json"
        bare_wine wine "$project/$frozen/caseeditor.exe" --demo --lang en --data-dir "C:\\${data##*/}" 203 &
        xdotool search --sync --onlyvisible --name '203 – Case Editor' >/dev/null
        sleep 2 # a window is painted after it has its title
        import -window root "pictures/$release-$theme-$((dpi * 100 / 96)).png"
        bare_wine wineserver -k
        wait $! || :
      done
    done
    installer_pages "$release"
  done
}

installer_pages() { # RELEASE: in the three languages
  local language dpi
  for language in en_US es_AR pt_BR; do localedef -i "$language" -f UTF-8 "$language.UTF-8"; done
  for language in en_US es_AR pt_BR; do
    for dpi in 96 144; do
      say "pictures: installer $1 $language $dpi DPI"
      win reg add 'HKCU\Control Panel\Desktop' /v LogPixels /t REG_DWORD /d "$dpi" /f >/dev/null
      bare_wine wineserver -k
      LANGUAGE_OF_WINDOWS=$language.UTF-8 win "$python" 'packaging\windows\installer_pages.py' "dist\\$setup" \
        "C:\\pages-$1-$language-$dpi" "pictures\\setup-$1-$((dpi * 100 / 96))-$language" | take_pictures
    done
  done
}

steps=(downloads windows environments freeze self_check installer try_installer main_job archive_and_sums)
[ $# -eq 0 ] || steps=("$@")
screen 1920x1200
for step in "${steps[@]}"; do "$step"; done
