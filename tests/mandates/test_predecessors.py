"""A review knows the text before it: found among what is held, and looked for again when such a text arrives or goes."""

from dataclasses import replace

import pytest

from mandates import contexts, jobs, rules, services
from mandates.analysis import pipeline, read
from mandates.models import Job, Review, TextVersion
from missions.models import Mission
from tests.mandates import drafts

pytestmark = pytest.mark.django_db


@pytest.fixture
def mission():
    return Mission.objects.create(
        acronym="UNMINA", name="Mission in Nambira", type="peacekeeping", status="active", as_of="2030-01-01"
    )


def adopted(number: int, end: str = "30 June 2031") -> str:
    return drafts.HELD.replace("3101 (2030)", f"{number} (2030)").replace("30 June 2031", end)


def reviewed(owner, text: str, **more) -> TextVersion:
    version = services.submit(owner=owner, data=text.encode(), **more)
    work()
    return version


def work() -> int:
    """Do every review that waits, as a worker would; returns how many there were."""
    done = 0
    while job := Job.objects.filter(state=Job.State.PENDING).first():
        jobs.review_mandate(job.pk)
        done += 1
        assert done < 50, "the reviews never end"
    return done


def predecessor(version: TextVersion) -> str | None:
    found = Review.objects.get(version=version).data["predecessor"]
    return found["symbol"] if found else None


DRAFT = drafts.SECOND.replace("30 June 2031", "30 June 2032")


def test_a_draft_is_compared_with_the_latest_adopted_text_held_and_the_review_says_so(owner):
    reviewed(owner, adopted(3101), draft=False)
    reviewed(owner, adopted(3111), draft=False)
    made = Review.objects.get(version=reviewed(owner, DRAFT)).data["predecessor"]
    assert made["symbol"] == "S/RES/3111 (2030)"
    assert (made["tasks"]["new"], made["tasks"]["dropped"], made["crime_fates"]["gained"]) == (1, 0, 1)
    assert {"fate": "kept", "older": "PP2", "newer": "PP2"} in made["crime"]


def test_neither_a_draft_nor_the_resolution_that_it_became_nor_another_missions_text_is_taken(owner):
    reviewed(owner, adopted(3101), draft=False)
    reviewed(owner, adopted(3103), draft=True, title="not adopted")
    reviewed(owner, adopted(3105).replace("UNMINA", "UNOKAR").replace("Nambira", "Karesia"), draft=False)
    reviewed(owner, DRAFT.replace("Draft resolution", "Resolution 3107 (2031)\n\nS/RES/3107 (2031)"), draft=False)
    assert predecessor(reviewed(owner, DRAFT)) == "S/RES/3101 (2030)"


def test_an_adopted_text_that_arrives_late_becomes_the_predecessor_of_those_after_it_alone(owner):
    first, third = reviewed(owner, adopted(3101), draft=False), reviewed(owner, adopted(3121), draft=False)
    fourth, draft = reviewed(owner, adopted(3131), draft=False), reviewed(owner, DRAFT)
    before = Review.objects.get(version=first).reviewed_at, Review.objects.get(version=fourth).reviewed_at
    reviewed(owner, adopted(3111), draft=False)
    assert [predecessor(v) for v in (first, third, fourth, draft)] == [
        None,
        "S/RES/3111 (2030)",
        "S/RES/3121 (2030)",
        "S/RES/3131 (2030)",
    ]
    assert before == (Review.objects.get(version=first).reviewed_at, Review.objects.get(version=fourth).reviewed_at)


def test_a_text_that_is_read_again_starts_no_other_review(owner):
    first = reviewed(owner, adopted(3101), draft=False)
    for number in (3111, 3121, 3131):
        reviewed(owner, adopted(number), draft=False)
    services.start_review(first, again=True)
    assert work() == 1


def test_a_further_version_of_an_adopted_text_has_those_compared_with_it_reviewed_again(owner):
    held = reviewed(owner, adopted(3101), draft=False)
    draft = reviewed(owner, DRAFT)
    longer = adopted(3101).replace("(c) Rule of law", "(c) To count the fords of the river;\n\n(d) Rule of law")
    reviewed(owner, longer, mandate=held.mandate)
    assert Review.objects.get(version=draft).data["predecessor"]["tasks"]["dropped"] == 1


def test_when_the_predecessor_is_deleted_the_one_before_it_takes_its_place(owner):
    reviewed(owner, adopted(3101), draft=False)
    gone = reviewed(owner, adopted(3111), draft=False)
    draft = reviewed(owner, DRAFT)
    assert predecessor(draft) == "S/RES/3111 (2030)"
    services.delete_for_good(gone.mandate, by=owner)
    assert work() == 1
    assert predecessor(draft) == "S/RES/3101 (2030)"


def test_the_same_queries_serve_however_much_is_held_and_one_text_is_read(
    owner, mission, django_assert_num_queries, monkeypatch
):
    draft = reviewed(owner, DRAFT, mission=mission)
    version = TextVersion.objects.select_related("mandate__mission").get(pk=draft.pk)
    reading = pipeline.parse(read.read(bytes(version.source), version.filename))
    parse, parsed = pipeline.parse, []
    monkeypatch.setattr(pipeline, "parse", lambda *given, **named: parsed.append(given) or parse(*given, **named))
    for number in (3101, 3111, 3121, 3131):
        reviewed(owner, adopted(number), draft=False, mission=mission)
        parsed.clear()
        with django_assert_num_queries(
            6
        ):  # policy, texts, corrections, sources; countries and capacities of the mission
            review = pipeline.judge(reading, contexts.load(reading, version))
        assert review.comparison.older.symbol == f"S/RES/{number} (2030)"
        assert len(parsed) == 1


def test_a_text_that_gives_no_mandate_costs_no_query_but_for_the_policy(owner, django_assert_num_queries):
    text = "The Security Council,\n\n1. Calls upon all Member States to act together;\n\n2. Decides to remain seized.\n"
    version = TextVersion.objects.select_related("mandate__mission").get(pk=reviewed(owner, text).pk)
    reading = pipeline.parse(read.read(bytes(version.source), version.filename))
    with django_assert_num_queries(1):
        assert contexts.load(reading, version).earlier == ()


def test_a_finding_keeps_that_it_is_a_note(owner, monkeypatch):
    found = reviewed(owner, DRAFT).review.findings.all()
    assert {f.code: f.note for f in found} == {f.code: rules.by_code(f.code).note for f in found}
    assert not all(f.note for f in found)
    monkeypatch.setattr(rules, "ALL", tuple(replace(rule, note=True) for rule in rules.ALL))
    found = reviewed(owner, drafts.NAMBIRA).review.findings.all()
    assert found and all(f.note for f in found)
