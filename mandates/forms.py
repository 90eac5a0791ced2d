"""What people fill in."""

import hashlib
import json

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from language.said import say
from mandates import rules
from mandates.analysis import taxonomy, values, wording
from mandates.analysis.reporting import corrections as words
from mandates.drawings import changes
from mandates.models import Decision, Every, Mandate, Paragraph
from mandates.rules import policy as policies
from missions.models import Mission


class TextForm(forms.Form):
    """A text, pasted or as a file; ``data`` is filled in when it is valid."""

    text = forms.CharField(
        required=False, strip=False, widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false", "class": "words"})
    )
    file = forms.FileField(required=False, allow_empty_file=True)

    def clean(self) -> dict:
        said = super().clean()
        file, text = said.get("file"), said.get("text", "")
        if file and text.strip():
            raise forms.ValidationError(
                say("Paste the text or choose a file, not both: it is not clear which one to review.")
            )
        if not file and not text.strip():
            raise forms.ValidationError(say("Paste the text or choose a file."))
        said["data"] = file.read() if file else text.encode()
        said["filename"] = file.name if file else ""
        return said


class MandateForm(TextForm):
    """A new mandate."""

    title = forms.CharField(required=False, max_length=200)
    mission = forms.ModelChoiceField(
        Mission.objects.all(), required=False, to_field_name="acronym", empty_label=_("told from the text")
    )
    draft = forms.TypedChoiceField(
        choices=[("yes", _("draft")), ("no", _("adopted text"))], coerce=lambda v: v == "yes", initial="yes"
    )


class DecisionForm(forms.Form):
    verdict = forms.ChoiceField(
        choices=Decision.Verdict.choices, error_messages={"required": _("Choose accept, dismiss or defer.")}
    )
    reason = forms.CharField(required=False, max_length=5000)
    seen = forms.IntegerField(required=False, min_value=0)  # decisions that the page showed


class CorrectionForm(forms.Form):
    """What a person says of a reading. ``said`` holds what differs from what was read, by aspect."""

    reason = forms.CharField(required=False, max_length=2000)
    passage = ""

    @property
    def seen(self) -> str:
        """Tells what was read, of which words, from any other reading: the page sends it back with what it was told."""
        return hashlib.sha256(json.dumps([self.passage, self.initial], sort_keys=True).encode()).hexdigest()

    def clean(self) -> dict:
        told = super().clean()
        if not self.errors and not self.said:
            raise forms.ValidationError(say("Nothing differs from what was read. Change what is wrong, or go back."))
        return told

    @property
    def said(self) -> dict[values.Aspect, object]:
        given = {name: value for name, value in self.cleaned_data.items() if name != "reason"}
        changed = {name: value for name, value in given.items() if value != self.initial[name]}
        return {values.Aspect(name): value for name, value in changed.items()}


class TextCorrectionForm(CorrectionForm):
    kind = forms.ChoiceField(choices=[(kind.value, _(said)) for kind, said in wording.KINDS.items()])
    mission = forms.CharField(required=False, max_length=40)
    predecessor = forms.CharField(required=False, max_length=40)

    @classmethod
    def of(cls, mandate: Mandate, given) -> "TextCorrectionForm":
        review = mandate.latest_review
        predecessor = (review.data.get("predecessor") or {}).get("symbol") or ""
        return cls(given, initial={"kind": review.kind, "mission": review.mission_name, "predecessor": predecessor})


class ParagraphCorrectionForm(CorrectionForm):
    level = forms.TypedChoiceField(coerce=int, choices=list(enumerate(map(_, words.LEVELS))))
    role = forms.ChoiceField(choices=[(role.value, _(said)) for role, said in words.ROLES.items()])
    crime_types = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    addressees = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)

    @classmethod
    def of(cls, paragraph: Paragraph, given) -> "ParagraphCorrectionForm":
        """For a preambular paragraph there is neither level nor addressee; an item's addressee is its number's."""
        review = paragraph.version.review
        task = paragraph.version.tasks.filter(paragraph=paragraph.index, mission_name=review.mission_name).first()
        told = {"level": task.level if task else 0, "role": paragraph.role, "crime_types": paragraph.crime_types}
        form = cls(given, initial={**told, "addressees": paragraph.addressees})
        form.passage = paragraph.text
        operative = paragraph.kind == values.ParagraphKind.OPERATIVE
        for name, shown in (("level", operative), ("addressees", operative and paragraph.depth == 0)):
            if not shown:
                del form.fields[name]
        return form

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        types = taxonomy.load()
        crimes = [(name, say(t.label)) for name, t in types.types.items() if types.crime(name) and not t.part_of]
        self.fields["crime_types"].choices = crimes
        self.fields["addressees"].choices = [(a.value, say(wording.ADDRESSEES[a])) for a in values.Addressee]


class CommentForm(forms.Form):
    text = forms.CharField(max_length=5000, error_messages={"required": _("Write something first.")})


class ComparisonForm(forms.Form):
    """What is compared with: another mandate or an earlier version, not both; and what of it is shown."""

    text = forms.CharField(required=False, max_length=200)
    version = forms.IntegerField(required=False, min_value=1, max_value=10**6)
    show = forms.ChoiceField(required=False, choices=changes.SHOWN)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["with"] = forms.IntegerField(required=False, min_value=1, max_value=2**31)

    def clean(self) -> dict:
        said = super().clean()
        if said.get("with") is not None and said.get("version") is not None:
            raise forms.ValidationError(say("Ask for another text or for an earlier version, not for both."))
        said["show"] = said.get("show") or "all"
        return said

    @property
    def asked(self) -> list[tuple[str, int]]:
        """The older text asked for; nothing where none was, or not well."""
        said = self.cleaned_data if self.is_valid() else {}
        return [(name, said[name]) for name in ("with", "version") if said.get(name)]

    @property
    def query(self) -> str:
        """The same as the end of an address."""
        return "".join(f"?{name}={value}" for name, value in self.asked)


class PolicyForm(forms.Form):
    """How this installation reads a mandate: numbers, and for every rule whether it is asked and how severe it is."""

    top = forms.IntegerField(min_value=policies.TOP[0], max_value=policies.TOP[-1])
    dilution = forms.IntegerField(min_value=policies.DILUTION[0], max_value=policies.DILUTION[-1])
    reason = forms.CharField(max_length=2000, error_messages={"required": _("Say why the policy changes.")})

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        choices = [(severity.value, say(severity)) for severity in values.Severity]
        for rule in rules.ALL:
            self.fields[rule.code] = forms.ChoiceField(
                choices=[*choices, ("off", pgettext("rule", "off"))][: 3 + self.may_be_off(rule)]
            )

    @staticmethod
    def may_be_off(rule: rules.Rule) -> bool:
        return not policies.tells_why(rule)

    @staticmethod
    def said_by(policy: values.Policy) -> dict:
        """The fields of a policy as it stands."""
        asked = {r.code: policy.severities.get(r.code, r.severity).value for r in rules.ALL}
        return {"top": policy.top, "dilution": policy.dilution, **asked, **dict.fromkeys(policy.off, "off")}

    @property
    def rows(self) -> list[tuple[rules.Rule, forms.BoundField]]:
        return [(rule, self[rule.code]) for rule in rules.ALL]

    @property
    def arguments(self) -> dict:
        """What ``services.set_policy`` takes."""
        said = self.cleaned_data
        off = frozenset(rule.code for rule in rules.ALL if said[rule.code] == "off")
        severities = {rule.code: said[rule.code] for rule in rules.ALL if rule.code not in off}
        return {
            "top": said["top"],
            "dilution": said["dilution"],
            "off": off,
            "severities": severities,
            "reason": said["reason"],
        }


class ReaderForm(forms.Form):
    """A person to name on a draft, by the name used to sign in."""

    username = forms.CharField(max_length=150)

    def clean_username(self):
        person = get_user_model().objects.filter(username=self.cleaned_data["username"], is_active=True).first()
        if person is None:
            raise forms.ValidationError(
                say("There is nobody with this name here. Check the spelling, or ask an administrator.")
            )
        return person


class DigestForm(forms.Form):
    """How often a person is told by e-mail, and where; without data it shows what is chosen now."""

    every = forms.ChoiceField(
        choices=Every.choices, error_messages={"required": _("Choose never, every day or every Monday.")}
    )
    address = forms.EmailField(
        required=False, max_length=254, error_messages={"invalid": _("This is no complete e-mail address.")}
    )

    def __init__(self, data=None, *, user) -> None:
        chosen = user.subscriptions.first()
        shown = {"every": chosen.every, "address": chosen.address} if chosen else {"every": Every.NEVER}
        super().__init__(data, initial={**shown, "address": shown.get("address") or user.email})

    def clean(self) -> dict:
        said = super().clean()
        if said.get("every", Every.NEVER) != Every.NEVER and not said.get("address") and "address" not in self.errors:
            self.add_error("address", say("Give the address to which the digest shall go."))
        return said

    def told(self) -> str:
        """What a valid form has changed, in a sentence."""
        if self.cleaned_data["every"] == Every.NEVER:
            return say("You get no digest.")
        if self.cleaned_data["every"] == Every.DAILY:
            return say("Your digest comes every day on which there is something to say.")
        return say("Your digest comes every Monday on which there is something to say.")
