"""The many notations for a case and a server."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.case.reference import (
    AddressError,
    AddressProblem,
    CaseRef,
    Server,
    are_case_links,
    bare_id,
    is_link,
    is_web_link,
    link_domain,
    parse_case,
    parse_cases,
    parse_server,
)


@pytest.mark.parametrize(
    "text",
    [
        "203",
        " 203\n",
        "#203",
        "# 203",
        "caseeditor:203",
        "caseeditor://203",
        "caseeditor://203/",
        "CaseEditor:#203",
    ],
)
def test_a_case_is_named_by_its_id(text: str) -> None:
    assert parse_case(text) == CaseRef("203")


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("https://example.org/case/203", "example.org"),
        ("https://example.org/case/203/", "example.org"),
        ("https://example.org/case/203?tab=notes#end", "example.org"),
        ("https://example.org/app/case/203", "example.org"),
        ("https://example.org/app#/case/203", "example.org"),
        ("HTTPS://Example.org/case/203", "example.org"),
        ("http://master.local2.socialgateway.net:8080/case/203", "master.local2.socialgateway.net:8080"),
        ("https://example.org:443/case/203", "example.org"),
        ("http://[::1]:8080/case/203", "[::1]:8080"),
    ],
)
def test_a_case_is_named_by_its_page_which_also_names_its_host(text: str, domain: str) -> None:
    assert parse_case(text) == CaseRef("203", domain)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "\u200b204",
            "204\u202c",
            "\u202a204\u202c",
            "\u00a0204\u00a0",
            "\ufeff#204",
            "20\u00ad4",
            "\u2068#204\u2069",
        ),
        *("204,", "204.", "#204.", "204:", "(204)", "(#204).", "[204]", "<204>", '"204"', "“204”", "« 204 »", "204;"),
        *("caseeditor:204.", "<caseeditor:204>", "\u200bcaseeditor:\u200b204"),
    ],
)
def test_what_nobody_sees_and_what_stands_around_an_id_is_ignored(text: str) -> None:
    assert parse_case(text) == CaseRef("204")


@pytest.mark.parametrize(
    "text",
    [
        "<https://example.org/case/204>",
        "(https://example.org/case/204).",
        "https://example.org/case/204,",
        "\u200bhttps://example.org/\u00adcase/204\u00a0",
        "“https://example.org/case/204/”",
    ],
)
def test_what_stands_around_a_link_is_ignored(text: str) -> None:
    assert parse_case(text) == CaseRef("204", "example.org")
    assert are_case_links(text)


@pytest.mark.parametrize("text", ["204.5", "20 4", "20\u00a04", "204,5", "-204", "204-", ".", "()", "$204", "204 €"])
def test_nonsense_around_an_id_stays_none(text: str) -> None:
    with pytest.raises(AddressError) as raised:
        parse_case(text)
    assert raised.value.fault is AddressProblem.NOT_A_NUMBER


def test_a_number_with_a_comma_is_no_list() -> None:
    assert parse_cases("204,5")[0] == ()


def test_a_list_of_ids_may_have_commas() -> None:
    cases, wrong = parse_cases("204,\n205, #206;207\n<https://example.org/case/208>,\n\u200b\n")
    assert [case.id for case in cases] == ["204", "205", "206", "207", "208"]
    assert wrong == ()


@pytest.mark.parametrize("apart", [", ", ",", "; ", ";", " ", "\t", "\u00a0", " | ", "\r\n", ">, <", "> <", ",, "])
def test_a_line_may_have_several_links(apart: str) -> None:
    cases, wrong = parse_cases(f"<https://example.org/case/204{apart}https://example.org/case/205>")
    assert (cases, wrong) == ((CaseRef("204", "example.org"), CaseRef("205", "example.org")), ())


def test_ids_may_stand_between_links() -> None:
    cases, wrong = parse_cases(
        "204, https://example.org/case/205, #206\tcaseeditor:207 https://example.org/a,b/case/208"
    )
    assert [case.id for case in cases] == ["204", "205", "206", "207", "208"]
    assert wrong == ()


def test_what_stands_behind_a_link_and_names_no_case_is_told() -> None:
    cases, wrong = parse_cases("https://example.org/case/204 y algo más")
    assert cases == ()
    assert [error.fault for error in wrong] == [AddressProblem.NOT_A_CASE_LINK]


def test_a_link_with_something_unseen_before_it_is_a_link() -> None:
    assert is_link("\u200bcaseeditor:204")


def test_a_server_is_read_without_what_nobody_sees() -> None:
    assert parse_server("\u200bhttps://example.org\u00a0") == Server("https://example.org")


def test_an_id_may_be_long() -> None:
    assert parse_case("9" * 40) == CaseRef("9" * 40)


@pytest.mark.parametrize(("text", "id_"), [("0203", "203"), ("https://example.org/case/00203", "203"), ("#000", "0")])
def test_leading_zeros_name_the_same_case(text: str, id_: str) -> None:
    assert parse_case(text).id == id_


@pytest.mark.parametrize("text", ["", "  ", "#", "caseeditor:", "caseeditor://"])
def test_nothing_is_told_as_nothing(text: str) -> None:
    with pytest.raises(AddressError) as raised:
        parse_case(text)
    assert raised.value.fault is AddressProblem.EMPTY


@pytest.mark.parametrize(
    "text",
    ["abc", "203a", "20 3", "-203", "2.03", "0x203", "２０３", "##203", "203/tags", "../me", "9" * 41, "203&id=1", "٣"],
)
def test_what_is_no_number_names_no_case(text: str) -> None:
    with pytest.raises(AddressError) as raised:
        parse_case(text)
    assert raised.value.fault is AddressProblem.NOT_A_NUMBER


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/",
        "https://example.org/contact/43",
        "https://example.org/case/abc",
        "https://example.org/case/203/messages",
        "https://example.org/showcase/203",
        "https:///case/203",
        "https://user:secret@example.org/case/203",
        "https://[::1/case/203",
        "https://example.org:99999/case/203",
        "ftp://example.org/case/203",
        "file:///case/203",
        "javascript://example.org/case/203",
    ],
)
def test_a_link_to_anything_else_names_no_case(text: str) -> None:
    with pytest.raises(AddressError) as raised:
        parse_case(text)
    assert raised.value.fault is AddressProblem.NOT_A_CASE_LINK


@given(st.text() | st.text().map("https://".__add__) | st.text().map("https://example.org/case/".__add__))
def test_any_text_names_a_case_by_digits_or_is_refused(text: str) -> None:
    try:
        found = parse_case(text)
    except AddressError:
        return
    assert found.id.isascii()
    assert found.id.isdecimal()


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://example.org", "https://example.org"),
        ("example.org", "https://example.org"),
        (" example.org ", "https://example.org"),
        ("EXAMPLE.org", "https://example.org"),
        ("https://example.org/api/v2/case/203", "https://example.org"),
        ("https://example.org:443", "https://example.org"),
        ("http://example.org:80", "http://example.org"),
        ("http://example.org:443", "http://example.org:443"),
        ("example.org:8443", "https://example.org:8443"),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080"),
        ("http://[::1]:8080", "http://[::1]:8080"),
        ("https://mañana.example", "https://xn--maana-pta.example"),
    ],
)
def test_a_server_is_scheme_and_host_and_a_port_that_is_not_the_usual_one(text: str, url: str) -> None:
    assert parse_server(text) == Server(url)


@pytest.mark.parametrize(
    "text",
    [
        "https://",
        "https://example.org:99999",
        "https://example.org:abc",
        "https://[::1",
        "https://user@example.org",
        "https://exa mple.org",
        "ftp://example.org",
        "javascript://x",
        "https://<script>",
        "/only/a/path",
    ],
)
def test_what_is_no_server_is_refused(text: str) -> None:
    with pytest.raises(AddressError) as raised:
        parse_server(text)
    assert raised.value.fault is AddressProblem.NOT_A_URL


def test_no_server_at_all_is_told_so() -> None:
    with pytest.raises(AddressError) as raised:
        parse_server(" ")
    assert raised.value.fault is AddressProblem.EMPTY


@given(st.text())
def test_a_server_that_was_read_reads_the_same_again(text: str) -> None:
    try:
        server = parse_server(text)
    except AddressError:
        return
    assert parse_server(server.url) == server
    assert link_domain(server.url) == server.domain


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.9.1", "[::1]"])
def test_loopback_is_known(host: str) -> None:
    assert parse_server(f"http://{host}:8080").is_loopback


@pytest.mark.parametrize(
    "host", ["example.org", "localhost.example.org", "127.0.0.1.example.org", "10.0.0.1", "[::2]", "[::]", "127.1"]
)
def test_everything_else_is_far(host: str) -> None:
    assert not parse_server(f"http://{host}").is_loopback


@pytest.mark.parametrize(
    "text",
    [
        "https://münchen.example",
        "MÜNCHEN.example",
        "mu\u0308nchen.example",
        "ｍünchen．ｅｘａｍｐｌｅ",
        "münchen。example",
        "https://münchen.example.:443/case/203",
        "XN--Mnchen-3YA.Example",
        "xn--mnchen-3ya.example.",
        "mün\u00adchen.example",
    ],
)
def test_all_spellings_of_a_host_are_one_server(text: str) -> None:
    assert parse_server(text) == Server("https://xn--mnchen-3ya.example")


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("example.org.", "https://example.org"),
        ("http://EXAMPLE.ORG.:80", "http://example.org"),
        ("https://example.org:0443", "https://example.org"),
        ("ｅｘａｍｐｌｅ.org", "https://example.org"),
        ("127.0.0.1.", "https://127.0.0.1"),
        ("http://[0:0:0:0:0:0:0:1]:8080", "http://[::1]:8080"),
        ("https://[2001:DB8::00a:0]:443", "https://[2001:db8::a:0]"),
        ("straße.example", "https://xn--strae-oqa.example"),
    ],
)
def test_a_server_is_the_same_however_it_is_written(text: str, url: str) -> None:
    assert parse_server(text) == Server(url)
    assert parse_case(f"{parse_server(text).url}/case/203").domain == Server(url).domain


@pytest.mark.parametrize("text", ["a..b", "example.org..", ".", ".example.org", "[fe80::1%eth0]", "☃ .net", "a:b:c"])
def test_what_no_host_is_called_is_refused(text: str) -> None:
    with pytest.raises(AddressError):
        parse_server(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://münchen.example:8443", "münchen.example:8443"),
        ("日本語.example", "日本語.example"),
        ("例えば.example", "例えば.example"),
        ("пример.example", "пример.example"),
        ("straße.example", "straße.example"),
        ("[::1]:80", "[::1]:80"),
        ("example.org", "example.org"),
        ("xn--0.example", "xn--0.example"),
    ],
)
def test_people_are_shown_the_letters_of_a_host(text: str, shown: str) -> None:
    assert parse_server(text).shown == shown
    assert parse_server(parse_server(text).shown_url) == parse_server(text)


@pytest.mark.parametrize(
    "host",
    [
        "аpple.example",  # the first letter is Cyrillic
        "gοοgle.example",  # two letters are Greek
        "раураӏ.example",  # all letters are Cyrillic
        "example.аррӏе.org",
        "παypal.example",
        "кириллицаabc.example",
    ],
)
def test_a_host_that_may_deceive_is_shown_in_plain_letters(host: str) -> None:
    server = parse_server(host)
    assert server.shown == server.domain
    assert server.shown.isascii()


def test_a_server_tells_its_parts() -> None:
    server = parse_server("http://example.org:8080/x")
    assert (server.host, server.domain, server.is_plain) == ("example.org", "example.org:8080", True)
    assert not parse_server("example.org").is_plain


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("http://master.local2.socialgateway.net:8080/case/203", "master.local2.socialgateway.net:8080"),
        ("https://example.org/case/203", "example.org"),
        ("", ""),
        ("example.org/case/203", ""),
        ("mailto:a@example.org", ""),
        ("://", ""),
    ],
)
def test_the_host_of_a_link_is_learned_where_it_has_one(url: str, domain: str) -> None:
    assert link_domain(url) == domain


@pytest.mark.parametrize("link", ["http://example.org", "https://example.org/case/203?a=b#c"])
def test_web_links_may_be_opened(link: str) -> None:
    assert is_web_link(link)


@pytest.mark.parametrize(
    "link",
    [
        "",
        "example.org",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://example.org",
        "data:text/html,x",
        "HTTP:example.org",
        "http://",
        "https://user:secret@example.org",
        "https://example.org/ --flag",
        "https://example.org/\nx",
        "https://example.org/\u202egnp.exe",
        "https://example.org/\0",
        " https://example.org",
    ],
)
def test_nothing_else_may(link: str) -> None:
    assert not is_web_link(link)


def test_a_text_of_several_lines_names_several_cases_each_once() -> None:
    cases, wrong = parse_cases("203\r\n\n  https://example.org/case/210 \nhola\n#203\n")
    assert cases == (CaseRef("203"), CaseRef("210", "example.org"))
    assert [error.fault for error in wrong] == [AddressProblem.NOT_A_NUMBER]


def test_a_text_without_a_line_names_nothing() -> None:
    cases, wrong = parse_cases(" \n ")
    assert cases == ()
    assert [error.fault for error in wrong] == [AddressProblem.EMPTY]


@pytest.mark.parametrize(
    ("text", "are"),
    [
        ("https://example.org/case/203", True),
        ("caseeditor:203\nhttps://example.org/case/204\n", True),
        ("203", False),
        ("https://example.org/contact/43", False),
        ("see https://example.org/case/203", False),
        ("https://example.org/case/203\nhola", False),
        ("", False),
    ],
)
def test_links_to_cases_are_told_from_text_that_is_to_be_typed(text: str, are: bool) -> None:
    assert are_case_links(text) is are


@pytest.mark.parametrize("text", ["43", " 43 ", "\u200b43\u202c", "\u00a043", "#43,", "(43)", "\u2068#43\u2069"])
def test_an_id_is_looked_for_without_what_is_around_it(text: str) -> None:
    assert bare_id(text) == "43"


@pytest.mark.parametrize("text", ["hola, 43", "#urgente", "43 €", "«hola»", ""])
def test_what_is_no_id_is_looked_for_as_it_is(text: str) -> None:
    assert bare_id(f" {text} ") == text
