"""What a client may send. No error repeats what was sent: it may be a draft."""

import hashlib
import json

from rest_framework import serializers

from mandates.models import Decision
from missions.models import Mission


class Submission(serializers.Serializer):
    """What is said of a text; ``data`` is filled in by the two below."""

    title = serializers.CharField(required=False, default="", allow_blank=True, max_length=200)
    symbol = serializers.CharField(required=False, default="", allow_blank=True, max_length=40)
    mission = serializers.SlugRelatedField(
        slug_field="acronym",
        queryset=Mission.objects.all(),
        required=False,
        default=None,
        allow_null=True,
        help_text="Acronym of the mission that the review is about; told from the text where it is not given.",
        error_messages={"does_not_exist": "No mission has this acronym.", "invalid": "No mission has this acronym."},
    )
    draft = serializers.BooleanField(
        required=False,
        default=True,
        help_text="A draft is seen by you and those whom you name; an adopted text by everyone signed in.",
    )


class NextText(serializers.Serializer):
    """The next version of a mandate, as text."""

    text = serializers.CharField(trim_whitespace=False, allow_blank=True, help_text="The whole text.")


class NextFile(serializers.Serializer):
    """The next version of a mandate, as a file."""

    file = serializers.FileField(allow_empty_file=True, help_text="PDF, DOCX, plain text or registry paragraph JSON.")


class TextSubmission(NextText, Submission):
    """A mandate as text."""


class FileSubmission(NextFile, Submission):
    """A mandate as a file."""


def arguments(values: dict) -> dict:
    """The arguments of ``services.submit`` for what one of the serializers above has validated."""
    said = {name: value for name, value in values.items() if name not in ("text", "file")}
    if "file" in values:
        return {**said, "data": values["file"].read(), "filename": values["file"].name}
    return {**said, "data": values["text"].encode(), "filename": ""}


def digest(arguments: dict) -> str:
    """Tells whether two submissions are the same: SHA-256 over the bytes and everything said of them."""
    told = {name: str(value) for name, value in arguments.items() if name not in ("data", "owner")}
    told["data"] = hashlib.sha256(arguments["data"]).hexdigest()
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


class DecisionInput(serializers.Serializer):
    """``reason`` is needed to dismiss or defer."""

    verdict = serializers.ChoiceField(
        Decision.Verdict.choices,
        error_messages={"invalid_choice": f"Choose one of: {', '.join(Decision.Verdict.values)}."},
    )
    reason = serializers.CharField(required=False, default="", allow_blank=True, max_length=5000)


class CommentInput(serializers.Serializer):
    text = serializers.CharField(max_length=5000)
