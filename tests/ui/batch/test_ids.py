"""Ids that are pasted."""

from caseeditor.ui.state.batch.batch_ids import IdsFound


def found(text: str) -> IdsFound:
    made = IdsFound({"here.example"})
    for _ in made.read(text):
        pass
    return made


def test_each_line_is_an_id_a_hash_id_or_a_link() -> None:
    assert list(found("203\n#204\nhttps://here.example/case/205\n 206 \n\n").ids) == ["203", "204", "205", "206"]


def test_a_case_that_is_named_again_is_counted_and_left_out() -> None:
    made = found("203\n#203\nhttps://here.example/case/203\n204")
    assert (list(made.ids), made.repeated) == (["203", "204"], 2)


def test_links_of_other_servers_are_named_and_left_out() -> None:
    made = found("https://there.example/case/1\nhttps://there.example/case/2\n203")
    assert (list(made.ids), made.elsewhere) == (["203"], {"there.example": 2})


def test_lines_that_name_no_case_are_counted() -> None:
    made = found("203\nhola\n12x")
    assert (list(made.ids), made.unreadable) == (["203"], 2)


def test_the_first_lines_that_name_no_case_are_kept_with_their_numbers() -> None:
    made = found("203\n hola \n\n12x\n" + "204\n" * 300 + "x\n" * 9)
    assert made.wrong == [(2, "hola"), (4, "12x"), (305, "x"), (306, "x"), (307, "x")]


def test_several_ids_may_stand_in_a_line() -> None:
    assert list(found("203, 204; 205").ids) == ["203", "204", "205"]


def test_zeros_in_front_are_no_part_of_an_id() -> None:
    assert list(found("00203").ids) == ["203"]


def test_rows_are_numbered_in_the_order_of_the_text() -> None:
    assert [(row.number, row.case_id) for row in found("9\n7").take_rows()] == [(1, "9"), (2, "7")]


def test_no_more_rows_than_a_batch_may_have() -> None:
    made = found("\n".join(map(str, range(1, 100_003))))
    assert (len(made.ids), made.beyond) == (100_000, 2)
