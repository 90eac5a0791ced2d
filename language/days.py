"""Days as sentences name them, in the language of the reader. Templates have Django's own ``date`` filter."""

from datetime import date

from django.utils.formats import date_format

from language.said import french


def day(when: date) -> str:
    """
    >>> day(date(2027, 3, 9))
    '9 March 2027'
    """
    return date_format(when, "j F Y")


def month(when: date) -> str:
    """A month in few letters: Jul, « juil. ».

    >>> month(date(2027, 7, 1))
    'Jul'
    """
    return date_format(when, "N" if french() else "M")
