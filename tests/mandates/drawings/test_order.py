"""In which order findings are met: three at most stand open, nothing is lost."""

from mandates.drawings import order


def finding(code, severity, verdict="", note=False) -> dict:
    decision = {"verdict": verdict, "reason": ""} if verdict else None
    return {"code": code, "severity": severity, "decision": decision, "note": note, "fingerprint": f"{code}-{severity}"}


def codes(found) -> list[str]:
    return [f["code"] for f in found]


def test_three_stand_first_by_severity_and_the_rest_folds_by_family_in_the_families_order():
    made = order.arrange(
        [
            finding("OC701", "low"),
            finding("OC203", "low"),
            finding("OC402", "low"),
            finding("OC101", "high"),
            finding("OC204", "medium"),
            finding("OC206", "low"),
        ]
    )
    assert codes(made.first) == ["OC101", "OC204", "OC203"]
    assert [(name, codes(found)) for name, found in made.folds] == [
        ("Priority", ["OC206"]),
        ("Means", ["OC402"]),
        ("Accountability and safeguards", ["OC701"]),
    ]
    assert made.opened == {"OC101-high", "OC204-medium", "OC203-low"}


def test_notes_fold_last_but_for_what_a_person_dismissed_and_neither_stands_first():
    made = order.arrange(
        [finding("OC703", "high", note=True), finding("OC101", "high", verdict="dismiss"), finding("OC203", "low")]
    )
    assert codes(made.first) == ["OC203"]
    assert [(name, codes(found)) for name, found in made.folds] == [("Notes", ["OC703"]), ("Dismissed", ["OC101"])]


def test_an_accepted_finding_keeps_its_place():
    assert codes(order.arrange([finding("OC101", "high", verdict="accept")]).first) == ["OC101"]


def test_a_text_without_findings_folds_nothing():
    made = order.arrange([])
    assert (made.first, made.folds) == ([], [])
