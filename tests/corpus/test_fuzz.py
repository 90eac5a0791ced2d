"""Five hundred real texts, damaged: nothing breaks. ``bin/evaluate --fuzz 10000`` does the same at length."""

from evaluation import fuzz

SEED = 31
COUNT = 500


def test_damaged_real_texts_are_read_or_refused_and_nothing_is_lost(corpus):
    problems, refused = {}, 0
    for number, (name, done, data) in enumerate(fuzz.samples(corpus, COUNT, SEED)):
        if found := fuzz.broken(data, name):
            problems[f"{number}: {name}, {done}"] = found
        refused += fuzz.is_refused(data, name)
    assert not problems
    assert refused < COUNT / 2, "too many are refused for the rest to show anything"
