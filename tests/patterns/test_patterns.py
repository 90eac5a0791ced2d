"""The page of patterns and the folder of components cannot drift apart, and the stylesheet keeps its promise of contrast."""

from pathlib import Path

import pytest

from patterns import components, examples, tokens

ROOT = Path(__file__).resolve().parent.parent.parent
STYLESHEET = (ROOT / "static" / "forefront.css").read_text()


def test_every_component_opens_with_a_comment_on_what_it_takes():
    assert [one.name for one in components.held() if not one.takes] == []


def test_a_file_without_a_comment_is_told(tmp_path, monkeypatch):
    (tmp_path / "bare.html").write_text("<p>{# not at the start #}</p>")
    monkeypatch.setattr(components, "FOLDER", tmp_path)
    assert [(one.name, one.takes) for one in components.held()] == [("bare.html", "")]


def test_every_component_has_an_example_and_every_example_a_component():
    assert set(examples.of()) | examples.ELSEWHERE == {one.name for one in components.held()}


@pytest.mark.django_db
def test_the_page_shows_each_with_its_comment_and_nothing_else(client, owner):
    client.force_login(owner)
    told = client.get("/patterns/")
    shown = next(layer["shown"] for layer in told.context if isinstance(layer.get("shown"), list))
    assert [one.component for one in shown] == components.held()
    assert [one.component.name for one in shown if not one.drawn] == sorted(examples.ELSEWHERE)
    assert all(text.strip() for one in shown for text in one.drawn)
    assert "UNMIKA" in told.content.decode()


@pytest.mark.django_db
def test_nobody_signed_in_is_sent_to_sign_in(client):
    assert client.get("/patterns/").status_code == 302


def test_every_pair_of_colours_stands_apart_as_far_as_promised_in_both_themes():
    found = tokens.read(STYLESHEET).pairs
    assert len(found) == len(tokens.PAIRS)
    assert [(pair.on.name, pair.under.name, pair.light, pair.dark) for pair in found if not pair.holds] == []


def test_contrast_is_that_of_wcag():
    assert tokens.contrast("#000", "#ffffff") == 21
    assert tokens.contrast("#777777", "#fff") == 4.4  # the grey that is just too light
    assert tokens.contrast("#123456", "#123456") == 1


def test_a_pair_that_is_too_close_in_one_theme_does_not_hold():
    close = tokens.pair(tokens.Colour("a", "#000", "#333"), tokens.Colour("b", "#fff", "#222"), 7)
    assert not close.holds
