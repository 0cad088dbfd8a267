"""The language of a text, by the words that dictionaries know."""

from caseeditor.domain.spelling.language import guessed_language, languages_to_guess

EN, ES, BOTH, NONE = frozenset({"en"}), frozenset({"es"}), frozenset({"en", "es"}), frozenset[str]()
LANGUAGES = ("en", "es")


def test_most_known_words_decide() -> None:
    assert guessed_language([ES, ES, BOTH, EN], LANGUAGES, "") == "es"
    assert guessed_language([BOTH, BOTH, BOTH], LANGUAGES, "") == "en"  # the preferred one


def test_few_words_decide_nothing() -> None:
    assert guessed_language([ES, ES, NONE, NONE], LANGUAGES, "") == ""
    assert guessed_language([ES], LANGUAGES, "en") == "en"
    assert guessed_language([ES, ES, ES], (), "") == ""


def test_another_language_needs_a_lead_of_two_words() -> None:
    assert guessed_language([EN, EN, ES, ES, ES], LANGUAGES, "en") == "en"
    assert guessed_language([EN, ES, ES, ES], LANGUAGES, "en") == "es"
    assert guessed_language([EN, EN, EN], LANGUAGES, "fr") == "en"  # that dictionary is gone


def test_one_variant_of_each_language() -> None:
    available = ("de_DE", "en_GB", "en_US", "es_AR", "es_ES", "es_MX", "pt_BR", "pt_PT", "fr_FR")
    assert languages_to_guess(available, "es_MX") == ("es_MX", "en_US", "pt_BR")
    assert languages_to_guess(available, "de_AT") == ("de_DE", "en_US", "es_ES", "pt_BR")
    assert languages_to_guess(available, "C") == ("en_US", "es_ES", "pt_BR")
    assert languages_to_guess((), "es_ES") == ()
