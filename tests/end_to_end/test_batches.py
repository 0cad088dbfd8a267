"""Changes of many cases in the real window: by keyboard, by mouse, after kill -9."""

import csv
import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.batch_fixture import IDS, NOTE, BatchFixture, SlowGateway, counts, tab_to
from tests.end_to_end.conftest import AT_CLOSING, QUICK, StartProgram
from tests.end_to_end.delivery_fixture import Gateway, notes, updates
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.test_pasting import copy
from tests.end_to_end.test_policy import under
from tests.end_to_end.typed_case_fixture import TOKEN
from tests.support.time_bounds import is_within

HEADS = ["Case", "Field", "Before", "After", "Outcome"]


@pytest.fixture
def slow(desktop: Desktop) -> Iterator[SlowGateway]:
    with SlowGateway(token=TOKEN, user="support") as running:
        desktop.store_secret("caseeditor", running.url, TOKEN)
        yield running


@pytest.fixture
def batch(program: StartProgram, slow: SlowGateway) -> BatchFixture:
    editor = program("--server", slow.url, command=QUICK)
    editor.wait_label("signed in")
    return BatchFixture(editor, slow)


def again(program: StartProgram, slow: SlowGateway) -> BatchFixture:
    """Start the program once more, and wait for the tab of its batch."""
    editor = program(command=QUICK)
    found = BatchFixture(editor, slow)
    editor.until("the batch of the last start", found.tabs)
    return found


def all_posts(server: Gateway) -> int:
    return sum(request.method == "POST" for request in server.requests)


def test_ten_cases_get_a_note_by_keyboard_alone(batch: BatchFixture) -> None:
    editor = batch.editor
    editor.press("ctrl+b")
    editor.wait_focus("Case ids")
    copy(editor.desktop, "\n".join(map(str, IDS)))
    editor.press("ctrl+v")
    editor.wait_text("Case ids", "\n".join(map(str, IDS)))
    assert batch.status() == "draft"
    tab_to(editor, "New note")
    editor.type_text("Aviso a todos")
    tab_to(editor, "Make plan")
    editor.press("space")
    batch.wait("planned")
    assert all_posts(batch.server) == 0
    assert editor.headers("Plan") == HEADS
    plan = editor.until("the plan", lambda: editor.table("Plan"))
    assert plan == [["10 cases", "New note", "—", "Aviso a todos", "will change"]]
    tab_to(editor, "Plan")
    editor.press("Home", "Right")
    plan = editor.until("the rows of the group", lambda: editor.table("Plan"), lambda found: len(found) == 11)
    assert [row[0] for row in plan[1:]] == [str(number) for number in IDS]
    tab_to(editor, "Run")
    editor.press("space")
    batch.wait_for("paused · stored 3 · not sent 7")
    tab_to(editor, "Go on")
    editor.press("space")
    batch.wait_for("paused · stored 4 · not sent 6")
    tab_to(editor, "Go on")
    editor.press("space")
    batch.wait_for("done · stored 10")
    assert [notes(batch.server, number).count("Aviso a todos") for number in IDS] == [1] * 10
    assert [updates(batch.server, number) for number in IDS] == [[[("note", "Aviso a todos")]]] * 10
    tab_to(editor, "Results")
    tab_to(editor, "Undo batch")
    tab_to(editor, "Export results")


def test_a_field_that_a_colleague_changed_since_the_plan_is_moved_and_undo_leaves_it(
    batch: BatchFixture, tmp_path: Path
) -> None:
    editor, server = batch.editor, batch.server
    editor.fill_screen()
    batch.is_by_mouse = True
    three = (212, 214, 221)
    before = [server.case(number)["prioridad"] for number in three]
    batch.begin(three)
    editor.type_into_cell("Attributes", 0, 0, "prioridad")
    editor.type_into_cell("Attributes", 0, 1, "urgentísima")
    assert editor.headers("Attributes")[:2] == ["Name", "Value"]
    assert editor.table("Attributes")[-1][:2] == ["", ""]
    editor.set_text("New tag", "campaña")
    batch.press("Add tag")
    batch.make_plan()
    plan = editor.until("the plan", lambda: editor.table("Plan"))
    assert sorted(row[1:4] for row in plan) == sorted(
        [["prioridad", value, "urgentísima"] for value in set(before)] + [["Tag added", "—", "campaña"]]
    )
    server.change(214, "prioridad", "de la colega", by="lucia")
    batch.run()
    batch.wait_for("done · stored 2 · moved 1")
    assert [server.case(number)["prioridad"] for number in three] == ["urgentísima", "de la colega", "urgentísima"]
    assert all("campaña" in server.case(number)["tags"] for number in three)

    assert editor.headers("Results") == HEADS
    rows = editor.until("the results", batch.results, lambda found: len(found) == 6)
    assert {row[0] for row in rows} == {"212", "214", "221"}
    (moved,) = [row for row in rows if row[0] == "214" and row[3] == "urgentísima"]
    assert moved[2] == before[1]
    assert moved[4].startswith("moved: “de la colega”")
    assert sorted(row[2:] for row in rows if row[0] == "212") == [
        [before[0], "urgentísima", "stored"],
        ["—", "campaña", "stored"],
    ]

    editor.wait_for("push button", "Set anyway")  # above the table, which then gives way
    batch.press("Export results")
    editor.wait_for("dialog", "Export results")
    editor.press("ctrl+a")
    editor.type_text(str(tmp_path / "results"))
    editor.press("Return")
    editor.gone("dialog", "Export results")
    written = tmp_path / "results.csv"
    editor.until("the file", written.exists)
    with written.open(encoding="utf-8-sig", newline="") as opened:
        exported = list(csv.DictReader(opened))
    assert {line["Case"] for line in exported} == {"212", "214", "221"}
    assert {line["Outcome"] for line in exported if line["Case"] == "214"} <= {"moved", "stored"}

    first = batch.tabs()
    batch.press("Undo batch")
    editor.until("its own tab", batch.tabs, lambda tabs: len(tabs) == len(first) + 1)
    batch.wait("planned")
    batch.run()
    assert [server.case(number)["prioridad"] for number in three] == [before[0], "de la colega", before[2]]
    assert not any("campaña" in server.case(number)["tags"] for number in three)


def test_after_kill_9_in_a_run_the_batch_is_back_paused_and_goes_on_when_told(
    batch: BatchFixture, program: StartProgram, slow: SlowGateway
) -> None:
    editor = batch.editor
    batch.begin(IDS, note=NOTE)
    batch.make_plan()
    name = batch.tabs()
    editor.click("Run")
    batch.wait_for("paused · stored 3 · not sent 7")
    editor.click("Go on")
    batch.wait_for("paused · stored 4 · not sent 6")
    slow.seconds = 0.3
    editor.click("Go on")
    editor.until("a few updates", lambda: batch.noted() >= 6)
    editor.kill()
    sent = all_posts(slow)
    slow.seconds = 0.0
    back = again(program, slow)
    assert back.tabs() == name
    status = back.wait("paused")
    assert sum(counts(status).values()) == 10
    back.editor.open_case("203")
    back.editor.wait_title("– 203 –")
    assert all_posts(slow) == sent
    back.show_tab()
    back.editor.click("Go on")
    back.editor.until("the rest", back.status, lambda now: now != status)
    back.go_on()
    assert sum(counts(back.status()).values()) == 10
    assert back.doubled() == []
    assert back.noted() == 10
    assert set(counts(back.status())) <= {"stored", "already so"}


def test_pause_takes_effect_within_a_second_after_the_answers_in_flight(batch: BatchFixture, slow: SlowGateway) -> None:
    editor = batch.editor
    batch.begin(IDS, note=NOTE)
    batch.make_plan()
    editor.click("Run")
    batch.wait_for("paused · stored 3 · not sent 7")
    editor.click("Go on")
    batch.wait_for("paused · stored 4 · not sent 6")
    slow.free.clear()
    editor.click("Go on")
    editor.until("an update in flight", lambda: batch.noted() > 4)
    editor.click("Pause")
    slow.free.set()
    begun = time.monotonic()
    status = batch.wait("paused")
    assert is_within(time.monotonic() - begun, 1)
    assert counts(status)["stored"] == batch.noted()
    assert sum(counts(status).values()) == 10
    editor.click("Stop")
    status = batch.wait("done")
    assert counts(status)["not sent"] == 10 - batch.noted()
    assert sum(counts(status).values()) == 10
    assert all_posts(slow) == batch.noted()


def test_stop_in_a_run_waits_for_the_answers_in_flight_and_leaves_the_rest(
    batch: BatchFixture, slow: SlowGateway
) -> None:
    editor = batch.editor
    batch.begin(IDS, note=NOTE)
    batch.make_plan()
    slow.free.clear()
    editor.click("Run")
    editor.until("an update in flight", batch.noted)
    editor.click("Stop")
    slow.free.set()
    status = batch.wait("done")
    assert counts(status) == {"stored": batch.noted(), "not sent": 10 - batch.noted()}
    assert all_posts(slow) == batch.noted() <= 3


def test_a_table_names_the_cases_and_the_values_of_each(batch: BatchFixture, tmp_path: Path) -> None:
    editor, server = batch.editor, batch.server
    table = tmp_path / "tabla.csv"
    table.write_text("caso;prioridad;código postal\n#212;alta;00123\n214;baja;\n", encoding="utf-8")
    kept = server.case(214)["código postal"]
    editor.menu("Cases", "Change many cases")
    editor.click("Open table")
    editor.wait_for("dialog", "Open table")
    editor.type_text(str(table))
    editor.press("Return")
    editor.wait_for("dialog", "Table tabla.csv")
    editor.click("Use this table")
    editor.gone("dialog", "Table tabla.csv")
    batch.make_plan()
    batch.run()
    batch.wait_for("done · stored 2")
    assert [server.case(number)["prioridad"] for number in (212, 214)] == ["alta", "baja"]
    assert (server.case(212)["código postal"], server.case(214)["código postal"]) == ("00123", kept)


def test_closing_the_window_during_a_run_pauses_it(program: StartProgram, slow: SlowGateway) -> None:
    editor = program("--server", slow.url, command=AT_CLOSING)
    editor.wait_label("signed in")
    batch = BatchFixture(editor, slow)
    batch.begin(IDS, note=NOTE)
    batch.make_plan()
    editor.click("Run")
    batch.wait_for("paused · stored 3 · not sent 7")
    editor.click("Go on")
    batch.wait_for("paused · stored 4 · not sent 6")
    slow.seconds = 0.3
    editor.click("Go on")
    editor.until("an update", lambda: batch.noted() > 4)
    editor.close_window()
    assert editor.wait_exit() == 0
    sent = all_posts(slow)
    slow.seconds = 0.0
    back = again(program, slow)
    status = back.wait("paused")
    assert sum(counts(status).values()) == 10
    assert all_posts(slow) == sent
    back.editor.click("Go on")
    back.editor.until("the rest", back.status, lambda now: now != status)
    back.go_on()
    assert (back.noted(), back.doubled()) == (10, [])


def test_a_typed_batch_survives_kill_9_a_second_after_the_last_key(
    batch: BatchFixture, program: StartProgram, slow: SlowGateway
) -> None:
    editor = batch.editor
    editor.press("ctrl+b")
    editor.wait_focus("Case ids")
    editor.set_text("Name of the batch", "Obras en el puente")
    editor.type_text("210\n211\n")
    tab_to(editor, "New note")
    editor.type_text("Sin planificar")
    editor.wait_text("New note", "Sin planificar")
    editor.desktop.ask("pause", 900)  # what the promise allows, not a wait for something
    editor.kill()
    back = again(program, slow)
    assert back.tabs() == ["Batch Obras en el puente"]
    back.wait("draft")
    assert back.editor.text("Name of the batch") == "Obras en el puente"
    assert back.editor.text("Case ids").split() == ["210", "211"]
    assert back.editor.text("New note") == "Sin planificar"
    back.make_plan()
    back.run()
    assert [notes(slow, number)[-1] for number in (210, 211)] == ["Sin planificar"] * 2


def test_of_text_that_is_typed_without_a_pause_at_most_a_second_is_lost(
    batch: BatchFixture, program: StartProgram, slow: SlowGateway
) -> None:
    editor = batch.editor
    editor.press("ctrl+b")
    editor.wait_focus("Case ids")
    tab_to(editor, "New note")
    typed: list[float] = []
    while len(typed) < 2 or typed[-1] < typed[0] + 3:
        editor.desktop.type_text(f"{len(typed) % 10}")
        typed.append(time.monotonic())
    editor.kill()
    old = sum(moment < typed[-1] - 1.2 for moment in typed)
    back = again(program, slow)
    wanted = "".join(str(number % 10) for number in range(old))
    assert back.editor.text("New note").startswith(wanted)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", ("Casos", "Cambiar muchos casos", "ID de los casos", "Nota nueva", "Hacer plan", "Ejecutar")),
        ("pt_BR", ("Casos", "Alterar muitos casos", "IDs dos casos", "Nova nota", "Fazer plano", "Executar")),
    ],
)
def test_a_batch_in_other_languages(
    program: StartProgram, slow: SlowGateway, language: str, words: tuple[str, ...]
) -> None:
    """Names are translated, as those of a case are; identifiers are not."""
    menu, entry, ids, note, plan, run = words
    editor = program("--lang", language, "--server", slow.url, command=QUICK)
    editor.wait_for("list", {"es": "Cola", "pt_BR": "Fila"}[language])
    editor.menu(menu, entry)
    editor.set_text(ids, "210\n211")
    editor.set_text(note, "Aviso")
    editor.click(plan)
    batch = BatchFixture(editor, slow)
    batch.wait({"es": "planificado", "pt_BR": "planejado"}[language])
    editor.click(run)
    batch.wait_for({"es": "terminado · registrado 2", "pt_BR": "concluído · registrado 2"}[language])
    assert editor.headers("Resultados")[0] == "Caso"
    assert [tab.name.split()[0] for tab in editor.find("page tab") if tab.name.startswith("Lote ")] == ["Lote"]


@pytest.mark.parametrize("is_allowed", [True, False])
def test_a_policy_without_batches_hides_the_menu_item(
    program: StartProgram,
    slow: SlowGateway,
    tmp_path: Path,
    is_allowed: bool,
) -> None:
    (tmp_path / "etc").mkdir(mode=0o755)
    file = tmp_path / "etc" / "policy.json"
    file.write_text(json.dumps({"locked": {"batches": is_allowed}}))
    editor = program("--server", slow.url, command=under(file))
    editor.wait_label("signed in")
    assert editor.exists("menu item", "Cases") is is_allowed
    editor.press("ctrl+b")
    if is_allowed:
        editor.wait_focus("Case ids")
    editor.open_case("203")
    editor.wait_title("– 203 –")
    assert bool(BatchFixture(editor, slow).tabs()) is is_allowed


def test_ctrl_b_as_the_first_key_after_the_start_opens_a_batch(program: StartProgram, slow: SlowGateway) -> None:
    editor = program("--server", slow.url)
    editor.press("ctrl+b")
    editor.wait_focus("Case ids")
    assert BatchFixture(editor, slow).status() == "draft"


def test_each_button_of_a_batch_is_on_the_smallest_screen_when_its_time_has_come(batch: BatchFixture) -> None:
    editor = batch.editor
    editor.fill_screen()
    batch.begin(IDS, note=NOTE)
    for name in ("From the list", "Open table", "Add note", "Add tag", "Make plan"):
        assert editor.is_on_screen("push button", name), name
    batch.make_plan()
    assert editor.is_on_screen("table", "Plan")
    assert editor.is_on_screen("push button", "Run")
    editor.click("Run")
    batch.wait_for("paused · stored 3 · not sent 7")
    for name in ("Go on", "Stop", "Undo batch", "Export results"):
        assert editor.is_on_screen("push button", name), name
    assert editor.is_on_screen("table", "Results")


def test_attributes_are_typed_as_in_a_case_and_more_than_one_change_is_sent_at_once(batch: BatchFixture) -> None:
    editor, server = batch.editor, batch.server
    editor.press("ctrl+b")
    editor.wait_focus("Case ids")
    editor.type_text("210\n211")
    tab_to(editor, "Subject")
    editor.type_text("Asunto de todos")
    tab_to(editor, "New tag")
    editor.type_text("lote")
    editor.press("Return")
    tab_to(editor, "Attributes")
    editor.type_text("prioridad")
    editor.press("Tab")
    editor.type_text("alta")
    editor.press("Return")
    wanted = [["prioridad", "alta", "Set", ""], ["", "", "", ""]]
    editor.until("the attribute", lambda: editor.table("Attributes"), wanted.__eq__)
    tab_to(editor, "Make plan")
    editor.press("space")
    batch.wait("planned")
    tab_to(editor, "Run")
    editor.press("space")
    batch.wait_for("done · stored 2")
    changes = [("prioridad", "alta"), ("subject", "Asunto de todos"), ("tag", "lote")]
    assert [[sorted(each) for each in updates(server, number)] for number in (210, 211)] == [[changes]] * 2
    assert "edit: editing failed" not in editor.output()
