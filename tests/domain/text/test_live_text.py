"""Links, e-mail addresses, phone numbers and case numbers in texts; hostile texts."""

from collections.abc import Callable
from time import thread_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.text.live_text import MOST, LiveKind, agreement_of, find_live, is_openable

LENGTH = 20_000


def found(text: str) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.target) for each in find_live(text)]


@pytest.mark.parametrize(
    ("text", "shown", "target"),
    [
        (
            "see https://shop.example/a?b=c&d=1#x.",
            "https://shop.example/a?b=c&d=1#x",
            "https://shop.example/a?b=c&d=1#x",
        ),
        ("(https://en.example/wiki/A_(b))", "https://en.example/wiki/A_(b)", "https://en.example/wiki/A_(b)"),
        ("“HTTP://Example.org/Ñ”", "HTTP://Example.org/Ñ", "http://Example.org/Ñ"),
        ("https://a.example/reset/AbC_", "https://a.example/reset/AbC_", "https://a.example/reset/AbC_"),
        ("*see* https://a.example/x~*.", "https://a.example/x~*", "https://a.example/x~*"),
        ("**https://a.example/x_**", "https://a.example/x_", "https://a.example/x_"),
        ("_https://a.example/x_", "https://a.example/x", "https://a.example/x"),
        ("~~www.a.example/x~~", "www.a.example/x", "https://www.a.example/x"),
        ("'https://a.example/x'", "https://a.example/x", "https://a.example/x"),
        ("https://a.example/x?n='b'.", "https://a.example/x?n='b'", "https://a.example/x?n='b'"),
        ("www.example.org/a", "www.example.org/a", "https://www.example.org/a"),
        ("https://a.example/b\u202ecod.exe", "https://a.example/b", "https://a.example/b"),
        ("https://a.example/b\u00a0c", "https://a.example/b", "https://a.example/b"),
        ("<ana.perez+x@mail.example>", "ana.perez+x@mail.example", "mailto:ana.perez+x@mail.example"),
        ("a ñandú@correo.com.ar.", "ñandú@correo.com.ar", "mailto:%C3%B1and%C3%BA@correo.com.ar"),
        ("john&mary@mail.example", "john&mary@mail.example", "mailto:john%26mary@mail.example"),
        ("a #bug!x$y%z@mail.example", "bug!x$y%z@mail.example", "mailto:bug%21x%24y%25z@mail.example"),
        (
            "bounce+ana=shop.example@lists.example",
            "bounce+ana=shop.example@lists.example",
            "mailto:bounce+ana%3Dshop.example@lists.example",
        ),
        ("prvs=12=ana@mail.example", "prvs=12=ana@mail.example", "mailto:prvs%3D12%3Dana@mail.example"),
        ("jose\u0301s@mail.example", "jose\u0301s@mail.example", "mailto:jose%CC%81s@mail.example"),
        ("_ana@mail.example", "_ana@mail.example", "mailto:_ana@mail.example"),
        ("_ana@mail.example_", "ana@mail.example", "mailto:ana@mail.example"),
        ("'ana@mail.example'", "ana@mail.example", "mailto:ana@mail.example"),
        ("|ana@mail.example|", "ana@mail.example", "mailto:ana@mail.example"),
        ("\u200bana@mail.example", "ana@mail.example", "mailto:ana@mail.example"),
        ("mailto:ana@mail.example", "ana@mail.example", "mailto:ana@mail.example"),
        ("email=ana@mail.example", "ana@mail.example", "mailto:ana@mail.example"),
        ("/a?x=1&email=ana@mail.example", "ana@mail.example", "mailto:ana@mail.example"),
        ("Tel. +54 9 11 4770-3269, int. 12", "+54 9 11 4770-3269", "tel:+5491147703269"),
        ("(011) 4770-3269", "(011) 4770-3269", "tel:01147703269"),
        ("(+54) 11 4770 3269", "(+54) 11 4770 3269", "tel:+541147703269"),
        ("11\u00a04770\u20113269", "11\u00a04770\u20113269", "tel:1147703269"),
        ("4770-3269 15:30", "4770-3269", "tel:47703269"),
        ("0800-555-1234", "0800-555-1234", "tel:08005551234"),
        ("1147703269", "1147703269", "tel:1147703269"),
        ("34911336@mail.example", "34911336@mail.example", "mailto:34911336@mail.example"),
        ("as in #203,", "#203", "203"),
        ("(#0401)", "#0401", "401"),
    ],
)
def test_places_that_lead_somewhere(text: str, shown: str, target: str) -> None:
    assert found(text) == [(shown, target)]


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(document.cookie)",
        "file:///etc/passwd",
        "data:text/html;base64,AAAA",
        "ftp://x.example/y",
        "smb://x/y",
        "https://bank.example@evil.example/",
        "http://",
        "https:// x",
        "xhttps://a.example",
        "x_https://a.example",
        "https://a.example/" + "b" * 3000,
        "28-11-2026 15:30",
        "28/11/2026",
        "2026-11-28T12:00:00",
        "2024-2025",
        "192.168.100.200",
        "15.999.900",
        "$15999.90",
        "AR-520-0867",
        "34911336",
        "4111 1111 1111 1111",
        "12345678-1234-1234-1234-123456789012",
        "1 1 1 1 1 1 1 1 1 1",
        "a@b",
        "@ana",
        "sales/ana@mail.example",
        "x{ana@mail.example",
        "ana\u200bperez@mail.example",
        "b" * 70 + "@mail.example",
        "b" * 10 + "-" * 60 + "ana@mail.example",
        "ana@mail.cafe\u0301.example",
        "&#203;",
        "a#203",
        "#203b",
        "# 203",
        "34911336@b",
    ],
)
def test_other_texts_lead_nowhere(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["javascript:alert('mailto:x@y.example')", "file:///home/ana@mail.example"])
def test_nothing_but_web_mail_phone_and_cases_is_a_target(text: str) -> None:
    assert all(target.startswith("mailto:") for _, target in found(text))


@given(st.text(alphabet="ab1 @#+(-).:/wtphs\u00a0é👩\u202e\n", max_size=60))
def test_places_are_in_order_apart_and_safe_to_open(text: str) -> None:
    end = 0
    for place in find_live(text):
        assert end <= place.start < place.end <= len(text)
        end = place.end
        assert place.target.isdigit() if place.kind is LiveKind.CASE else is_openable(place.target)


HOSTILE: tuple[Callable[[int], str], ...] = (
    lambda length: "@" * length,
    lambda length: "a@" * (length // 2),
    lambda length: "1" * length,
    lambda length: "1 " * (length // 2),
    lambda length: "1-" * (length // 2),
    lambda length: "(" * length,
    lambda length: "+" * length,
    lambda length: "+1(1)1" * (length // 6),
    lambda length: "http://" * (length // 7),
    lambda length: "www." * (length // 4),
    lambda length: "https://a.b/" + ")" * length,
    lambda length: "a" * length + "@b",
    lambda length: "a=" * (length // 2) + "@b.example",
    lambda length: "&a=@b.example" * (length // 13),
    lambda length: ("x@" + "a." * 100) * (length // 202),
)


@pytest.mark.parametrize("make", HOSTILE)
def test_ten_times_the_text_takes_about_ten_times_as_long(make: Callable[[int], str]) -> None:
    """Compare two lengths in the same run; a pattern that backtracks takes a hundred times as long."""
    short, long = make(LENGTH), make(10 * LENGTH)
    assert min(_seconds(long) for _ in range(3)) < 40 * max(_seconds(short), 0.001)


def test_the_places_of_a_text_are_bounded() -> None:
    assert len(find_live("#1 " * 5_000)) == MOST


@pytest.mark.parametrize(
    "url", ["javascript:x", "file:///x", "mailto:", "mailto:a@b?bcc=c@d", "tel:1;x", "tel:*#06#", "data:,x"]
)
def test_a_url_that_another_program_must_not_get(url: str) -> None:
    assert not is_openable(url)


def test_the_scope_of_an_agreement() -> None:
    assert agreement_of("https://Shop.Example:8080/a") == agreement_of("https://shop.example:8080/b")
    assert agreement_of("https://shop.example/") != agreement_of("http://shop.example/")
    assert agreement_of("https://аррӏе.com/") != agreement_of("https://apple.com/")
    assert agreement_of("mailto:ana@Mail.Example") == agreement_of("mailto:ana@mail.example")
    assert agreement_of("mailto:ana@mail.example") != agreement_of("mailto:eva@mail.example")
    assert agreement_of("tel:+541147703269") == ""


def _seconds(text: str) -> float:
    start = thread_time()
    find_live(text)
    return thread_time() - start
