# Build the Windows program and its installer:  powershell -ExecutionPolicy Bypass -File packaging\windows\build.ps1
# Like wine-inside.sh, which runs on a Debian and has more tests: the installed program's main job, old releases of
# Windows, and a check that wine's icuuc.dll is not in the program. The installer is a 32-bit one here, which refuses a
# 32-bit Windows, because NSIS' own release for Windows makes no other.
# Needs Windows 10 or newer, 64 bit; Python 3.11 or newer (py launcher); git and NSIS 3 (git and makensis in PATH);
# signtool to sign.
# Writes to dist\: caseeditor-VERSION-setup.exe, a .zip of the folder, an SBOM and SHA256SUMS. Stops at the first error.
# Installs and removes the result as this user, so it stops if Case Editor is already installed.
#   $env:PYTHON                  the Python to use (default: "py -3.11")
#   $env:CASEEDITOR_CERTIFICATE  the thumbprint of a certificate in the user's store: signs program and installer
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3
$root = (Resolve-Path (Join-Path $PSScriptRoot '..\..')).Path
Set-Location -LiteralPath $root

function Say([string] $message) { Write-Host "$(Get-Date -Format T) build: $message" }

function Run([string] $program, [string[]] $arguments) {
    & $program @arguments
    if ($LASTEXITCODE -ne 0) { throw "$program $arguments ended with $LASTEXITCODE" }
}

function Sign([string] $file) {
    if (-not $env:CASEEDITOR_CERTIFICATE) { Write-Warning "$file is not signed: CASEEDITOR_CERTIFICATE is not set"; return }
    Run 'signtool' @('sign', '/sha1', $env:CASEEDITOR_CERTIFICATE, '/fd', 'SHA256', '/tr', 'http://timestamp.digicert.com', '/td', 'SHA256', $file)
}

foreach ($tool in 'git', 'makensis') {
    if (-not (Get-Command $tool -ErrorAction SilentlyContinue)) { throw "$tool is not in PATH. Install it, then start again." }
}
$version = [regex]::Match((Get-Content caseeditor\__init__.py -Raw), '__version__ = "(.+)"').Groups[1].Value
if (-not $version) { throw 'caseeditor\__init__.py names no version' }
foreach ($key in 'HKCU:\Software\Classes\caseeditor', 'HKCU:\Software\Microsoft\Windows\CurrentVersion\Uninstall\caseeditor') {
    if (Test-Path $key) { throw "Case Editor is installed here ($key): uninstall it first" }
}
if (-not $env:SOURCE_DATE_EPOCH) { $env:SOURCE_DATE_EPOCH = (git log -1 '--format=%ct') }
$env:PYTHONHASHSEED = '0'
$env:PIP_CONSTRAINT = 'packaging\constraints.txt' # not the whole path: pip splits it at blanks
$env:PIP_BUILD_CONSTRAINT = $env:PIP_CONSTRAINT
$env:PIP_DISABLE_PIP_VERSION_CHECK = '1'

Say 'environments and SBOM'
foreach ($old in 'source', 'tools', 'venv', 'work', 'frozen', 'icons') {
    if (Test-Path "build\$old") { Remove-Item -Recurse -Force "build\$old" }
}
New-Item -ItemType Directory -Force 'build\source', 'dist' | Out-Null
Copy-Item -Recurse 'caseeditor', 'resources', 'packaging', 'pyproject.toml', 'README.md' 'build\source'

if ($env:PYTHON) { $python = $env:PYTHON; $first = @() } else { $python = 'py'; $first = @('-3.11') }
Run $python ($first + @('-m', 'venv', 'build\tools'))
Run $python ($first + @('-m', 'venv', '--without-pip', 'build\venv'))
$pip = 'build\tools\Scripts\python.exe'
$frozenPython = 'build\venv\Scripts\python.exe'
Run $pip @('-m', 'pip', 'install', '-q', '--no-input', 'cyclonedx-bom')
Run $pip @('-m', 'pip', '--python', $frozenPython, 'install', '-q', '--no-input', '.\build\source')
$sbom = "dist\caseeditor-$version-windows.cdx.json"
Run 'build\tools\Scripts\cyclonedx-py.exe' @('environment', '--pyproject', 'build\source\pyproject.toml', '--output-reproducible', '--sv', '1.6', '-o', $sbom, $frozenPython)
Run $pip @('-m', 'pip', '--python', $frozenPython, 'install', '-q', '--no-input', 'pyinstaller')

Say 'icons and version'
Run $frozenPython @('packaging\icons.py', 'resources\icons\caseeditor.svg', 'build\icons')
$numbers = (($version -replace '[^0-9.].*$', '').Split('.') + @('0', '0', '0', '0'))[0..3]
@"
VSVersionInfo(
  ffi=FixedFileInfo(filevers=($($numbers -join ', ')), prodvers=($($numbers -join ', ')), mask=0x3f, flags=0, OS=0x40004, fileType=1, subtype=0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable('040904B0', [
      StringStruct('CompanyName', 'Case Editor maintainers'), StringStruct('FileDescription', 'Case Editor'),
      StringStruct('FileVersion', '$version'), StringStruct('InternalName', 'caseeditor'),
      StringStruct('OriginalFilename', 'caseeditor.exe'), StringStruct('ProductName', 'Case Editor'),
      StringStruct('ProductVersion', '$version')])]),
    VarFileInfo([VarStruct('Translation', [1033, 1200])])])
"@ | Set-Content -Encoding ascii build\version.txt

Say 'freezing'
Push-Location build
try {
    Run 'venv\Scripts\python.exe' @('-m', 'PyInstaller', '--noconfirm', '--clean', '--log-level', 'ERROR', '--distpath', 'frozen', '--workpath', 'work', 'source\packaging\caseeditor.spec')
} finally { Pop-Location }
$frozen = 'build\frozen\caseeditor'
Say 'licences'
Run $frozenPython @('packaging\notices.py', $frozen, 'packaging', $sbom)
Copy-Item packaging\policy.json "$frozen\policy.example.json"
Sign "$frozen\caseeditor.exe"
Sign "$frozen\caseeditor-console.exe"

Say 'the built program checks itself'
$scratch = Join-Path ([IO.Path]::GetTempPath()) "caseeditor-$PID"
$checked = Run "$frozen\caseeditor-console.exe" @('--check', '--data-dir', $scratch)
$checked
if (-not ($checked -match '^ok +Spelling:')) { throw 'spelling is not checked' } # a warning only, elsewhere
Run "$frozen\caseeditor-console.exe" @('--demo', '--check')
Say 'the progress in the taskbar'
Run $frozenPython @('packaging\windows\taskbar_check.py')

Say 'installer'
Run $frozenPython @('packaging\windows\bitmaps.py', 'resources\icons\caseeditor.svg', 'build\icons')
$longest = (Get-ChildItem -Recurse -LiteralPath $frozen | ForEach-Object { $_.FullName.Length - "$root\$frozen\".Length } | Measure-Object -Maximum).Maximum
Run 'makensis' @('-V2', '-WX', "-DVERSION=$version", "-DNUMBERS=$($numbers -join '.')", "-DFROZEN=$root\$frozen", "-DLONGEST=$longest", "-DOUT=$root\dist\caseeditor-$version-setup.exe", "-DICON=$root\build\icons\caseeditor.ico", "-DBITMAPS=$root\build\icons", 'packaging\windows\caseeditor.nsi')
Sign "dist\caseeditor-$version-setup.exe"
Say 'the installer: silent, update, removal, other folders'
Run $frozenPython @('packaging\windows\installer_check.py', "dist\caseeditor-$version-setup.exe", "$scratch\trial")
Remove-Item -Recurse -Force $scratch

Say 'archive and sums'
$zip = "dist\caseeditor-$version-windows.zip"
Compress-Archive -Force -Path $frozen -DestinationPath $zip
$files = "dist\caseeditor-$version-setup.exe", $zip, $sbom
$sums = $files | ForEach-Object { "$((Get-FileHash -Algorithm SHA256 $_).Hash.ToLower())  $(Split-Path -Leaf $_)`n" }
Set-Content -NoNewline -Encoding ascii -Path dist\SHA256SUMS-windows -Value ($sums -join '')
$files + 'dist\SHA256SUMS-windows'
