"""What keeps the words of a draft out of logs and error reports."""

import logging
import traceback

from django.views.debug import SafeExceptionReporterFilter


class NoWords(logging.Filter):
    """Replaces an exception by its class and the lines of code it passed: its message may quote a draft."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and record.exc_info[0]:
            kind, _, trace = record.exc_info
            places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
            record.msg = f"{record.getMessage()} [{kind.__name__} at {' < '.join(reversed(places[-8:]))}]"
            record.args = ()
            record.exc_info = None
            record.exc_text = None
        return True


class NoLocals(SafeExceptionReporterFilter):
    """Error reports without the values of variables and without the request's body."""

    def is_active(self, request) -> bool:
        return True

    def get_traceback_frame_variables(self, request, tb_frame) -> list:
        return []

    def get_post_parameters(self, request) -> dict:
        return {}
