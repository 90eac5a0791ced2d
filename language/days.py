"""Days as pages name them, in the language of the reader."""

from datetime import date

from django.utils.formats import date_format

from language.said import french


def day(when: date) -> str:
    """A day in full: "9 March 2027", « 1er mars 2027 ».

    >>> day(date(2027, 3, 9)), day(date(931, 2, 28))
    ('9 March 2027', '28 February 931')
    """
    return f"{date_format(when, form_of(when, 'j F'))} {when.year}"  # "Y" would fill a year of long ago up with noughts


def month(when: date) -> str:
    """A month in few letters: Jul, « juil. ».

    >>> month(date(2027, 7, 1))
    'Jul'
    """
    return date_format(when, form_of(when, "M"))


def form_of(when: object, form: str) -> str:
    """Django's form of a date; in French with « 1er », without a comma after the day of the week, and with months shortened as
    French does: Django's « Jui » is June and July."""
    if not french():
        return form
    form = form.replace("M", "N").replace("l, ", "l ")
    return form.replace("j ", r"j\e\r ") if getattr(when, "day", None) == 1 else form
