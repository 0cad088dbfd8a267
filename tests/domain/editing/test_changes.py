"""The result of an edit: changes, problems, and the exact parameters."""

from collections.abc import Iterator

import msgspec
import pytest

from caseeditor.domain.case.model import OWN_FIELDS, RESERVED
from caseeditor.domain.editing.changes import Change, ChangeKind, ProblemKind, changes, problems, update_payload
from caseeditor.domain.editing.edit import Edit, Row
from tests.support.samples import read

CASE = read(prioridad="baja", nada=None)


def test_every_change_says_what_was_before_and_after_in_the_windows_order() -> None:
    edit = Edit(
        rows={2: Row("z", "2"), 1: Row("a", "1")},
        values={"prioridad": "alta", "nada": "algo"},
        notes={2: "dos", 1: "uno"},
        note_text="tres",
        tags={"spam": False, "vip": True},
        tag_text="urgente",
        subject="otro",
    )
    assert changes(CASE, edit) == (
        Change(ChangeKind.SUBJECT, before="Necesito ayuda !!!", after="otro"),
        Change(ChangeKind.TAG_REMOVED, "spam", before="spam"),
        Change(ChangeKind.TAG_ADDED, "vip", after="vip"),
        Change(ChangeKind.TAG_ADDED, "urgente", after="urgente"),
        Change(ChangeKind.NOTE, after="uno"),
        Change(ChangeKind.NOTE, after="dos"),
        Change(ChangeKind.NOTE, after="tres"),
        Change(ChangeKind.ATTRIBUTE, "prioridad", before="baja", after="alta"),
        Change(ChangeKind.ATTRIBUTE, "nada", before="", after="algo"),
        Change(ChangeKind.ATTRIBUTE, "a", after="1"),
        Change(ChangeKind.ATTRIBUTE, "z", after="2"),
    )


def test_an_attribute_that_has_gone_meanwhile_is_new_again() -> None:
    assert changes(read(), Edit(values={"prioridad": "baja"})) == (
        Change(ChangeKind.ATTRIBUTE, "prioridad", after="baja"),
    )


def test_only_what_changed_is_sent_in_order_and_notes_and_tags_repeat() -> None:
    edit = Edit(
        subject="¿Año? 👩‍🚀",
        notes={1: " uno\r\n", 2: "dos"},
        note_text="tres",
        tags={"vip": True, "spam": False},
        tag_text="a,b",
        values={"prioridad": ""},
        rows={1: Row("región", "=1+1")},
    )
    sent = update_payload(CASE, edit)
    assert sent.case_id == "203"
    assert sent.parameters == (
        ("subject", "¿Año? 👩‍🚀"),
        ("tag", "vip"),
        ("tag", "a,b"),
        ("note", " uno\r\n"),
        ("note", "dos"),
        ("note", "tres"),
        ("prioridad", ""),
        ("región", "=1+1"),
    )
    assert sent.removed_tags == ("spam",)


def test_nothing_is_sent_of_an_edit_that_differs_in_nothing() -> None:
    sent = update_payload(CASE, Edit(subject=CASE.subject, tags={"spam": True}, values={"prioridad": "baja"}))
    assert (sent.parameters, sent.removed_tags, sent.changes) == ((), (), ())


def test_removing_tags_alone_needs_no_update() -> None:
    sent = update_payload(CASE, Edit(tags={"spam": False}))
    assert (sent.parameters, sent.removed_tags) == ((), ("spam",))


def test_a_submission_remembers_the_edit_it_came_from_with_all_that_was_typed() -> None:
    assert update_payload(CASE, Edit(note_text="uno")).edit == Edit(notes={1: "uno"})


@pytest.mark.parametrize("name", sorted(RESERVED))
@pytest.mark.parametrize("spaces", ["{}", " {}", "{}\t"])
def test_a_reserved_name_forbids_to_send(name: str, spaces: str) -> None:
    (problem,) = problems(CASE, Edit(rows={1: Row(spaces.format(name), "x")}))
    assert (problem.wrong, problem.row, problem.is_blocking) == (ProblemKind.RESERVED, 1, True)


def test_the_reserved_names_are_those_of_the_document_and_of_the_envelope() -> None:
    document = {"id", "case_id", "subject", "note", "tag", "echo_data", "access_token"}
    assert document | {"success", "statusMessage", "data", "total", "items"} == RESERVED


def test_it_is_sent_in_the_order_of_weight_for_a_server_that_drops_what_is_too_much() -> None:
    edit = Edit(subject="mío", notes={1: "uno"}, tags={"vip": True}, rows={1: Row("nuevo", "1")})
    assert [name for name, _ in update_payload(CASE, edit).parameters] == ["subject", "tag", "note", "nuevo"]


@pytest.mark.parametrize("name", ["", " ", "\t"])
def test_a_value_without_a_name_forbids_to_send(name: str) -> None:
    (problem,) = problems(CASE, Edit(rows={3: Row(name, "x")}))
    assert (problem.wrong, problem.row, problem.is_blocking) == (ProblemKind.NO_NAME, 3, True)


def test_a_name_that_the_case_has_or_an_earlier_row_has_forbids_to_send() -> None:
    found = problems(CASE, Edit(rows={1: Row("nuevo"), 2: Row("nuevo", "2"), 3: Row("prioridad", "alta")}))
    assert [(problem.wrong, problem.row, problem.is_blocking) for problem in found] == [
        (ProblemKind.DUPLICATE, 2, True),
        (ProblemKind.DUPLICATE, 3, True),
    ]


@pytest.mark.parametrize("name", sorted(OWN_FIELDS))
def test_a_field_of_the_cases_own_is_a_warning_only(name: str) -> None:
    (problem,) = problems(CASE, Edit(rows={1: Row(name, "x")}))
    assert (problem.wrong, problem.is_blocking) == (ProblemKind.OWN_FIELD, False)
    assert update_payload(CASE, Edit(rows={1: Row(name, "x")})).parameters == ((name, "x"),)


def test_the_cases_own_fields_are_all_of_the_samples_and_its_notes() -> None:
    assert {"state", "source", "campaign", "contact", "tags", "notes", "update_date", "sla_seconds"} < OWN_FIELDS
    assert not OWN_FIELDS & RESERVED


@pytest.mark.parametrize("name", ["Note", "notas", "región", "x y", "=x", "😀"])
def test_any_other_name_is_fine(name: str) -> None:
    assert problems(CASE, Edit(rows={1: Row(name, "")})) == ()


def test_problems_are_told_in_the_rows_order_one_a_row() -> None:
    found = problems(CASE, Edit(rows={3: Row("state"), 1: Row("note", "x"), 2: Row("", "x"), 4: Row("note", "y")}))
    assert [problem.row for problem in found] == [1, 2, 3, 4]


@pytest.mark.parametrize("name", ["prioridad\u200b", "\u202aprioridad\u202c", "prio\u00adridad", "prioridad\u00a0"])
def test_a_name_that_looks_like_one_the_case_has_is_a_duplicate_of_that(name: str) -> None:
    (problem,) = problems(CASE, Edit(rows={1: Row(name, "x")}))
    assert (problem.wrong, problem.name, problem.is_blocking) == (ProblemKind.DUPLICATE, "prioridad", True)


class Counted(dict[str, str | None]):
    """Attributes that count how often somebody goes through all of them."""

    walks = 0

    def __iter__(self) -> Iterator[str]:
        type(self).walks += 1
        return super().__iter__()


def test_thousands_of_new_rows_go_through_the_names_of_the_case_a_few_times_only() -> None:
    walks = []
    for count in (10, 1_000):
        Counted.walks = 0
        case = msgspec.structs.replace(CASE, attributes=Counted({f"Größe {at}": "M" for at in range(count)}))
        edit = Edit(rows={at: Row(f"nuevo {at}", "x") for at in range(count)})
        assert problems(case, edit) == ()
        walks.append(Counted.walks)
    assert walks[0] == walks[1] < 10


def test_names_are_compared_composed() -> None:
    (problem,) = problems(read(región="norte"), Edit(rows={1: Row("regio\u0301n", "x")}))
    assert (problem.wrong, problem.name) == (ProblemKind.DUPLICATE, "región")


def test_of_two_new_names_that_look_alike_the_second_is_a_duplicate() -> None:
    found = problems(CASE, Edit(rows={1: Row("nuevo\u200b", "1"), 2: Row("nuevo", "2")}))
    assert [(problem.wrong, problem.row) for problem in found] == [(ProblemKind.UNSEEN, 1), (ProblemKind.DUPLICATE, 2)]


@pytest.mark.parametrize("name", ["nu\u200bevo", "nuevo\u2060", "\ufeffnuevo", "nu\u00a0evo"])
def test_a_name_with_unseen_characters_is_a_warning_only(name: str) -> None:
    (problem,) = problems(CASE, Edit(rows={1: Row(name, "x")}))
    assert (problem.wrong, problem.is_blocking) == (ProblemKind.UNSEEN, False)
    assert update_payload(CASE, Edit(rows={1: Row(name, "x")})).parameters == ((name, "x"),)


@pytest.mark.parametrize("name", ["note\u200b", "\ufeffid"])
def test_a_name_that_looks_reserved_forbids_to_send(name: str) -> None:
    assert problems(CASE, Edit(rows={1: Row(name, "x")}))[0].wrong is ProblemKind.RESERVED


def test_a_persian_name_and_one_with_an_emoji_are_fine() -> None:
    assert problems(CASE, Edit(rows={1: Row("می\u200cخواهم", "x"), 2: Row("👩\u200d🚀❤\ufe0f", "x")})) == ()
