"""What is said in English whatever the language of the page leaves that language as it found it."""

from django.utils.translation import get_language, override

from language.said import ENGLISH, in_english


def test_a_function_that_speaks_english_gives_each_caller_its_language_back():
    """One within another, as in two threads at once: neither takes the other's language for its own."""

    @in_english()
    def spoken(again: bool) -> list[str]:
        if not again:
            return [get_language()]
        with override("fr"):
            return [get_language(), *spoken(False), get_language()]

    with override("de"):
        assert spoken(True) == ["fr", ENGLISH, "fr"]
        assert get_language() == "de"
