#!/bin/sh
# Check the frozen packages for known vulnerabilities: sh packaging/audit.sh [pip-audit's options]
# Looks up the versions pinned in packaging/constraints.txt in the package index's vulnerability service; needs the
# network. Exit 0: none known. 1: some found. 2: no answer for some or all packages, which does not mean "none".
# Debian is responsible for the Debian libraries in the frozen program (listed in the SBOM): debian.org/security.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd -P)
cd "$root"
python=${PYTHON:-python3}
if [ ! -x build/audit/bin/pip-audit ]; then
  mkdir -p build
  "$python" -m venv build/audit
  PIP_CONSTRAINT=packaging/constraints.txt build/audit/bin/python -m pip install -qq --no-input --disable-pip-version-check pip-audit || {
    rm -rf build/audit
    echo 'audit: pip-audit could not be installed: nothing was asked' >&2
    exit 2
  }
fi
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT
build/audit/bin/pip-audit --progress-spinner off --disable-pip --no-deps -r packaging/constraints.txt --format json "$@" \
  >"$answer" || :
# pip-audit also reports "none known" for packages without an answer from the index.
exec build/audit/bin/python - "$answer" <<'EOF'
import json, sys

try:
    packages = json.load(open(sys.argv[1], encoding="utf-8"))["dependencies"]
except ValueError:
    print('audit: the service could not be asked: this is not "none known"')
    sys.exit(2)
unknown = [one["name"] for one in packages if "skip_reason" in one]
holes = [(one, hole) for one in packages for hole in one.get("vulns", ())]
for one, hole in holes:
    print(one["name"], one["version"], hole["id"], "mended in", ", ".join(hole["fix_versions"]) or "no version yet")
print(f"audit: {len(packages)} packages, {len(holes)} known holes, {len(unknown)} without an answer")
if unknown:
    print("audit: nothing is known of", ", ".join(unknown))
sys.exit(1 if holes else 2 if unknown else 0)
EOF
