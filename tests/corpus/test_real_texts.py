"""What the rules' pages state of adopted texts is what the engine finds in them, what they renew held beside them."""

import re

import pytest

from evaluation import situations
from mandates import rules
from mandates.analysis import pipeline, read, report
from mandates.analysis.values import Adopted, Context, Flagged

FLAGGING = {"OC101", "OC102", "OC103", "OC104", "OC201", "OC202"}
# (with terrorism, in all) of the paragraphs and items that name organized crime
BESIDE_TERRORISM = {"2100-2013": (4, 5), "2164-2014": (3, 4), "2423-2018": (4, 6), "2480-2019": (2, 3)}
APART = ("1876-2009", "2699-2023", "2709-2023")


@pytest.fixture(scope="module")
def review(corpus):
    """Symbol as in a file's name (2423-2018) → Review; texts that one renews by reference are held, and the register is laid
    beside it: the project's own of that day, or one made up."""

    def parse(number: str):
        for path in (corpus / "resolutions" / f"S-RES-{number}.txt", corpus / "paragraphs" / f"S-RES-{number}.json"):
            if path.exists():
                return pipeline.parse(read.read(path.read_bytes(), path.name))
        return pytest.fail(f"the corpus holds no S-RES-{number}")

    def make(number: str, predecessor: str = "", register=None):
        reading = parse(number)
        known = register or situations.register("S/RES/{} ({})".format(*number.split("-")), reading)
        named = [b.tasks_by_reference or "" for b in reading.tasks.missions]
        sources = [source for source in named if source.startswith("resolution ")]
        held = {"S/RES/" + s.removeprefix("resolution "): parse("-".join(re.findall(r"\d+", s))) for s in sources}
        older = Adopted(predecessor, 0, parse(numbered(predecessor))) if predecessor else None
        return pipeline.judge(reading, Context(held=held, predecessor=older, register=known))

    return make


def numbered(symbol: str) -> str:
    return "-".join(re.findall(r"\d+", symbol))


@pytest.mark.parametrize("rule", rules.ALL, ids=lambda rule: rule.code)
def test_the_rule_speaks_on_the_text_that_its_page_names_and_not_on_the_other(review, rule):
    for real, speaks in ((rule.fires_on, True), (rule.silent_on, False)):
        found = {f.code for f in review(numbered(real.symbol), real.predecessor, real.register).findings}
        assert (rule.code in found) is speaks


def test_what_minusma_lost_in_2019_is_said_passage_by_passage(review):
    made = review("2480-2019", "S/RES/2423 (2018)")
    said = [f.message.split(" of resolution")[0] for f in made.findings if f.code == "OC204"]
    assert said == ["PP17 and PP27", "Paragraph 31", "Paragraph 48"]


@pytest.mark.parametrize("text", BESIDE_TERRORISM)
def test_the_counter_terrorism_lens_counts_as_people_counted(review, text):
    beside, named = BESIDE_TERRORISM[text]
    [finding] = [f for f in review(text).findings if f.code == "OC301"]
    assert finding.message.startswith(f"{beside} of {named} paragraphs or items that name organized crime also name")


@pytest.mark.parametrize("text", APART)
def test_the_counter_terrorism_lens_is_silent_where_crime_stands_on_its_own(review, text):
    assert "OC301" not in {f.code for f in review(text).findings}


def test_every_real_text_has_one_flagging_finding_or_none_and_can_be_told(corpus):
    flagged = 0
    for path in sorted((corpus / "paragraphs").glob("*.json")):
        try:
            reading = pipeline.parse(read.read(path.read_bytes(), path.name))
        except read.Unreadable:
            continue
        made = pipeline.judge(reading, Context())
        codes = [f.code for f in made.findings]
        assert len(FLAGGING.intersection(codes)) == (made.flagged is Flagged.YES), path.name
        assert len({f.fingerprint for f in made.findings}) == len(codes), path.name
        for finding in made.findings:
            assert finding.spans or finding.searched, (path.name, finding.code)
            for span in finding.spans:
                assert made.document.paragraphs[span.paragraph].text[span.start : span.end] == span.text
        assert report.headline(made).endswith("."), path.name
        assert all(len(line) <= 80 or "http" in line for line in report.as_text(made, path.name, 80).splitlines()), (
            path.name
        )
        flagged += made.flagged is Flagged.YES
    assert flagged >= 5
