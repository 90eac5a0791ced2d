"""What ``load_reference`` loads of this app: the catalogue of expertise and the published strengths."""

from capacities import catalogue, services
from missions.loading import Part


def _told(held: catalogue.Catalogue) -> str:
    return (
        f"{len(held.expertise)} fields of expertise, {len(held.categories)} categories, {len(held.profiles)} requirement"
        f" profiles and {len(held.strengths)} strengths are in order."
    )


CATALOGUE = Part(catalogue.load, _told, services.load_catalogue)
