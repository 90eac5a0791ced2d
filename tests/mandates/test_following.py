"""What became of agreed language in the later texts of its mission."""

import pytest

from mandates import jobs, services
from mandates.models import Precedent
from tests.mandates import drafts
from tests.mandates.adopted import adopt, text

pytestmark = pytest.mark.django_db
SILENT = "(ii) To train the clerks of the courts of Nambira;"


def fate(symbol: str, label: str = "2 (b) (ii)") -> tuple[str, str]:
    row = Precedent.objects.get(version__mandate__symbol=symbol, label=label)
    return row.fate, row.fate_symbol


def test_the_newest_text_held_cannot_tell_what_a_later_one_will_do(owner):
    adopt(owner, text(3101, 2030), "S/RES/3101 (2030)")
    assert fate("S/RES/3101 (2030)") == ("not_known", "")


def test_words_that_a_later_text_repeats_are_still_held(owner):
    adopt(owner, text(3101, 2030), "S/RES/3101 (2030)")
    adopt(owner, text(3102, 2031), "S/RES/3102 (2031)")
    assert fate("S/RES/3101 (2030)") == ("held", "S/RES/3102 (2031)")
    assert fate("S/RES/3102 (2031)") == ("not_known", "")


def test_words_dropped_after_a_renewal_are_dropped_in_all_the_texts_that_had_them(owner):
    adopt(owner, text(3101, 2030), "S/RES/3101 (2030)")
    adopt(owner, text(3102, 2031), "S/RES/3102 (2031)")
    adopt(owner, text(3103, 2032, task=SILENT), "S/RES/3103 (2032)")
    assert fate("S/RES/3101 (2030)") == ("dropped", "S/RES/3103 (2032)")
    assert fate("S/RES/3102 (2031)") == ("dropped", "S/RES/3103 (2032)")
    assert fate("S/RES/3101 (2030)", "3") == ("held", "S/RES/3103 (2032)")


def test_the_order_in_which_texts_come_in_does_not_matter(owner):
    adopt(owner, text(3103, 2032, task=SILENT), "S/RES/3103 (2032)")
    adopt(owner, text(3101, 2030), "S/RES/3101 (2030)")
    assert fate("S/RES/3101 (2030)") == ("dropped", "S/RES/3103 (2032)")
    adopt(owner, text(3102, 2031), "S/RES/3102 (2031)")
    assert fate("S/RES/3101 (2030)") == ("dropped", "S/RES/3103 (2032)")
    kept = Precedent.objects.get(version__mandate__symbol="S/RES/3101 (2030)", label="2 (b) (ii)").kept_in
    assert kept.version.mandate.symbol == "S/RES/3102 (2031)"


def test_a_text_that_only_extends_the_mandate_drops_nothing(owner):
    adopt(owner, text(3101, 2030), "S/RES/3101 (2030)")
    adopt(owner, drafts.RENEWAL, "S/RES/3102 (2031)")
    assert fate("S/RES/3101 (2030)") == ("not_known", "")


def test_another_missions_text_and_a_draft_drop_nothing(owner):
    adopt(owner, text(3101, 2030), "S/RES/3101 (2030)")
    adopt(owner, text(3102, 2031, task=SILENT, mission="UNOKEB"), "S/RES/3102 (2031)")
    services.submit(owner=owner, data=text(3103, 2032, task=SILENT).encode(), queue=False)
    assert fate("S/RES/3101 (2030)") == ("not_known", "")


def test_a_second_review_of_a_text_changes_no_fate(owner):
    first = adopt(owner, text(3101, 2030), "S/RES/3101 (2030)")
    adopt(owner, text(3102, 2031), "S/RES/3102 (2031)")
    adopt(owner, text(3103, 2032, task=SILENT), "S/RES/3103 (2032)")
    before = list(Precedent.objects.order_by("year", "paragraph").values_list("label", "fate", "fate_symbol"))
    jobs.review_mandate(services.start_review(first, again=True, queue=False).pk)
    assert list(Precedent.objects.order_by("year", "paragraph").values_list("label", "fate", "fate_symbol")) == before


def test_where_the_later_text_is_deleted_for_good_it_is_not_known_any_more(owner):
    adopt(owner, text(3101, 2030), "S/RES/3101 (2030)")
    adopt(owner, text(3102, 2031), "S/RES/3102 (2031)")
    last = adopt(owner, text(3103, 2032, task=SILENT), "S/RES/3103 (2032)")
    services.delete_for_good(last.mandate, owner)
    assert fate("S/RES/3101 (2030)") == ("held", "S/RES/3102 (2031)")
    assert fate("S/RES/3102 (2031)") == ("not_known", "")
    services.delete_for_good(
        Precedent.objects.get(version__mandate__symbol="S/RES/3102 (2031)", label="3").version.mandate, owner
    )
    assert fate("S/RES/3101 (2030)") == ("not_known", "")


def test_where_a_text_in_between_is_deleted_the_one_after_it_decides(owner):
    adopt(owner, text(3101, 2030), "S/RES/3101 (2030)")
    between = adopt(owner, text(3102, 2031), "S/RES/3102 (2031)")
    adopt(owner, text(3103, 2032, task=SILENT), "S/RES/3103 (2032)")
    services.delete_for_good(between.mandate, owner)
    assert fate("S/RES/3101 (2030)") == ("dropped", "S/RES/3103 (2032)")
