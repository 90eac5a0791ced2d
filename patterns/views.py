"""The page of all components: each with its comment, drawn with examples; and the tokens they are made of."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from mandates.templatetags.forefront import SIGNS
from patterns import components, examples, tokens


@dataclass(frozen=True, slots=True)
class Shown:
    """A component with what it draws for each example."""

    component: components.Component
    drawn: list[str]


@login_required
def patterns(request: HttpRequest) -> HttpResponse:
    told = examples.of()
    shown = [
        Shown(one, [render_to_string(one.template, example, request) for example in told.get(one.name, ())])
        for one in components.held()
    ]
    with open(finders.find("forefront.css")) as stylesheet:
        held = tokens.read(stylesheet.read())
    return render(request, "patterns/patterns.html", {"shown": shown, "tokens": held, "signs": SIGNS.values()})
