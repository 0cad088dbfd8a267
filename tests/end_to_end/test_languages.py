"""The main job in Spanish through the accessibility bus, and in Portuguese by keyboard alone."""

from pathlib import Path

import pytest

from caseeditor.demo.server import DemoServer
from tests.end_to_end.conftest import StartProgram
from tests.end_to_end.delivery_fixture import posts, sent
from tests.end_to_end.program import Item, Program
from tests.support.catalogues import build_all

MOST_TABS = 60


@pytest.fixture(scope="module", autouse=True)
def _built() -> None:
    build_all()


def test_the_main_job_in_spanish_through_the_accessibility_bus(program: StartProgram, server: DemoServer) -> None:
    editor = program("--lang", "es", "--server", server.url)
    editor.set_text("ID o enlace del caso", "210")
    editor.click("Abrir caso")
    editor.wait_status("Caso 210 abierto")
    editor.wait_focus("Asunto")
    before = server.case(210)
    tag = before["tags"][0]

    editor.set_text("Asunto", "Año nuevo: el pago falló")
    editor.set_text("Nota nueva", "Llamar mañana")
    editor.click("Añadir nota")
    editor.set_text("Etiqueta nueva", "urgente")
    editor.click("Añadir etiqueta")
    editor.click(f"Quitar la etiqueta {tag}")
    rows = editor.table("Atributos")
    editor.type_into_cell("Atributos", [row[0] for row in rows].index("plan"), 1, "Pyme")
    assert editor.headers("Atributos") == ["Nombre", "Valor", "Antes"]
    assert Item("urgente", "se añadirá") in editor.items("Etiquetas")
    assert Item(tag, "se quitará") in editor.items("Etiquetas")
    assert editor.tree("Contacto y perfiles")
    editor.wait_label("5 cambios")

    editor.click("Revisar cambios")
    editor.wait_for("dialog", "Revisar cambios")
    assert "subject = Año nuevo: el pago falló" in editor.text("Exactamente lo que se envía")
    editor.click("Enviar", window="Revisar cambios")
    editor.wait_status("Enviado: registrado a las")
    editor.wait_announced("Enviado: registrado a las")
    update, removal = posts(server, 210)
    assert sent(update) == [
        ("subject", "Año nuevo: el pago falló"),
        ("tag", "urgente"),
        ("note", "Llamar mañana"),
        ("plan", "Pyme"),
    ]
    assert sent(removal) == [("remove", tag)]

    editor.menu("Archivo", "Historial")
    editor.wait_for("dialog", "Historial")
    editor.close_window("Historial")
    editor.gone("dialog", "Historial")
    editor.close_window()
    assert editor.wait_exit() == 0


def tab_to(editor: Program, name: str) -> None:
    for _ in range(MOST_TABS):
        if editor.focused()[0] == name:
            return
        editor.press("Tab")
    editor.fail(f"{name!r} within {MOST_TABS} presses of Tab", editor.focused())


def test_the_main_job_in_portuguese_by_keyboard_alone(program: StartProgram, server: DemoServer) -> None:
    """The language comes from the system."""
    editor = program("--server", server.url, env={"LC_ALL": "pt_BR.UTF-8"})
    editor.open_case("210")
    editor.wait_status("Caso 210 aberto")
    editor.wait_focus("Assunto")
    editor.press("ctrl+a")
    editor.type_text("Pagamento recusado")
    editor.wait_text("Assunto", "Pagamento recusado")
    tab_to(editor, "Nova etiqueta")
    editor.type_text("urgente")
    editor.press("Return")
    editor.until("the tag", lambda: Item("urgente", "será adicionada") in editor.items("Etiquetas"))
    tab_to(editor, "Nova nota")
    editor.type_text("Ligar depois")
    tab_to(editor, "Adicionar nota")
    editor.press("space")
    editor.until("the note", lambda: [item for item in editor.items("Notas") if "Ligar depois" in item.name])
    tab_to(editor, "Atributos")
    editor.press("Insert")
    editor.type_text("prioridade")
    editor.press("Tab")
    editor.type_text("alta")
    editor.press("Return", "Escape")
    editor.wait_label("4 alterações")
    editor.press("ctrl+r")
    editor.wait_for("dialog", "Revisar alterações")
    editor.press("Escape")
    editor.gone("dialog", "Revisar alterações")
    editor.press("ctrl+Return")
    editor.wait_status("Enviado: registrado às")
    (update,) = posts(server, 210)
    assert sent(update) == [
        ("subject", "Pagamento recusado"),
        ("tag", "urgente"),
        ("note", "Ligar depois"),
        ("prioridade", "alta"),
    ]
    editor.press("ctrl+q")
    assert editor.wait_exit() == 0


def test_the_setting_chooses_the_language_and_the_command_line_wins(
    program: StartProgram, server: DemoServer, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "settings.json").write_text('{"language": "es"}')
    editor = program("--data-dir", data, "--server", server.url)
    editor.wait_for("text", "ID o enlace del caso")
    editor.close_window()
    assert editor.wait_exit() == 0
    editor = program("--data-dir", data, "--server", server.url, "--lang", "en")
    editor.wait_for("text", "Case id or link")
