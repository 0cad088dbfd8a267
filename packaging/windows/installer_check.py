"""Try an installer on this Windows: python installer_check.py SETUP.exe FOLDER

Installs, updates, removes and installs again, as this user, in new folders below FOLDER. Needs a Windows without Case
Editor. Ends with 1 at the first difference.
"""

import io
import shutil
import subprocess
import sys
import time
import winreg
from collections.abc import Iterable
from pathlib import Path

from desktop_input import Program, see  # beside this file

UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\caseeditor"
CLASS = r"Software\Classes\caseeditor"
HANDLER = CLASS + r"\shell\open\command"
DONE, REFUSED = 0, 2
UNINSTALLER = "uninstall.exe"


def registered(key: str, name: str = "") -> str | None:
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as found:
            return str(winreg.QueryValueEx(found, name)[0])
    except FileNotFoundError:
        return None


def run(line: str, wanted: int) -> None:
    # A line and no list: the path after /D= and _?= must have no quotes.
    status = subprocess.run(line, check=False, timeout=300).returncode
    see(f"{line} ended with {status}, expected {wanted}", holds=status == wanted)


def start(program: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """Start the program and wait for its window."""
    running = Program(program, *arguments)
    running.wait_for("Case Editor")
    return running.process


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir()) if folder.exists() else []


class Trial:
    """An installer, and the folder that it installs into: with a blank and letters with accents."""

    def __init__(self, setup: str, folder: Path) -> None:
        self.setup, self.folder = setup, folder
        self.place = folder / "my programs" / "Case Éditor"
        self.program = self.place / "caseeditor.exe"
        self.console = f'"{self.place}\\caseeditor-console.exe"'
        self.remove = f'"{self.place}\\{UNINSTALLER}" /S _?={self.place}'
        # Letters of two scripts: no code page has both.
        self.data = folder / "datos ñ Дані 支払"

    def install(self) -> None:
        run(f"{self.setup} /S /D={self.place}", DONE)
        see("links open with it", holds=registered(HANDLER) == f'"{self.program}" -- "%1"')
        see("its folder is registered", holds=registered(UNINSTALL, "InstallLocation") == str(self.place))
        told = (self.place / "check.txt").read_text("utf-16")
        see("check.txt has the check's lines", holds=told.startswith("ok    Case Editor:"))

    def check_program(self) -> None:
        run(f'{self.console} --check --data-dir "{self.data}"', DONE)
        run(f"{self.console} --demo --check", DONE)

    def update_while_running(self) -> None:
        running = start(self.program, "--data-dir", str(self.data))
        try:
            run(f"{self.setup} /S", REFUSED)
            run(self.remove, REFUSED)
            see("a running program is unchanged", holds=self.program.exists() and (self.place / "_internal").exists())
            run(f'{self.console} --data-dir "{self.data}" 203', DONE)
            see("a second start hands over and ends", holds=running.poll() is None)
        finally:
            running.kill()
            running.wait()

    def uninstall(self) -> None:
        run(self.remove, DONE)
        see("only the uninstaller remains", holds=names(self.place) == [UNINSTALLER])
        see("the registry is clean", holds=registered(HANDLER) is None and registered(UNINSTALL, "DisplayName") is None)
        see("the user's data remain", holds=self.data.exists())

    def reinstall_over(self, *left: str, folders: Iterable[str] = ()) -> None:
        """Install into a folder with remains of a removal."""
        self.place.mkdir(parents=True, exist_ok=True)
        for name in left:
            (self.place / name).write_text("left", "utf-8")
        for name in folders:
            (self.place / name).mkdir(parents=True)
        print("       remains:", names(self.place), flush=True)
        self.install()
        self.uninstall()

    def refuse_foreign(self, *files: str) -> None:
        """Refuse a folder with somebody's own files, and change nothing in it."""
        folder = self.folder / "foreign"
        shutil.rmtree(folder, ignore_errors=True)
        for name in files:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text("mine", "utf-8")
        run(f"{self.setup} /S /D={folder}", REFUSED)
        kept = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
        see(f"a folder with {', '.join(files)} is unchanged", holds=kept == {str(Path(name)) for name in files})

    def remove_all(self) -> None:
        """Remove without _?=: the uninstaller deletes itself, from a copy that this cannot wait for."""
        run(f"{self.setup} /S /D={self.place}", DONE)
        run(f'"{self.place}\\{UNINSTALLER}" /S', DONE)
        end = time.monotonic() + 60
        while self.place.exists() and time.monotonic() < end:
            time.sleep(0.1)
        see("the folder is gone", holds=not self.place.exists())


def main(setup: str, folder: str) -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    trial = Trial(setup, Path(folder).absolute())
    see("a Windows without Case Editor", holds=registered(UNINSTALL, "DisplayName") is None)
    trial.install()
    trial.check_program()
    run(f"{setup} /S", DONE)
    trial.update_while_running()
    run(f"{setup} /S", DONE)
    trial.uninstall()
    trial.reinstall_over()
    trial.reinstall_over("check.txt")
    trial.reinstall_over("policy.example.json", "caseeditor-console.exe", folders=["_internal/PySide6", "licences"])
    (trial.place / UNINSTALLER).unlink()
    trial.reinstall_over("check.txt")
    trial.refuse_foreign("mine.txt")
    trial.refuse_foreign("check.txt", "mine.txt")
    trial.refuse_foreign(UNINSTALLER, "other.exe")
    trial.refuse_foreign("licences/mine.txt")
    trial.refuse_foreign("_internal/deep/mine.dll")
    trial.refuse_foreign("check.txt/mine.txt")
    trial.refuse_foreign("my folder/mine.txt")
    trial.remove_all()


if __name__ == "__main__":
    main(*sys.argv[1:])
