"""The API document's sample is read field by field."""

import pytest

from caseeditor.domain.case.model import Attribute, Campaign, Profile, read_answer
from tests.support.samples import SAMPLE, note, read, sample, stored

FIELDS = {
    "id": "203",
    "subject": "Necesito ayuda !!!",
    "state": "Arrived",
    "source": "email",
    "private": "true",
    "reopened": "false",
    "first_open_date": "2015-03-16T22:13:03-0300",
    "last_open_date": "2015-03-16T22:13:03-0300",
    "inbox_date": "2015-03-17T08:00:00-0300",
    "we_did_not_reply_since_date": "2015-03-16T22:13:03-0300",
    "sla_seconds": "259200",
    "handling_ms": "0",
    "credits": "0",
    "messages": "1",
    "messages_sent": "0",
    "messages_received": "1",
    "url": "http://master.local2.socialgateway.net:8080/case/203",
    "creation_date": "2015-03-19T00:35:28-0300",
    "update_date": "2015-05-11T16:03:57-0300",
    "updated_by": "support",
}


@pytest.mark.parametrize("name", FIELDS)
def test_each_field_is_the_text_that_the_server_wrote(name: str) -> None:
    assert getattr(read(), name) == FIELDS[name]


def test_no_scalar_of_the_sample_is_forgotten_above() -> None:
    scalars = {name for name, value in sample().items() if not isinstance(value, dict | list)}
    assert scalars == set(FIELDS)


def test_the_campaign_has_id_and_name() -> None:
    assert read().campaign == Campaign(id="2", name="gg")


def test_tags_are_in_the_servers_order() -> None:
    assert read(tags=["b", "a", "c"]).tags == ("b", "a", "c")


def test_the_sample_shows_no_notes_and_no_attributes() -> None:
    case = read()
    assert not case.notes_shown
    assert case.notes == ()
    assert case.attributes == {}


def test_notes_of_a_case_are_read_as_those_of_a_contact() -> None:
    case = read(notes=[stored("hola"), stored("otra", "lucia", 5)])
    assert case.notes_shown
    assert case.notes == (note("hola"), note("otra", "lucia", "5"))


def test_an_empty_list_of_notes_is_shown_all_the_same() -> None:
    assert read(notes=[]).notes_shown


@pytest.mark.parametrize("notes", [None, 5, "five", False])
def test_notes_that_are_no_list_count_as_not_shown(notes: object) -> None:
    assert not read(notes=notes).notes_shown


def test_the_contact_keeps_every_scalar_in_the_servers_order() -> None:
    contact = read().contact
    assert contact.name == "Juan Perez"
    assert contact.fields == (
        ("id", "43"),
        ("name", "Juan Perez"),
        ("first_name", "Juan"),
        ("last_name", "Perez"),
        ("client_id", "4234534625"),
        ("extended_value", "53242354352253"),
        ("cases", "3"),
        ("url", "http://master.local2.socialgateway.net:8080/contact/43"),
        ("creation_date", "2015-02-20T16:32:51-0300"),
        ("update_date", "2015-05-11T16:03:57-0300"),
        ("updated_by", "support"),
    )
    assert contact.tags == ("spam",)
    assert contact.notes == (note("este cliente es ficticio"),)


def test_each_profile_is_told_by_channel_name_and_user_name() -> None:
    found = [(profile.source, profile.name, profile.user_name) for profile in read().contact.profiles]
    assert found == [
        ("email", "Juan Perez", "aram@socialgateway.net"),
        ("twitter", "Juan Perez", "juanperez7010"),
        ("facebook", "Gatu Bela", "gatu.bela.129"),
    ]


def test_a_profile_keeps_every_scalar_and_its_tags() -> None:
    twitter, facebook = read().contact.profiles[1:]
    assert twitter.fields == (
        ("id", "292"),
        ("source", "twitter"),
        ("name", "Juan Perez"),
        ("ext_id", "42416688"),
        ("user_name", "juanperez7010"),
        ("image_url", "http://pbs.twimg.com/profile_images/542701207/165901190_9e133991fb_o_normal.jpg"),
        ("about", ""),
        ("location", "Mexico"),
        ("followers", "436"),
        ("following", "2000"),
        ("creation_date", "2015-05-11T16:03:57-0300"),
    )
    assert twitter.tags == ()
    assert facebook.tags == ("aaaee",)


def test_an_unknown_channel_and_unknown_fields_of_a_profile_are_kept() -> None:
    contact = read(contact={"profiles": [{"source": "fax", "baud": 9600, "user_name": "jp"}]}).contact
    fax = Profile(source="fax", user_name="jp", fields=(("source", "fax"), ("baud", "9600"), ("user_name", "jp")))
    assert contact.profiles == (fax,)


def test_a_contact_without_profiles_and_profiles_without_a_contacts_name_are_fine() -> None:
    assert read(contact={"name": "Acme"}).contact.profiles == ()
    assert read(contact={"profiles": [{"source": "sms"}]}).contact.name == ""


def test_whatever_the_document_does_not_name_is_an_attribute() -> None:
    case = read(prioridad="alta", monto=10.50, vip=True, baja=None, región="norte")
    assert list(case.attributes.values()) == [
        Attribute("prioridad", "alta", "string"),
        Attribute("monto", "10.5", "number"),
        Attribute("vip", "true", "boolean"),
        Attribute("baja", "", "null"),
        Attribute("región", "norte", "string"),
    ]


def test_a_nested_attribute_is_kept_as_the_json_that_the_server_wrote() -> None:
    body = SAMPLE.rstrip()[:-1] + b', "tree": {"b" : [1.0,  null]}, "list":[ ]}'
    case = read_answer(body).case
    assert case is not None
    assert case.attributes["tree"] == Attribute("tree", '{"b" : [1.0,  null]}', "nested")
    assert case.attributes["list"] == Attribute("list", "[ ]", "nested")


def test_an_attribute_may_be_called_data_but_the_data_of_an_echo_is_none() -> None:
    assert read(data="x").attributes == {"data": Attribute("data", "x")}
    assert read(data={"id": 203}).attributes == {}


def test_the_envelopes_own_words_are_no_attributes() -> None:
    assert read(success=True, statusMessage="ok", case_id=203).attributes == {}
