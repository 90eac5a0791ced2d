"""The file of a table."""

from django import forms
from django.utils.translation import gettext_lazy as _


class FileForm(forms.Form):
    file = forms.FileField(
        allow_empty_file=True, error_messages={"required": _("Choose a file: the template, filled in, as XLSX or CSV.")}
    )
