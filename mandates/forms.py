"""What people fill in."""

from django import forms
from django.contrib.auth import get_user_model

from mandates.models import Decision
from missions.models import Mission


class TextForm(forms.Form):
    """A text, pasted or as a file; ``data`` is filled in when it is valid."""

    text = forms.CharField(
        required=False, strip=False, widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false"})
    )
    file = forms.FileField(required=False, allow_empty_file=True)

    def clean(self) -> dict:
        said = super().clean()
        file, text = said.get("file"), said.get("text", "")
        if file and text.strip():
            raise forms.ValidationError(
                "Paste the text or choose a file, not both: it is not clear which one to review."
            )
        if not file and not text.strip():
            raise forms.ValidationError("Paste the text or choose a file.")
        said["data"] = file.read() if file else text.encode()
        said["filename"] = file.name if file else ""
        return said


class MandateForm(TextForm):
    """A new mandate."""

    title = forms.CharField(required=False, max_length=200)
    mission = forms.ModelChoiceField(
        Mission.objects.all(), required=False, to_field_name="acronym", empty_label="told from the text"
    )
    draft = forms.TypedChoiceField(
        choices=[("yes", "draft"), ("no", "adopted text")], coerce=lambda v: v == "yes", initial="yes"
    )


class DecisionForm(forms.Form):
    verdict = forms.ChoiceField(
        choices=Decision.Verdict.choices, error_messages={"required": "Choose accept, dismiss or defer."}
    )
    reason = forms.CharField(required=False, max_length=5000)


class ReaderForm(forms.Form):
    """A person to name on a draft, by the name used to sign in."""

    username = forms.CharField(max_length=150)

    def clean_username(self):
        person = get_user_model().objects.filter(username=self.cleaned_data["username"], is_active=True).first()
        if person is None:
            raise forms.ValidationError(
                "There is nobody with this name here. Check the spelling, or ask an administrator."
            )
        return person
