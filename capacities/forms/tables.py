"""The file of a table."""

from django import forms


class FileForm(forms.Form):
    file = forms.FileField(
        allow_empty_file=True, error_messages={"required": "Choose a file: the template, filled in, as XLSX or CSV."}
    )
