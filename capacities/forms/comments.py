"""A remark on a capacity or a partner."""

from django import forms

LONGEST = 5000


class CommentForm(forms.Form):
    text = forms.CharField(
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write something first."},
    )
