import pytest

from mandates.analysis import partner_kinds


def found(text):
    return [(p.span.text, p.kind.name) for p in partner_kinds.find(0, text)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("in coordination with UNODC and INTERPOL", [("UNODC", "united_nations"), ("INTERPOL", "international")]),
        ("in close cooperation with the Government of Karesia", [("Government", "national")]),
        ("together with neighbouring States", [("neighbouring States", "states")]),
        ("in consultation with local authorities", [("local authorities", "local")]),
        ("working with regional organizations", [("regional organizations", "regional")]),
        ("in dialogue with civil society", [("civil society", "civil_society")]),
    ],
)
def test_whoever_stands_beside_the_one_who_acts_is_a_partner_of_a_kind(words, expected):
    assert found(f"To combat criminal networks {words};") == expected


def test_whom_a_task_helps_is_no_partner():
    assert found("To assist the national police and the courts in combating gangs;") == []


def test_those_whom_one_acts_for_or_against_stand_behind_the_partners_and_are_none():
    text = "To work with UNODC and other agencies to support the authorities in combating traffickers;"
    assert found(text) == [("UNODC", "united_nations"), ("agencies", "united_nations")]


def test_what_is_done_together_by_its_nature_needs_no_joining_words():
    assert found("To train officers, including through joint operations;") == [("joint operations", "national")]
    assert found("To reduce violence through community engagement;") == [("community engagement", "civil_society")]


def test_other_communities_are_not_meant():
    assert found("To act in coordination with the international community;") == [
        ("international community", "international")
    ]
    assert found("To act in coordination with the Economic Community of Western States;") == []


def test_civil_society_counts_for_a_task_that_strengthens_it_and_is_no_partner_there():
    text = "To strengthen civil society organizations in every province;"
    assert [s.text for s in partner_kinds.communities(0, text)] == ["civil society"]
    assert found(text) == []
    assert list(partner_kinds.communities(0, "To protect civilians in their communities;")) == []


def test_a_mission_set_beside_others_is_told_from_one_that_only_helps_them():
    def beside(words):
        span = partner_kinds.beside(0, f"Calls upon the authorities, {words}, to act;", ("UNMIKA",))
        return span and span.text

    assert beside("in coordination with UNMIKA") == "in coordination with"
    assert beside("with the support of UNMIKA") is None
    assert beside("in coordination with the African Union") is None


def test_every_span_quotes_what_stands_at_its_place():
    text = "To act in partnership with the Government, in consultation with women’s organizations and INTERPOL;"
    for partner in partner_kinds.find(7, text):
        assert partner.span.paragraph == 7
        assert text[partner.span.start : partner.span.end] == partner.span.text


def test_every_word_for_a_community_passes_the_quick_look():
    terms = [
        t.written
        for finder in (partner_kinds.load().anywhere, partner_kinds.load().joined)
        for t in finder.terms
        if t.name.endswith("civil_society")
    ]
    for term in terms:
        written = " ".join(
            term.replace("-s-", "z").replace(".?", "’").translate(str.maketrans("(|)?*", "     ")).split()
        )
        assert any(word.lower() in written.lower() for word in partner_kinds.COMMUNITY_WORDS), term
