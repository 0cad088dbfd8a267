"""Do the main job in the installed program: python main_job.py PROGRAM.exe SERVER TOKEN [PICTURE.png]

Signs in at a server outside of this Windows, opens case 203, changes the subject, adds a note and submits, with keys.
Then closes, starts again, opens a case by a link and one by a second start, and signs out. Uses this user's data
folder and Credential Manager, so it needs a Windows on which nobody works with Case Editor. If it fails, it asks for a
picture before the window is closed.
"""

import ctypes
import io
import json
import subprocess
import sys
import urllib.request
import winreg
from ctypes import wintypes
from pathlib import Path
from typing import Any

from desktop_input import Program, picture, press, see, wait, write  # beside this file

SUBJECT = "Factura de mañana, 支払い"
NOTE = "Llamar a las 10"
_GENERIC = 1
_PLACE = (60, 40, 1180, 760)


class _Credential(ctypes.Structure):
    _fields_ = (
        ("flags", wintypes.DWORD),
        ("kind", wintypes.DWORD),
        ("target", wintypes.LPWSTR),
        ("comment", wintypes.LPWSTR),
        ("written", wintypes.FILETIME),
        ("size", wintypes.DWORD),
        ("secret", ctypes.c_void_p),
        ("persist", wintypes.DWORD),
        ("attributes", wintypes.DWORD),
        ("attribute_list", ctypes.c_void_p),
        ("alias", wintypes.LPWSTR),
        ("user", wintypes.LPWSTR),
    )


def stored_token(server: str) -> str | None:
    """Read the token from Credential Manager, without the program's libraries."""
    advapi, found = ctypes.WinDLL("advapi32"), ctypes.POINTER(_Credential)()
    if not advapi.CredReadW("caseeditor", _GENERIC, 0, ctypes.byref(found)):
        return None
    secret = ctypes.string_at(found.contents.secret, found.contents.size).decode("utf-16-le")
    owner = found.contents.user
    advapi.CredFree(found)
    return secret if owner == server else None


def case(server: str, token: str) -> dict[str, Any]:
    url = f"{server}/api/v2/case/203?access_token={token}"
    with urllib.request.urlopen(url, timeout=20) as answer:  # noqa: S310 - HTTP only
        return dict(json.load(answer))


def sign_in(program: Path, server: str, token: str) -> Program:
    editor = Program(program, "--server", server)
    editor.bring_to_front("Sign in")
    write(token)
    press("Enter")
    wait("Sign in closes", lambda: not editor.window("Sign in"), lambda: editor.titles)
    wait("the token is in Credential Manager", lambda: stored_token(server) == token)
    return editor


def change_and_submit(editor: Program, server: str, token: str) -> None:
    editor.bring_to_front("Case Editor")
    press("Ctrl+L")
    write("203")
    press("Enter")
    editor.bring_to_front("– 203 –")
    press("Ctrl+1")
    press("Ctrl+A")
    write(SUBJECT)
    editor.wait_for(f"{SUBJECT} – 203")
    press("Ctrl+3")
    write(NOTE)
    press("Tab")
    press("Space")  # Add note
    press("Ctrl+Enter")
    wait("the server has the subject", lambda: case(server, token)["subject"] == SUBJECT)
    wait("the server has the note", lambda: NOTE in json.dumps(case(server, token), ensure_ascii=False))


def close(editor: Program, title: str) -> None:
    editor.bring_to_front(title)
    press("Ctrl+Q")
    editor.wait_end()


def hand_over(editor: Program, program: Path) -> None:
    # The registered command, as Windows' shell runs it. Wine's shell does not look for schemes of a single user.
    with winreg.OpenKey(winreg.HKEY_CURRENT_USER, r"Software\Classes\caseeditor\shell\open\command") as key:
        command = winreg.QueryValueEx(key, "")[0]
    status = subprocess.run(command.replace("%1", "caseeditor:377"), check=False, timeout=60).returncode
    see(f"the command of links ends with {status}, expected 0", holds=status == 0)
    editor.wait_for("– 377 –")
    second = subprocess.run([program, "204"], check=False, timeout=60).returncode
    see(f"a second start ends with {second}, expected 0", holds=second == 0)
    editor.wait_for("204 – Case Editor")


def sign_out(editor: Program, server: str) -> None:
    editor.bring_to_front("204 – Case Editor")
    press("Ctrl+K")
    editor.bring_to_front("Command palette")
    write("Sign out")
    press("Enter")
    wait("signing out deletes the token from Credential Manager", lambda: stored_token(server) is None)


def main_job(program: Path, server: str, token: str) -> None:
    editor = sign_in(program, server, token)
    window = editor.bring_to_front("Case Editor")
    editor.move(window, *_PLACE)
    change_and_submit(editor, server, token)
    before = editor.place(window)
    close(editor, SUBJECT)

    editor = Program(program)
    window = editor.wait_for(f"{SUBJECT} – 203")
    see("nobody is asked to sign in again", holds=not editor.window("Sign in"))
    see(f"the window is where it was: {editor.place(window)}, {before}", holds=editor.place(window) == before)
    hand_over(editor, program)
    sign_out(editor, server)
    close(editor, "204 – Case Editor")


def main(program: str, server: str, token: str, failed: str = "") -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        main_job(Path(program), server, token)
    except (Exception, SystemExit):
        if failed:
            picture(Path(failed))
        raise


if __name__ == "__main__":
    main(*sys.argv[1:])
