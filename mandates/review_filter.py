"""What of a review is shown, asked for in its address: ?show=crime&severity=high."""

from django import forms

from mandates.analysis import taxonomy
from mandates.drawings import shown


class ReviewFilterForm(forms.Form):
    """Every field may be missing; a value that does not exist is an error. ``shown`` is what a valid form asks for."""

    show = forms.ChoiceField(required=False, choices=shown.SHOW)
    severity = forms.MultipleChoiceField(required=False, choices=[(name, name) for name in shown.SEVERITIES])
    state = forms.ChoiceField(required=False, choices=shown.STATES)
    about = forms.ChoiceField(required=False)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["about"].choices = [(name, name) for name in (*shown.FAMILY_NAMES, *taxonomy.load().types)]

    @property
    def shown(self) -> shown.Shown:
        said = self.cleaned_data
        severity = tuple(said["severity"]) or shown.SEVERITIES
        return shown.Shown(said["show"] or "all", severity, said["state"], said["about"])
