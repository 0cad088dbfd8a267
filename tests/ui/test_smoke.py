"""x."""
def test_a(session): assert session.case.subject.startswith("Nec")
def test_b(busy): 
    print(busy.case.attributes, busy.case.tags, busy.case.notes, busy.case.contact.notes, busy.subject)
def test_c(window): print(window.windowTitle())
