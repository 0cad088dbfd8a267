"""Show the pages of an installer: python installer_pages.py SETUP.exe FOLDER PREFIX

Installs below FOLDER and removes, by keys in the windows. Asks for a picture PREFIX-PAGE.png of each page and
message. Needs a Windows without Case Editor.
"""

import io
import sys
from pathlib import Path

from desktop_input import Program, picture, press, wait  # beside this file


class Wizard(Program):
    """The window of an installer or uninstaller."""

    def __init__(self, program: Path, folder: str, prefix: str) -> None:
        super().__init__(program, rest=folder)
        self._prefix = prefix
        self._window = self.bring_to_front("Case Editor")
        self._page = 0
        self.wait_for_page()

    def wait_for_page(self) -> None:
        wait("a page is shown", lambda: self.page(self._window) not in (0, self._page))
        self._page = self.page(self._window)

    def show(self, name: str) -> None:
        self.paint(self._window)
        picture(Path(f"{self._prefix}-{name}.png"))

    def go_on(self) -> None:
        press("Enter")
        self.wait_for_page()

    def wait_for_button(self) -> None:
        wait("the work is done", lambda: self.is_ready(self._window))

    def ask(self, name: str) -> None:
        """Press the button, show the message that comes, and end the program."""
        press("Enter")
        wait("a message is shown", lambda: bool(self.titles[1:]), lambda: self.titles)
        self.show(name)
        self.kill()

    def end(self) -> None:
        self.uncheck(self._page)  # Run Case Editor
        press("Enter")
        self.wait_end()


def main(setup: str, folder: str, prefix: str) -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    foreign = Path(folder, "foreign")
    foreign.mkdir(parents=True)
    (foreign / "mine.txt").write_text("mine", "utf-8")
    wizard = Wizard(Path(setup), f"/D={foreign}", prefix)
    wizard.ask("other-files")

    place = Path(folder, "Case Editor")
    wizard = Wizard(Path(setup), f"/D={place}", prefix)
    wizard.show("1-folder")
    wizard.go_on()
    wizard.show("2-installing")
    wizard.wait_for_page()
    wizard.show("3-finish")
    wizard.end()

    with (place / "caseeditor.exe").open("rb"):
        wizard = Wizard(Path(setup), f"/D={place}", prefix)
        wizard.ask("running")
    remover = Wizard(place / "uninstall.exe", f"_?={place}", prefix)
    remover.show("4-remove")
    remover.go_on()
    remover.wait_for_button()
    remover.show("5-removed")
    remover.end()


if __name__ == "__main__":
    main(*sys.argv[1:])
