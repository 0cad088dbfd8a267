"""The keys of numbered templates, also on keyboards whose digits need Shift: there they count as Ctrl+digit, too."""

import asyncio
from pathlib import Path

import pytest

from caseeditor.demo.server import DemoServer
from caseeditor.domain.editing.templates import Template
from caseeditor.services.config.places import folders
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.database import Store
from caseeditor.services.storage.local_data import LocalData
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Program
from tests.end_to_end.typed_case_fixture import TOKEN

TEMPLATES = (Template("Uno", "x", subject="Primero", number=1), Template("Siete", "x", subject="Septimo", number=7))


@pytest.mark.parametrize("layout", ["us", "fr", "cz"])
def test_a_number_inserts_its_template(tmp_path: Path, layout: str) -> None:
    data = folders(tmp_path / "data").data
    data.mkdir(parents=True)
    store = Store(data)
    asyncio.run(LocalData(AsyncDatabase(asyncio.to_thread, lambda _: store)).put_templates(TEMPLATES))
    store.close()
    with Desktop() as desktop, DemoServer(token=TOKEN, user="support") as server:
        assert desktop.run("setxkbmap", layout).returncode == 0
        desktop.store_secret("caseeditor", server.url, TOKEN)
        given = ("--server", server.url, "--data-dir", str(tmp_path / "data"), "210")
        with Program(desktop, *given, home=tmp_path / "home") as shown:
            shown.wait_window()
            shown.wait_title("– 210 –")
            shown.wait_focus("Subject")
            for key, subject in (("ctrl+shift+16", "Septimo"), ("ctrl+shift+10", "Primero")):
                shown.press(key)
                shown.wait_title(f"{subject} – 210 –")
