"""Places in a list as pages write them, in the language of the reader. What the engine says of a draft has ``wording``, in English."""

from collections.abc import Iterable

from language.said import french, joined, say, say_many
from mandates.analysis import wording


def ordinal(number: int) -> str:
    """What is counted here are tasks: "6th", « 6e », « 1re »."""
    if french():
        return "1re" if number == 1 else f"{number}e"
    return wording.ordinal(number)


def of_main_tasks(rank: int, total: int) -> str:
    """A place without an article, for lists: "6th of 11 main tasks"."""
    return say_many("{rank} of {number} main task", "{rank} of {number} main tasks", total, rank=ordinal(rank))


def among_main_tasks(rank: int, total: int) -> str:
    """A place in a sentence: "the 6th of 11 main tasks", "the only main task"."""
    return say("the only main task") if total == 1 else say("the {place}", place=of_main_tasks(rank, total))


def resolution(symbol: str) -> str:
    """S/RES/1509 (2003), or resolution 1509 (2003) as a text names it → resolution 1509 (2003); another symbol as it is."""
    number = symbol.removeprefix("S/RES/").removeprefix("resolution ")
    return say("resolution {number}", number=number) if number != symbol else symbol


def percent(share: float) -> str:
    """A share in whole percent: "42%", « 42 % »."""
    return f"{share:.0%}".replace("%", "\N{NO-BREAK SPACE}%" if french() else "%")


def addressees(who: Iterable[str]) -> str:
    """Who is spoken to, each once, in the order given; "nobody in particular" only where nobody else is."""
    known = [wording.Addressee(name) for name in dict.fromkeys(who)]
    names = [say(wording.ADDRESSEES[one]) for one in known if one is not wording.Addressee.OTHER]
    return joined(names) or say(wording.ADDRESSEES[wording.Addressee.OTHER])
