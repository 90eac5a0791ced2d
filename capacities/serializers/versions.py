"""Which version a program saw of what it acts on."""

from rest_framework import serializers


class VersionInput(serializers.Serializer):
    version = serializers.IntegerField(
        min_value=1, max_value=2**31 - 1, help_text="the version that you saw; another one now is a conflict"
    )
