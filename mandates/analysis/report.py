"""A Review as people and programs read it.

headline  the answer with its numbers, in one sentence that can be read aloud
contrast  what that answer is not
as_text   headline, ladder of main tasks, findings: what the command line prints
as_dict   everything as plain values: what JSON, API and pages show
"""

from mandates.analysis.reporting.fields import as_dict
from mandates.analysis.reporting.page import as_text
from mandates.analysis.reporting.sentences import contrast, headline

__all__ = ["as_dict", "as_text", "contrast", "headline"]
