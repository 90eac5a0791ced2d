"""What ``load_reference`` loads of this app: expertise and published strengths; FIUs, entities and sanctions regimes."""

from capacities import catalogue, registers, services
from missions.loading import Part


def _told(held: catalogue.Catalogue) -> str:
    return (
        f"{len(held.expertise)} fields of expertise, {len(held.categories)} categories, {len(held.profiles)} requirement"
        f" profiles and {len(held.strengths)} strengths are in order."
    )


CATALOGUE = Part(catalogue.load, _told, services.load_catalogue)


def _told_of_registers(held: registers.Registers) -> str:
    return (
        f"{len(held.fius)} FIUs, {len(held.entities)} entities with {len(held.parents)} ties and {len(held.regimes)} sanctions"
        " regimes are in order."
    )


REGISTERS = Part(registers.load, _told_of_registers, services.load_registers)
