"""Comparisons of real texts with the texts that took their place. What is expected was read in both texts first.

Facts alone: labels, and what became of them.
"""

import pytest

from mandates.analysis import compare, pipeline, priority, read
from mandates.analysis.values import Change, Context, CrimeFate, Movement

LOST, KEPT, GAINED = CrimeFate.LOST, CrimeFate.KEPT, CrimeFate.GAINED
PAIRS = {
    "MINUSMA 2018-2019": ("resolutions/S-RES-2423-2018.txt", "resolutions/S-RES-2480-2019.txt"),
    "MINUSMA 2017-2018": ("resolutions/S-RES-2364-2017.txt", "resolutions/S-RES-2423-2018.txt"),
    "MINUSMA 2013-2014": ("resolutions/S-RES-2100-2013.txt", "resolutions/S-RES-2164-2014.txt"),
    "MINUSCA 2014-2015": ("resolutions/S-RES-2149-2014.txt", "resolutions/S-RES-2217-2015.txt"),
    "UNIOGBIS 2010-2011": ("resolutions/S-RES-1949-2010.txt", "resolutions/S-RES-2030-2011.txt"),
    "UNISFA, draft and adopted": ("drafts/S_2018_1021-EN.pdf", "resolutions/S-RES-2445-2018.txt"),
}
# pair → what became of each unit that names organized crime, (fate, label before, label after)
CRIME = {
    "MINUSMA 2018-2019": {
        (LOST, "PP17", "PP5"),
        (LOST, "PP27", "60"),  # the preambular paragraph became an operative one, without the criminal networks
        (LOST, "31", None),
        (KEPT, "38 (a) (iii)", "28 (a) (iii)"),
        (LOST, "48", "38"),
        (KEPT, "69", "62"),
        (GAINED, "8", "7"),  # armed groups are to cut their ties with organized crime, not with terrorists alone
    },
    "MINUSMA 2017-2018": {
        (KEPT, "PP25", "PP17"),  # merged into the paragraph that was PP23
        (LOST, "PP26", None),
        (KEPT, "PP27", "48"),  # became operative
        (LOST, "PP28", None),
        (KEPT, "PP35", "PP27"),
        (LOST, "43", None),
        (KEPT, "46", "69"),
        (GAINED, "PP23", "PP17"),  # natural resources
        (GAINED, None, "31"),
        (GAINED, "20 (a) (iii)", "38 (a) (iii)"),
    },
    "MINUSMA 2013-2014": {
        (KEPT, "PP7", "PP17"),
        (KEPT, "PP12", "PP16"),
        (KEPT, "PP13", "PP16"),  # two paragraphs became one
        (KEPT, "28", "32"),
        (KEPT, "29", "30"),
    },
    "MINUSCA 2014-2015": {
        (KEPT, "PP13", "PP15"),
        (KEPT, "PP14", "PP16"),
        (KEPT, "31 (d)", "34 (c)"),
        (KEPT, "33", "37"),
        (GAINED, None, "PP17"),
        (GAINED, None, "33 (c)"),
        (GAINED, None, "38"),
    },
    "UNIOGBIS 2010-2011": {
        (KEPT, "PP4", "PP7"),
        (KEPT, "PP5", "PP7"),  # two paragraphs became one
        (KEPT, "PP6", "PP5"),
        (KEPT, "PP7", "PP8"),
        (KEPT, "9", "9"),
        (LOST, "14", "10"),  # corruption stays, the unit on transnational crime does not
        (KEPT, "15", "12"),
        (KEPT, "17", "13"),
        (GAINED, None, "3"),
    },
    "UNISFA, draft and adopted": set(),
}
# pair → labels of tasks and what became of them: their words, and their place
TASKS = {
    "MINUSMA 2018-2019": {
        ("38 (a)", "28 (a)"): (Change.KEPT, Movement.NONE),
        ("38 (a) (i)", "28 (a) (i)"): (Change.KEPT, Movement.NONE),
        ("38 (a) (ii), dash 2", None): (Change.DROPPED, Movement.NONE),
        ("38 (a) (ii), dash 3", "28 (a) (ii), dash 2"): (Change.KEPT, Movement.NONE),
        ("38 (a) (ii), dash 4", "28 (a) (ii), dash 3"): (Change.REWORDED, Movement.NONE),
        ("38 (b)", "28 (b) (ii)"): (Change.REWORDED, Movement.NONE),  # divided, and still the second main task
        ("38 (b)", "28 (b)"): (Change.REWORDED, Movement.NONE),
        (None, "28 (b) (i)"): (Change.NEW, Movement.NONE),
        (None, "28 (b) (iii)"): (Change.NEW, Movement.NONE),
        ("38 (c)", "28 (d)"): (Change.KEPT, Movement.DEMOTED),
        ("38 (d)", "28 (c)"): (Change.REWORDED, Movement.PROMOTED),
        ("38 (d) (ii)", "28 (c) (ii)"): (Change.REWORDED, Movement.PROMOTED),
        ("38 (e)", "28 (e)"): (Change.KEPT, Movement.NONE),
        ("39 (b)", None): (Change.DROPPED, Movement.NONE),
        ("39 (c)", "29 (b)"): (Change.KEPT, Movement.NONE),
    },
    "MINUSMA 2017-2018": {
        ("20 (a) (ii), dash 3", "38 (a) (ii), dash 4"): (Change.WEAKENED, Movement.NONE),  # within existing resources
        ("20 (d)", "34"): (Change.REWORDED, Movement.DEMOTED),  # a main task became a paragraph outside the list
        ("20 (e)", "35"): (Change.REWORDED, Movement.DEMOTED),
        ("20 (b)", "38 (c)"): (Change.REWORDED, Movement.NONE),
        ("22 (a)", "39 (a)"): (Change.KEPT, Movement.NONE),  # the rest beside the priority tasks, before and after
        ("22 (c)", None): (Change.DROPPED, Movement.NONE),
    },
    "MINUSMA 2013-2014": {
        ("16 (e)", "13 (c) (vii)"): (Change.REWORDED, Movement.DEMOTED),
        ("16 (f)", "14 (b)"): (Change.REWORDED, Movement.DEMOTED),
        ("16 (g)", "13 (b) (vi)"): (Change.REWORDED, Movement.DEMOTED),
        ("16 (c) (iii)", "14 (a)"): (Change.REWORDED, Movement.DEMOTED),  # into the additional tasks
        ("16 (d) (ii)", None): (Change.DROPPED, Movement.NONE),
        (None, "13 (b) (iii)"): (Change.NEW, Movement.NONE),
    },
    "MINUSCA 2014-2015": {
        ("30 (d)", "32 (d)"): (Change.KEPT, Movement.NONE),
        ("30 (f)", "33 (a)"): (Change.KEPT, Movement.DEMOTED),  # from priority to essential
        ("31 (a)", "33 (b) (i)"): (Change.STRENGTHENED, Movement.PROMOTED),  # from additional, "as conditions permit"
        ("31 (d)", "34 (c)"): (Change.REWORDED, Movement.NONE),  # one qualifier exchanged for another
        ("40", "32 (f) (i)"): (Change.REWORDED, Movement.PROMOTED),  # a paragraph outside the list became a task
        (None, "32 (g)"): (Change.NEW, Movement.NONE),
        (None, "33 (c)"): (Change.NEW, Movement.NONE),
        (None, "34 (e)"): (Change.NEW, Movement.NONE),
    },
}


@pytest.fixture(scope="module")
def compared(corpus):
    def reading(file):
        return pipeline.parse(read.read((corpus / file).read_bytes(), file))

    made = {}
    for name, files in PAIRS.items():
        older, newer = (reading(file) for file in files)
        blocks = [priority.rank(r, Context()) for r in (older, newer)]
        made[name] = compare.compare(older, newer, *compare.same_mission(*blocks))
    return made


def labels(change):
    return tuple(unit.label if unit else None for unit in (change.older, change.newer))


@pytest.mark.parametrize("pair", CRIME)
def test_crime_language_went_where_a_reader_finds_it(compared, pair):
    assert {(c.fate, *labels(c)) for c in compared[pair].crime} == CRIME[pair]


@pytest.mark.parametrize("pair", TASKS)
def test_tasks_are_matched_and_judged_as_a_reader_does(compared, pair):
    found = {labels(c): (c.change, c.movement) for c in compared[pair].tasks}
    assert {key: found.get(key) for key in TASKS[pair]} == TASKS[pair]


@pytest.mark.parametrize("pair", PAIRS)
def test_every_task_and_paragraph_is_accounted_for_once(compared, pair):
    made = compared[pair]
    changes = [*made.tasks, *made.paragraphs]
    for side, document in (("older", made.older), ("newer", made.newer)):
        expected = [p.index for p in (*document.preambular(), *document.operative())]
        assert {getattr(c, side).paragraph for c in changes if getattr(c, side)} == set(expected)
        one = [getattr(c, side).paragraph for c in changes if getattr(c, side) and c.link == "one to one"]
        assert len(one) == len(set(one))


def test_a_paragraph_is_kept_that_no_longer_asks_the_mission(compared):
    (change,) = [c for c in compared["MINUSMA 2018-2019"].crime if labels(c) == ("69", "62")]
    assert change.mission_dropped


def test_what_a_request_lost_in_strength_is_seen(compared):
    (change,) = [c for c in compared["MINUSMA 2018-2019"].paragraphs if labels(c) == ("28", "26")]
    assert (change.change, change.reasons) == (Change.WEAKENED, ("“Requests” is now “Encourages”",))


def test_a_draft_and_the_resolution_do_not_differ_in_substance(compared):
    made = compared["UNISFA, draft and adopted"]
    assert {c.change for c in (*made.tasks, *made.paragraphs)} == {Change.KEPT}
    assert {c.movement for c in (*made.tasks, *made.paragraphs)} == {Movement.NONE}


@pytest.mark.parametrize("file", sorted({file for pair in PAIRS.values() for file in pair}))
def test_a_text_compared_with_itself_has_no_change(corpus, file):
    reading = pipeline.parse(read.read((corpus / file).read_bytes(), file))
    block = priority.rank(reading, Context())[0]
    made = compare.compare(reading, reading, block, block)
    assert {c.change for c in (*made.tasks, *made.paragraphs)} == {Change.KEPT}
    assert all(labels(c)[0] == labels(c)[1] and not c.movement for c in (*made.tasks, *made.paragraphs))
    assert {c.fate for c in made.crime} <= {KEPT}
