"""What people fill in."""

from django import forms


class CrimeMarketsForm(forms.Form):
    file = forms.FileField(error_messages={"required": "Choose the table that you downloaded."})
    check = forms.BooleanField(required=False, initial=True)
