"""A remark on a capacity or a partner."""

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 5000


class CommentForm(forms.Form):
    text = forms.CharField(
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write something first.")},
    )
