"""Collect the licences of all frozen components: python packaging/notices.py FROZEN_FOLDER PACKAGING_FOLDER [SBOM]

Run by the Python that froze the program. Writes FROZEN_FOLDER/licences, and adds Python and the system's libraries to
the SBOM, a CycloneDX file of the Python packages.
"""

import json
import platform
import re
import shutil
import subprocess
import sys
from importlib.metadata import Distribution, distribution, distributions, version
from pathlib import Path

from windows_parts import PYTHONS, Part, windows_parts  # beside this file

BUILDS_ONLY = {"pyinstaller", "pyinstaller-hooks-contrib", "altgraph", "setuptools", "packaging", "pip", "wheel"}
BUILDS_ONLY |= {"pefile", "macholib", "caseeditor"}
LICENCE = re.compile(r"(licen[cs]e|copying|notice|authors|copyright)", re.IGNORECASE)

TEXTS = ("Apache-2.0.txt", "GPL-3.0.txt", "LGPL-2.1.txt", "LGPL-3.0.txt")
DICTIONARIES_TEXTS = ("GPL-3.0", "LGPL-3.0")
DICTIONARIES = {"en_US": "2020.12.07", "es_ES": "7.5.0", "pt_BR": "7.5.0"}
"""Versions: of SCOWL's dictionary, and of the LibreOffice dictionaries."""
ABSEIL = re.compile(rb"lts_(20\d{6})")
"""The namespace of Abseil's release, in the names of its symbols."""

QT = """\
Qt, PySide6 and Shiboken (version {version}) are used under the GNU Lesser General Public License, version 3, whose text
is in LGPL-3.0.txt; it builds on the GNU General Public License, version 3, in GPL-3.0.txt. What that gives you:

- Their libraries are files of their own in this program's folder, below {place}, unchanged as their makers published
  them. You may replace them by versions of your own that are compatible; the program then runs with yours. With another
  Shiboken delete files.dir beside it, which holds Python files of this one.
- You may take the program apart to find faults in such changes.
- Their source code is at https://download.qt.io/official_releases/qt/ and
  https://download.qt.io/official_releases/QtForPython/, by the version above; whoever hands this program on has to
  offer it as well.

Qt itself holds parts by others, under licences that ask to be named: https://doc.qt.io/qt-6/licenses-used-in-qt.html
lists them with their texts. Among them: ICU (Unicode License), HarfBuzz, PCRE2, zlib, libpng, FreeType, md4c, double-
conversion, and the X11 and Wayland protocol files.
"""
BOOTLOADER = """\
The program's starter comes from PyInstaller, under the GNU General Public License, version 2 or later, with an
exception that allows what is frozen with it to be under any licence.
"""


def main(frozen: Path, packaging: Path, sbom: Path | None) -> None:
    place = frozen / "licences"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    copy_all([packaging / "licences" / name for name in TEXTS], place)
    parts: list[tuple[str, str, str]] = []
    added: list[dict[str, object]] = []
    for found in sorted(distributions(), key=lambda one: one.name.lower()):
        if found.name.lower() not in BUILDS_ONLY:
            parts.append((found.name, found.version, declared(found)))
            copy_all(texts_of(found), place / f"{found.name}-{found.version}")
    dictionaries = frozen / "_internal" / "caseeditor" / "resources" / "dictionaries"
    for name, number in dictionaries_in(dictionaries):
        parts.append((f"dictionary {name}", number, f"see dictionaries/LICENCE.{name}"))
        copy_all([dictionaries / f"LICENCE.{name}"], place / "dictionaries")
        added.append({"type": "data", "name": f"dictionary {name}", "version": number})
    copy_all([dictionaries / name for name in DICTIONARIES_TEXTS], place / "dictionaries")
    parts.append(("Hunspell", "1.7, part of chunspell", "LGPL-2.1 or later, LGPL-2.1.txt"))
    added.append({"type": "library", "name": "hunspell", "version": "1.7", "description": "part of chunspell"})
    number = abseils_version()
    parts.append(("Abseil", f"{number}, part of google-re2", "Apache-2.0, Apache-2.0.txt"))
    added.append({"type": "library", "name": "abseil-cpp", "version": number, "description": "part of google-re2"})
    for crate in crates_of("python-calamine"):
        parts.append((crate["name"], f"{crate['version']}, part of python-calamine", crate["licence"]))
        about = {"description": "part of python-calamine", "purl": crate["purl"]}
        added.append({"type": "library", "name": crate["name"], "version": crate["version"], **about})
    parts.append(("Python", platform.python_version(), "PSF-2.0"))
    copy_all(pythons_texts(), place / f"Python-{platform.python_version()}")
    added.append({"type": "platform", "name": "Python", "version": platform.python_version()})
    for package, number, text in debian_packages(frozen):
        parts.append((f"{package} (Debian)", number, "see its text"))
        copy_all([text], place / f"{package}-{number.replace(':', '_')}")
        source = f"pkg:deb/debian/{package}@{number.replace('+', '%2B')}"
        added.append({"type": "library", "name": package, "version": number, "purl": source})
    if sys.platform == "win32":
        licence = pythons_texts()[0].read_text("utf-8", "replace")
        for part in windows_parts(frozen, licence):
            origin = f"part of Python {platform.python_version()} for Windows, or of PySide6"
            parts.append((part.name, part.version or f"({origin})", f"{part.licence}, {part.text}"))
            if part.text != PYTHONS:
                copy_all([packaging / "licences" / "windows" / part.text], place / "Windows")
            added.append(as_component(part, origin))
    qt = QT.format(version=version("PySide6_Essentials"), place="_internal/PySide6 and _internal/shiboken6")
    lines = [f"{name} {number}: {licence}" for name, number, licence in parts]
    head = "Case Editor is made of its own code and of what is named here; the texts are beside this file.\n"
    (place / "NOTICES.txt").write_text("\n".join([head, *lines, "", qt, BOOTLOADER]), encoding="utf-8")
    if sbom:
        add_to(sbom, added)


def declared(found: Distribution) -> str:
    """Return the licence named in a package's metadata."""
    about = found.metadata
    classifiers = [line.rpartition(" :: ")[2] for line in about.get_all("Classifier") or () if "License ::" in line]
    named = about.get("License-Expression") or about.get("License") or ", ".join(classifiers)
    return named.splitlines()[0] if named else "not named"


def texts_of(found: Distribution) -> list[Path]:
    """Return the licence files of a package."""
    files = [file for file in found.files or () if ".dist-info" in str(file) and LICENCE.search(file.name)]
    return [Path(str(file.locate())) for file in files]


def pythons_texts() -> list[Path]:
    """Return Python's licence file, at its usual places."""
    name = f"python{sys.version_info.major}.{sys.version_info.minor}"
    base = Path(sys.base_prefix)
    places = (base / "LICENSE.txt", base / "lib" / name / "LICENSE.txt", Path("/usr/share/doc") / name / "copyright")
    found = [place for place in places if place.is_file()]
    if not found:
        raise SystemExit("notices: Python's own licence was not found")
    return found[:1]


def dictionaries_in(folder: Path) -> list[tuple[str, str]]:
    """Return name and version of the frozen dictionaries."""
    names = sorted(path.stem for path in folder.glob("*.dic"))
    if unknown := [name for name in names if name not in DICTIONARIES]:
        raise SystemExit(f"notices: no version is known of the dictionary {unknown[0]}")
    return [(name, DICTIONARIES[name]) for name in names]


def abseils_version() -> str:
    """Return the release of Abseil inside google-re2; '' if the symbols have no names."""
    files = [file for file in distribution("google-re2").files or () if file.suffix in (".so", ".pyd")]
    found = [ABSEIL.search(Path(str(file.locate())).read_bytes()) for file in files]
    return next((match[1].decode() for match in found if match), "")


def crates_of(package: str) -> list[dict[str, str]]:
    """Return name, version, licence and purl of the Rust libraries inside a package, by the SBOM in its wheel."""
    files = [file for file in distribution(package).files or () if "/sboms/" in str(file)]
    if not files:
        raise SystemExit(f"notices: the SBOM of {package} was not found")
    components = json.loads(Path(str(files[0].locate())).read_text("utf-8"))["components"]
    return [
        {
            "name": one["name"],
            "version": one["version"],
            "licence": " AND ".join(each["expression"] for each in one["licenses"]),
            "purl": one["purl"],
        }
        for one in components
        if one.get("scope") != "excluded"
    ]


def debian_packages(frozen: Path) -> list[tuple[str, str, Path]]:
    """Return name, version and copyright file of the Debian packages whose libraries PyInstaller included."""
    if not shutil.which("dpkg-query"):
        return []
    own = {path.name for path in Path("/usr/lib").glob("*-linux-gnu/*.so*")}
    inside = (path for path in (frozen / "_internal").glob("lib*.so*") if not path.is_symlink())
    taken = [path.name for path in inside if path.name in own]
    packages = set()
    for name in taken:
        asked = subprocess.run(["dpkg-query", "-S", f"*/{name}"], capture_output=True, text=True, check=True)
        packages.add(asked.stdout.split(":")[0])
    found = []
    for package in sorted(packages):
        command = ["dpkg-query", "-W", "-f", "${Version}", package]
        number = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        found.append((package, number, Path("/usr/share/doc") / package / "copyright"))
    return found


def copy_all(texts: list[Path], folder: Path) -> None:
    for text in texts:
        if not text.is_file():
            raise SystemExit(f"notices: the licence text {text} is missing")
        folder.mkdir(exist_ok=True)
        shutil.copyfile(text, folder / text.name)


def as_component(part: Part, origin: str) -> dict[str, object]:
    """Return a library of the Windows program as a component of the SBOM."""
    licences = [{"license": {"name": part.licence}}]
    version = {"version": part.version} if part.version else {}
    return {"type": "library", "name": part.name, **version, "description": origin, "licenses": licences}


def add_to(sbom: Path, added: list[dict[str, object]]) -> None:
    document = json.loads(sbom.read_text("utf-8"))
    document["metadata"]["component"]["version"] = version("caseeditor")
    document["components"] += [{"bom-ref": f"frozen:{one['name']}", **one} for one in added]
    sbom.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]) if len(sys.argv) > 3 else None)  # noqa: PLR2004
