# Build the Windows program and its installer:  powershell -ExecutionPolicy Bypass -File packaging\windows\build.ps1
# Needs Windows 10 or newer, 64 bit; Python 3.11 or newer (py launcher); NSIS 3 (makensis in PATH); signtool to sign.
# Writes to dist\: caseeditor-VERSION-setup.exe, a .zip of the folder, an SBOM and SHA256SUMS. Stops at the first error.
# Installs and removes the result as this user, so it stops if Case Editor is already installed.
#   $env:PYTHON                  the Python to use (default: "py -3.11")
#   $env:CASEEDITOR_CERTIFICATE  the thumbprint of a certificate in the user's store: signs program and installer
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3
$root = (Resolve-Path (Join-Path $PSScriptRoot '..\..')).Path
Set-Location -LiteralPath $root

function Run([string] $program, [string[]] $arguments) {
    & $program @arguments
    if ($LASTEXITCODE -ne 0) { throw "$program $arguments ended with $LASTEXITCODE" }
}

function Sign([string] $file) {
    if (-not $env:CASEEDITOR_CERTIFICATE) { Write-Warning "$file is not signed: CASEEDITOR_CERTIFICATE is not set"; return }
    Run 'signtool' @('sign', '/sha1', $env:CASEEDITOR_CERTIFICATE, '/fd', 'SHA256', '/tr', 'http://timestamp.digicert.com', '/td', 'SHA256', $file)
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

Push-Location build
try {
    Run 'venv\Scripts\python.exe' @('-m', 'PyInstaller', '--noconfirm', '--clean', '--log-level', 'ERROR', '--distpath', 'frozen', '--workpath', 'work', 'source\packaging\caseeditor.spec')
} finally { Pop-Location }
$frozen = 'build\frozen\caseeditor'
Run $frozenPython @('packaging\notices.py', $frozen, 'packaging', $sbom)
Copy-Item packaging\policy.json "$frozen\policy.example.json"
Sign "$frozen\caseeditor.exe"
Sign "$frozen\caseeditor-console.exe"

# The built program checks itself, in place and after installation.
$scratch = Join-Path ([IO.Path]::GetTempPath()) "caseeditor-$PID"
Run "$frozen\caseeditor-console.exe" @('--check', '--data-dir', $scratch)
Run "$frozen\caseeditor-console.exe" @('--demo', '--check')

Run 'makensis' @('-V2', '-WX', "-DVERSION=$version", "-DNUMBERS=$($numbers -join '.')", "-DFROZEN=$root\$frozen", "-DOUT=$root\dist\caseeditor-$version-setup.exe", "-DICON=$root\build\icons\caseeditor.ico", 'packaging\windows\caseeditor.nsi')
Sign "dist\caseeditor-$version-setup.exe"
$installed = Join-Path $scratch 'installed'
# /D= is last and its folder is unquoted, because the installer takes the rest of the line literally.
$setup = Start-Process -Wait -PassThru "$root\dist\caseeditor-$version-setup.exe" -ArgumentList '/S', "/D=$installed"
if ($setup.ExitCode -ne 0) { throw "the installer ended with $($setup.ExitCode)" }
Run "$installed\caseeditor-console.exe" @('--check', '--data-dir', "$scratch\data")
Run "$installed\caseeditor-console.exe" @('--demo', '--check')
$handler = (Get-ItemProperty 'HKCU:\Software\Classes\caseeditor\shell\open\command').'(default)'
if ($handler -ne "`"$installed\caseeditor.exe`" -- `"%1`"") { throw "links open with $handler" }
# With _?= the uninstaller runs in place, so that this script can wait for it; it does not delete itself.
$removed = Start-Process -Wait -PassThru "$installed\uninstall.exe" -ArgumentList '/S', "_?=$installed"
if ($removed.ExitCode -ne 0) { throw "the uninstaller ended with $($removed.ExitCode)" }
if (Test-Path "$installed\caseeditor.exe") { throw 'uninstalling left the program' }
if (Test-Path 'HKCU:\Software\Classes\caseeditor') { throw 'uninstalling left the link handler' }
Remove-Item -Recurse -Force $scratch

$zip = "dist\caseeditor-$version-windows.zip"
Compress-Archive -Force -Path $frozen -DestinationPath $zip
$files = "dist\caseeditor-$version-setup.exe", $zip, $sbom
$sums = $files | ForEach-Object { "$((Get-FileHash -Algorithm SHA256 $_).Hash.ToLower())  $(Split-Path -Leaf $_)`n" }
Set-Content -NoNewline -Encoding ascii -Path dist\SHA256SUMS-windows -Value ($sums -join '')
$files + 'dist\SHA256SUMS-windows'
