"""Agreed language of adopted texts."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from mandates.models.texts import TextVersion


class Precedent(models.Model):
    """Agreed language: a paragraph or item of an adopted text that names organized crime. Never one of a draft.

    Derived with the paragraphs of the text's newest version, in a table of its own so that it can be searched and so
    that no index of words ever holds those of a draft. Lists of names stand between blanks (" gangs piracy "), so that
    one of them is found in the same way by both databases. ``searchable`` holds the words as the search compares them;
    the index over it is the database's own (migration 0008). ``strength`` and ``lead_verb`` are those of the numbered
    paragraph, whose words are the ``chapeau`` of an item.
    """

    class Place(models.TextChoices):
        OWN_TASK = "own_task", _("own task of the mission")
        CLAUSE = "clause", _("clause in a task of the mission")
        MISSION = "mission", _("asked of the mission outside its task list")
        OTHERS = "others", _("asked of others")
        PREAMBLE = "preamble", _("preamble")

    class Fate(models.TextChoices):
        """What became of the words in later texts of the same mission that lay its tasks down."""

        NOT_KNOWN = "not_known", _("not known")
        HELD = "held", _("still in the newest text held")
        DROPPED = "dropped", _("dropped later")

    version = models.ForeignKey(TextVersion, on_delete=models.CASCADE, related_name="precedents")
    paragraph = models.PositiveIntegerField()
    label = models.CharField(max_length=80)
    anchor = models.CharField(max_length=100)
    text = models.TextField()
    chapeau = models.TextField(blank=True)
    place = models.CharField(max_length=10, choices=Place)
    lead_verb = models.CharField(max_length=100, blank=True)
    strength = models.PositiveSmallIntegerField(null=True)
    year = models.PositiveSmallIntegerField(null=True)  # of the symbol
    mission_name = models.CharField(max_length=200, blank=True)
    crime_types = models.CharField(max_length=500, blank=True)
    further_types = models.CharField(max_length=500, blank=True)
    task_kinds = models.CharField(max_length=500, blank=True)
    with_terrorism = models.BooleanField(default=False)
    names_police = models.BooleanField(default=False)  # police together with some expertise
    names_partners = models.BooleanField(default=False)
    searchable = models.TextField()
    kept_in = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="+")  # in the next text
    lost_in = models.CharField(max_length=40, blank=True)  # symbol of the next text, where that does not hold it
    fate = models.CharField(max_length=10, choices=Fate, default=Fate.NOT_KNOWN)
    fate_symbol = models.CharField(
        max_length=40, blank=True
    )  # the newest text that holds it, or the one that dropped it

    class Meta:
        ordering = ["version", "paragraph"]
        constraints = [models.UniqueConstraint(fields=["version", "paragraph"], name="one_precedent_per_paragraph")]

    def __str__(self) -> str:
        return self.label
