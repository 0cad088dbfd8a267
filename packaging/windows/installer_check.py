"""Try an installer on this Windows: python installer_check.py SETUP.exe FOLDER

Installs, updates, removes and installs again, as this user, in new folders below FOLDER. Needs a Windows without Case
Editor. Ends with 1 at the first difference.
"""

import io
import shutil
import stat
import subprocess
import sys
import winreg
from collections.abc import Iterable
from pathlib import Path

from desktop_input import Program, press, see, wait  # beside this file

UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\caseeditor"
CLASS = r"Software\Classes\caseeditor"
HANDLER = CLASS + r"\shell\open\command"
DONE, REFUSED = 0, 2
UNINSTALLER = "uninstall.exe"
_LONGEST_PATH = 247
"""Letters of a path. Windows' limit for folders; that for files is 259."""


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


def files_below(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir()) if folder.exists() else []


class Trial:
    """An installer, and the folder that it installs into: with a blank and letters with accents."""

    def __init__(self, setup: str, folder: Path, *place: str) -> None:
        self.setup, self.folder = setup, folder
        self.place = folder.joinpath(*(place or ("my programs", "Case Éditor")))
        # Letters of two scripts: no code page has both.
        self.data = folder / "datos ñ Дані 支払"
        self.program = self.place / "caseeditor.exe"
        self.console = f'"{self.place}\\caseeditor-console.exe"'
        self.remove = f'"{self.place}\\{UNINSTALLER}" /S _?={self.place}'

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
        """Install into a folder with remains of an interrupted removal or installation: the uninstaller at least."""
        for name in left:
            (self.place / name).parent.mkdir(parents=True, exist_ok=True)
            (self.place / name).write_text("left", "utf-8")
        for name in folders:
            (self.place / name).mkdir(parents=True)
        print("       remains:", names(self.place), flush=True)
        self.install()
        see("nothing of the remains is in the program", holds=not any((self.place / name).exists() for name in left))
        self.uninstall()

    def install_read_only(self) -> None:
        """Update and remove files that somebody made read-only."""
        self.install()
        for update in (True, False):
            for path in files_below(self.place):
                path.chmod(stat.S_IREAD)
            self.install() if update else self.uninstall()

    def keep_subfolder(self) -> None:
        """Update and remove beside a user's own folder and file, which stay."""
        self.install()
        own = (self.place / "my folder" / "mine.txt", self.place / "mine.txt")
        own[0].parent.mkdir()
        for each in own:
            each.write_text("mine", "utf-8")
        self.install()
        run(self.remove, DONE)
        see("the user's files stay", holds=all(each.read_text("utf-8") == "mine" for each in own))
        see("nothing else stays", holds=names(self.place) == ["mine.txt", "my folder", UNINSTALLER])
        self.install()  # over its own uninstaller
        run(self.remove, DONE)
        shutil.rmtree(self.place)

    def refuse_held(self, name: str) -> None:
        """Refuse to update and to remove while another program reads a file; the program stays whole."""
        self.install()
        before = files_below(self.place)
        with (self.place / name).open("rb"):
            run(f"{self.setup} /S", REFUSED)
            see("no file is missing", holds=files_below(self.place) == before)
            run(self.remove, REFUSED)
            see("no file is missing", holds=files_below(self.place) == before)
            see("its removal is still registered", holds=registered(UNINSTALL, "InstallLocation") == str(self.place))
        self.check_program()
        self.uninstall()

    def remove_held_with_window(self) -> None:
        """Remove in the window; a file is in use at first, and its program is closed before *Retry*."""
        self.install()
        with (self.place / "_internal" / "PySide6" / "Qt6Core.dll").open("rb"):
            remover = Program(self.place / UNINSTALLER, rest=f"_?={self.place}")
            remover.wait_for("Case Editor Uninstall")
            remover.bring_to_front("Case Editor Uninstall")
            press("Enter")  # Uninstall
            wait("the message is shown", lambda: bool(remover.titles[1:]), lambda: remover.titles)
        press("Enter")  # Retry
        wait("the message is closed", lambda: not remover.titles[1:], lambda: remover.titles)
        wait("the program is gone", lambda: registered(HANDLER) is None)
        press("Enter")  # Close
        remover.wait_end()
        see("only the uninstaller remains", holds=names(self.place) == [UNINSTALLER])

    def refuse_foreign(self, *files: str) -> None:
        """Refuse a folder with somebody's own files, and change nothing in it; neither does an uninstaller."""
        folder = self.folder / "foreign"
        for name in files:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text("mine", "utf-8")
        before = files_below(folder)
        run(f"{self.setup} /S /D={folder}", REFUSED)
        see(f"a folder with {', '.join(files)} is unchanged", holds=files_below(folder) == before)
        run(f'"{self.place}\\{UNINSTALLER}" /S _?={folder}', REFUSED)
        unchanged = files_below(folder) == before and all(path.read_text("utf-8") == "mine" for path in before)
        see("an uninstaller leaves it alone too", holds=unchanged)
        shutil.rmtree(folder)

    def refuse_file(self) -> None:
        """Refuse a path that is a file."""
        path = self.folder / "a file"
        path.write_text("mine", "utf-8")
        run(f"{self.setup} /S /D={path}", REFUSED)
        see("a file in place of the folder is unchanged", holds=path.read_text("utf-8") == "mine")

    def refuse_path(self, path: str) -> None:
        """Refuse a path that can be no folder; take no other folder instead."""
        run(f"{self.setup} /S /D={path}", REFUSED)
        see("it is installed nowhere", holds=registered(UNINSTALL, "InstallLocation") is None)

    def refuse_drive(self) -> None:
        """Refuse the root of a drive; take no other folder instead."""
        drive = Path(self.folder.anchor)
        before = names(drive)
        run(f"{self.setup} /S /D={drive}", REFUSED)
        see("the drive is unchanged", holds=names(drive) == before)
        see("it is installed nowhere", holds=registered(UNINSTALL, "InstallLocation") is None)

    def install_into(self, *place: str, status: int = DONE) -> None:
        """Install into another folder, check the program there, and remove it; or expect a refusal without traces."""
        trial = Trial(self.setup, self.folder, *place)
        print(f"       {len(str(trial.place))} letters: {trial.place}", flush=True)
        if status == DONE:
            trial.install()
            trial.check_program()
            run(trial.remove, DONE)
            shutil.rmtree(trial.place)
        else:
            before = files_below(self.folder)
            run(f"{self.setup} /S /D={trial.place}", status)
            see("nothing is installed", holds=files_below(self.folder) == before and not trial.place.exists())

    def install_into_long(self) -> None:
        """Install where the longest path of the program has Windows' greatest length; refuse one letter more."""
        self.install()
        longest = max(len(str(path.relative_to(self.place))) for path in self.place.rglob("*"))
        self.uninstall()
        letters = _LONGEST_PATH - longest - len(str(self.folder)) - 2  # backslashes between them
        self.install_into("x" * letters)
        self.install_into("x" * (letters + 1), status=REFUSED)
        self.install_into(*["y" * 100] * 3, status=REFUSED)

    def remove_all(self) -> None:
        """Remove without _?=: the uninstaller deletes itself, from a copy that this cannot wait for."""
        run(f"{self.setup} /S /D={self.place}", DONE)
        run(f'"{self.place}\\{UNINSTALLER}" /S', DONE)
        wait("the folder is gone", lambda: not self.place.exists())


def try_program(trial: Trial) -> None:
    trial.install()
    trial.check_program()
    run(f"{trial.setup} /S", DONE)
    trial.update_while_running()
    run(f"{trial.setup} /S", DONE)
    trial.uninstall()


def try_remains(trial: Trial) -> None:
    trial.reinstall_over()
    trial.reinstall_over("_internal/PySide6/left.dll", "licences/left.txt", folders=["_internal/empty"])
    trial.reinstall_over("_internal/left.dll", folders=["licences/empty"])
    trial.install_read_only()
    trial.keep_subfolder()
    trial.refuse_held("_internal/PySide6/Qt6Core.dll")
    trial.refuse_held("check.txt")
    trial.remove_held_with_window()


def try_folders(trial: Trial) -> None:
    """Needs the uninstaller in its folder."""
    trial.refuse_foreign("mine.txt")
    trial.refuse_foreign("check.txt")
    trial.refuse_foreign("policy.example.json")
    trial.refuse_foreign("policy.example.json", "caseeditor-console.exe")
    trial.refuse_foreign("check.txt", "mine.txt")
    trial.refuse_foreign(UNINSTALLER)
    trial.refuse_foreign(UNINSTALLER, "other.exe")
    trial.refuse_foreign("caseeditor.exe")
    trial.refuse_foreign("caseeditor.exe", "_internal/mine.dll")
    trial.refuse_foreign("caseeditor.exe/mine.txt")
    trial.refuse_foreign("licences/mine.txt")
    trial.refuse_foreign("_internal/deep/mine.dll")
    trial.refuse_foreign("check.txt/mine.txt")
    trial.refuse_foreign("my folder/mine.txt")
    trial.refuse_file()
    trial.refuse_drive()
    trial.refuse_path("Q:\\Case Editor")
    trial.refuse_path("Case Editor")
    (trial.folder / "empty").mkdir()
    trial.install_into("empty")
    (trial.folder / "emptied" / "_internal" / "PySide6").mkdir(parents=True)
    trial.install_into("emptied")
    trial.install_into("案件 Редактор", "ñandú (64) & 'más' 😀")
    trial.install_into_long()


def main(setup: str, folder: str) -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    trial = Trial(setup, Path(folder).absolute())
    see("a Windows without Case Editor", holds=registered(UNINSTALL, "DisplayName") is None)
    try_program(trial)
    try_remains(trial)
    try_folders(trial)
    trial.remove_all()


if __name__ == "__main__":
    main(*sys.argv[1:])
