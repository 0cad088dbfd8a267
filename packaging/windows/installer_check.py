"""Try an installer on this Windows: python installer_check.py SETUP.exe FOLDER

Installs, updates, removes and installs again, as this user, in new folders below FOLDER. Needs a Windows without Case
Editor. Ends with 1 at the first difference.
"""

import ctypes
import io
import os
import shutil
import stat
import string
import subprocess
import sys
import threading
import winreg
from collections.abc import Iterable
from pathlib import Path

from desktop_input import Program, dialog_item, press, see, wait  # beside this file

UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\caseeditor"
CLASS = r"Software\Classes\caseeditor"
HANDLER = CLASS + r"\shell\open\command"
DONE, REFUSED = 0, 2
UNINSTALLER = "uninstall.exe"
_RETRY = 4
"""The button's number in a message of Windows."""
_MOMENT = 2.0
"""A scanner's hold of a file in s."""
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


def shortcut() -> Path:
    return Path(os.environ["APPDATA"], "Microsoft", "Windows", "Start Menu", "Programs", "Case Editor.lnk")


def free_drive() -> str:
    """Return a letter without a drive."""
    used = ctypes.windll.kernel32.GetLogicalDrives()
    return next(letter for number, letter in reversed([*enumerate(string.ascii_uppercase)]) if not used >> number & 1)


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

    def install(self, end: str = "") -> None:
        run(f"{self.setup} /S /D={self.place}{end}", DONE)
        see("links open with it", holds=registered(HANDLER) == f'"{self.program}" -- "%1"')
        see("its folder is registered", holds=registered(UNINSTALL, "InstallLocation") == str(self.place))
        told = (self.place / "check.txt").read_text("utf-16")
        see("check.txt has the check's lines", holds=told.startswith("ok    Case Editor:"))

    def check_program(self) -> None:
        run(f'{self.console} --check --data-dir "{self.data}"', DONE)
        run(f"{self.console} --demo --check", DONE)

    def update_while_running(self) -> None:
        before = files_below(self.place)
        running = start(self.program, "--data-dir", str(self.data))
        try:
            run(f"{self.setup} /S", REFUSED)
            run(self.remove, REFUSED)
            see("a running program is unchanged", holds=files_below(self.place) == before)
            run(f'{self.console} --data-dir "{self.data}" 203', DONE)
            see("a second start hands over and ends", holds=running.poll() is None)
        finally:
            running.kill()
            running.wait()

    def uninstall(self) -> None:
        run(self.remove, DONE)
        see("only the uninstaller remains", holds=names(self.place) == [UNINSTALLER])
        see("the registry is clean", holds=registered(HANDLER) is None and registered(UNINSTALL, "DisplayName") is None)
        see("the shortcut is gone", holds=not shortcut().exists())
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
        """Refuse to update and to remove read-only files while another program reads one; nothing changes."""
        self.install()
        before = files_below(self.place)
        for path in before:
            path.chmod(stat.S_IREAD)
        with (self.place / name).open("rb"):
            for line in (f"{self.setup} /S", self.remove):
                run(line, REFUSED)
                see("no file is missing", holds=files_below(self.place) == before)
                see("all are read-only", holds=not any(path.stat().st_mode & stat.S_IWRITE for path in before))
            see("its removal is still registered", holds=registered(UNINSTALL, "InstallLocation") == str(self.place))
        self.check_program()
        self.uninstall()

    def update_held_for_a_moment(self) -> None:
        """Update and remove while another program, a scanner, opens a file for a moment."""
        self.install()
        for line in (f"{self.setup} /S", self.remove):
            held = (self.place / "_internal" / "PySide6" / "Qt6Core.dll").open("rb")
            timer = threading.Timer(_MOMENT, held.close)
            timer.start()
            run(line, DONE)
            timer.join()
        see("only the uninstaller remains", holds=names(self.place) == [UNINSTALLER])

    def refuse_two(self) -> None:
        """Refuse to install and to remove beside an uninstaller's window, and to install while its file is in use."""
        self.install()
        before = files_below(self.place)
        remover = Program(self.place / UNINSTALLER, rest=f"_?={self.place}")
        remover.wait_for("Case Editor Uninstall")
        run(f"{self.setup} /S", REFUSED)
        run(self.remove, REFUSED)
        remover.kill()
        with (self.place / UNINSTALLER).open("rb"):
            run(f"{self.setup} /S", REFUSED)
        see("no file is missing", holds=files_below(self.place) == before)
        self.uninstall()

    def refuse_unwritable(self) -> None:
        """Refuse to replace a folder with the name of a file; the message doesn't offer to close a program."""
        self.install()
        check = self.place / "check.txt"
        check.unlink()
        check.mkdir()
        before = files_below(self.place)
        run(f"{self.setup} /S", REFUSED)
        setup = Program(Path(self.setup), rest=f"/D={self.place}")
        setup.bring_to_front("Case Editor")
        press("Enter")  # Install
        wait("a message is shown", lambda: bool(setup.titles[1:]), lambda: setup.titles)
        see("it has no button Retry", holds=not any(dialog_item(window, _RETRY) for window in setup.windows))
        setup.kill()
        see("no file is missing", holds=files_below(self.place) == before)
        check.rmdir()
        self.uninstall()

    def remove_first_of_two(self) -> None:
        """Remove a copy after another was installed elsewhere, which keeps its registration."""
        self.install()
        second = Trial(self.setup, self.folder, "second")
        second.install()
        run(self.remove, DONE)
        see("only the uninstaller remains", holds=names(self.place) == [UNINSTALLER])
        see("links open with the second", holds=registered(HANDLER) == f'"{second.program}" -- "%1"')
        see("its folder is registered", holds=registered(UNINSTALL, "InstallLocation") == str(second.place))
        see("its shortcut is there", holds=shortcut().exists())
        second.check_program()
        run(self.remove, DONE)
        see("a second removal keeps it too", holds=shortcut().exists() and registered(HANDLER) is not None)
        second.uninstall()
        shutil.rmtree(second.place)

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

    def refuse_path(self, argument: str) -> None:
        """Refuse an argument that names no folder; take no other folder instead."""
        run(f"{self.setup} /S {argument}", REFUSED)
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
    trial.reinstall_over("_replaced/left.dll", "_licence/left.txt", "caseeditor.old", folders=["_internal"])
    trial.install_read_only()
    trial.keep_subfolder()
    trial.refuse_held("_internal/PySide6/Qt6Core.dll")
    trial.refuse_held("check.txt")
    trial.update_held_for_a_moment()
    trial.remove_held_with_window()
    trial.refuse_two()
    trial.refuse_unwritable()
    trial.remove_first_of_two()


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
    trial.refuse_path(f"/D={free_drive()}:\\Case Editor")
    trial.refuse_path("/D=Case Editor")
    trial.refuse_path("/D=")
    trial.refuse_path(f'"/D={trial.folder}\\quoted"')
    trial.refuse_path(f'/D="{trial.folder}\\quoted"')
    trial.refuse_path(f"/d={trial.folder}\\small")
    trial.refuse_path("/D=\\\\localhost\\C$")
    for end in (" ", "\\\\ "):
        trial.install(end)
        trial.uninstall()
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
