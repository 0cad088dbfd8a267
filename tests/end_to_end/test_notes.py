"""Notes, conversation, templates and tags through the real window."""

from tests.end_to_end.delivery_fixture import DeliveryFixture, pending


def test_the_conversation_is_read_beside_the_notes(delivery: DeliveryFixture) -> None:
    editor = delivery.open(222)
    editor.click("Conversation", "page tab")
    items = editor.until("the messages", lambda: editor.items("Conversation"))
    there = [message["text"] for message in delivery.server.messages(222)]
    assert [item.name.endswith(f": {text}") for item, text in zip(items, there, strict=True)] == [True] * len(there)
    assert " · received · " in items[0].name
    editor.click("Notes", "page tab")
    editor.wait_for("list", "Notes")


def test_where_the_server_has_no_conversation_there_is_none(delivery: DeliveryFixture) -> None:
    editor = delivery.open(225)
    editor.until(
        "its question", lambda: any(asked.path.endswith("/225/messages") for asked in delivery.server.requests)
    )
    editor.gone("page tab", "Conversation")
    assert editor.status().startswith("Case 225")


def test_ctrl_m_goes_to_the_conversation_and_back(delivery: DeliveryFixture) -> None:
    editor = delivery.open(223)
    editor.wait_for("page tab", "Conversation")
    editor.press("ctrl+m")
    editor.wait_focus("Conversation")
    editor.press("ctrl+m")
    editor.wait_focus("Notes")


def test_notes_are_searched_and_the_count_is_told(delivery: DeliveryFixture) -> None:
    editor = delivery.open(224)
    for text in ("Pidió el NÚMERO", "otra cosa", "el numero de pedido"):
        editor.set_text("New note", text)
        editor.click("Add note")
    editor.set_text("Search notes", "numero")
    stored = sum("número" in text.lower() for text in delivery.notes(224))
    editor.wait_label(f"of {2 + stored}")
    editor.focus("Search notes")
    editor.press("Return")
    editor.press("Escape")
    editor.wait_text("Search notes", "")
    editor.click("Discard changes")


def test_pending_notes_are_sent_in_the_order_they_were_put_in(delivery: DeliveryFixture) -> None:
    editor = delivery.open(226)
    for text in ("primera", "segunda", "tercera"):
        editor.set_text("New note", text)
        editor.click("Add note")
    editor.click("Move down")
    editor.until("the order", lambda: pending(editor), lambda shown: shown == ["segunda", "tercera", "primera"])
    editor.click("Move down")
    editor.focus("Notes", "list")
    editor.press("ctrl+z")
    editor.until("the order", lambda: pending(editor), lambda shown: shown == ["segunda", "tercera", "primera"])
    editor.click("Submit")
    editor.wait_status("Submitted: stored at")
    assert delivery.notes(226)[-3:] == ["primera", "tercera", "segunda"]


def test_a_template_is_written_previewed_and_put_in_and_nothing_is_sent(delivery: DeliveryFixture) -> None:
    editor = delivery.open(227)
    name = delivery.server.case(227)["contact"]["name"]
    editor.menu("Edit", "Templates")
    editor.click("New template", window="Templates")
    editor.set_text("Name", "Saludo de prueba", window="Templates")
    editor.set_text("Note", "Hola {contact.name}, {contact.nam}", window="Templates")
    editor.set_text("Tags, one a line", "saludado", window="Templates")
    editor.click("Close", window="Templates")
    editor.gone("dialog", "Templates")
    editor.press("ctrl+t")
    editor.wait_for("dialog", "Insert template")
    editor.wait_focus("Find a template")
    editor.type_text("SALUDO")
    editor.wait_text("Preview", f"New note:\nHola {name}, {{contact.nam}}\n\nTag added: saludado")
    editor.wait_label("Unknown fields stay as written: {contact.nam}")
    editor.press("Return")
    editor.gone("dialog", "Insert template")
    editor.until("the note", lambda: pending(editor), lambda shown: shown == [f"Hola {name}, {{contact.nam}}"])
    assert delivery.updates(227) == []
    editor.press("ctrl+z")
    editor.until("no note", lambda: pending(editor), lambda shown: shown == [])


def test_a_known_tag_is_offered_as_it_is_spelt(delivery: DeliveryFixture) -> None:
    editor = delivery.open(228)
    editor.set_text("New tag", "Señalado")
    editor.click("Submit")
    editor.wait_status("Submitted: stored at")
    editor.press("F5")
    editor.wait_status("Case 228 reloaded")
    delivery.open(229)
    editor.focus("New tag")
    editor.type_text("SENAL")
    editor.until(
        "the offer",
        lambda: editor.wait_for("text", "New tag").description,
        lambda told: told == "Known tags: Señalado",
    )
    assert editor.text("New tag") == "SENAL"
    editor.desktop.press("Down", "Return")
    editor.wait_for("push button", "Remove tag Señalado")
    editor.wait_text("New tag", "")
    editor.click("Discard changes")
