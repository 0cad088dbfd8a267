"""The mouse wheel over fields that it must not change."""

from tests.end_to_end.delivery_fixture import DeliveryFixture

TOWARDS = 5
"""X11's button for a wheel turn towards the agent."""


def test_the_wheel_over_fields_and_tabs_changes_nothing_and_takes_no_focus(delivery: DeliveryFixture) -> None:
    delivery.open(222)
    editor = delivery.open(223)
    editor.press("ctrl+shift+f")
    choices = editor.until("the choices of a search", lambda: editor.find("combo box"))
    tabs = editor.until(
        "the tabs where they are to stay",
        lambda: [each for each in editor.find("page tab") if each.name and min(editor.extents(each).centre) >= 0],
    )
    editor.focus("New note")
    editor.type_text("uno")
    editor.wait_text("New note", "uno")
    shown = {node.ref: editor.find("combo box") for node in choices}
    for node in (*choices, *tabs):
        editor.desktop.click(*editor.extents(node).centre, times=3, button=TOWARDS)
    editor.type_text(" dos")
    editor.wait_text("New note", "uno dos")
    editor.wait_title("– 223 –")
    assert {node.ref: editor.find("combo box") for node in choices} == shown
    editor.click("Discard changes")
