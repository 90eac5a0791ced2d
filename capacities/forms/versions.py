"""Which version a person saw of what they act on."""

from django import forms


class VersionForm(forms.Form):
    version = forms.IntegerField(min_value=1, max_value=2**31 - 1)

    @classmethod
    def said(cls, given) -> int:
        """The version that was sent; 0, which is nobody's, where none can be read."""
        form = cls(given)
        return form.cleaned_data["version"] if form.is_valid() else 0
