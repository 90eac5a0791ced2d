import logging

from config.logs import NoWords


def test_an_exception_is_logged_without_its_words():
    try:
        raise ValueError("Decides that the mandate shall include")
    except ValueError as error:
        record = logging.LogRecord(
            "x", logging.ERROR, __file__, 1, "Job %s failed", (7,), (type(error), error, error.__traceback__)
        )
    assert NoWords().filter(record)
    line = logging.Formatter("{message}", style="{").format(record)
    assert "Decides" not in line
    assert "Job 7 failed" in line and "ValueError" in line and "test_logs.py" in line
