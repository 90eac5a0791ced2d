"""What the tasks are about, as bars: most first, organized crime always there, what shows nothing last."""

from mandates.drawings import bars


def area(label, tasks, key="known"):
    return {"area": key, "label": label, "main_tasks": 1, "leaf_tasks": tasks, "share": 0.5, "paragraphs": ["1"]}


def test_most_tasks_come_first_and_what_shows_no_area_last():
    rows = bars.build(
        [area("Human rights", 2), area("None of these areas", 9, ""), area("Elections", 5), area("Organized crime", 1)],
        10,
    )
    assert [row["label"] for row in rows] == ["Elections", "Human rights", "Organized crime", "None of these areas"]
    assert [row["percent"] for row in rows] == [50, 20, 10, 90]
    assert [row["crime"] for row in rows] == [False, False, True, False]


def test_organized_crime_has_a_row_where_no_task_is_about_it():
    *_, last = bars.build([area("Elections", 5)], 10)
    assert (last["label"], last["tasks"], last["percent"]) == ("Organized crime", 0, 0)


def test_a_text_without_tasks_has_no_bars():
    assert bars.build([], 0) == []
