"""Lines of plain text, as the command line prints them."""

from textwrap import fill

from mandates.analysis import wording


def wrap(text: str, width: int, first: str = "", later: str | None = None) -> str:
    """Lines of at most ``width`` characters; what is cited (38 (a) (iii)) and what holds no space is never broken."""
    lines = fill(
        wording.unbroken(text),
        width,
        initial_indent=first,
        subsequent_indent=" " * len(first) if later is None else later,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return lines.replace("\N{NO-BREAK SPACE}", " ")
