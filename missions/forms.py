"""What people fill in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from missions.documents import FIELDS
from missions.models import MissionDocument

URL_WRONG = {"invalid": _("Give a whole address, with https:// or http://.")}


class TableForm(forms.Form):
    """A table that an administrator brings, checked alone unless the box is unticked."""

    file = forms.FileField(error_messages={"required": _("Choose the table that you downloaded.")})
    check = forms.BooleanField(required=False, initial=True)


class DocumentForm(forms.ModelForm):
    """A document as a planner writes it; the service saves it."""

    class Meta:
        model = MissionDocument
        fields = FIELDS
        widgets = {
            "date": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            "recommendations": forms.Textarea(attrs={"rows": 6}),
        }
        error_messages = {
            "title": {"required": _("Give the title.")},
        }

    kind = forms.ChoiceField(
        choices=[("", _("choose one")), *MissionDocument.Kind.choices],
        error_messages={"required": _("Say what kind of document it is.")},
    )
    url = forms.URLField(required=False, max_length=300, assume_scheme="https", error_messages=URL_WRONG)


class VersionForm(forms.Form):
    """Which version of a document the person saw."""

    version = forms.IntegerField(min_value=1)
