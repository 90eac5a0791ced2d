"""What a search looks through of the texts."""

from django.db import models

from mandates.models.texts import TextVersion


class Passage(models.Model):
    """A whole text by its names, a task, a paragraph that is no task, or a finding: of the newest version read of each mandate.

    Derived, and written again with each review (``services.indexing``). The words themselves stand with the paragraph or finding
    alone, which ``paragraph`` (its index) and ``fingerprint`` lead to; here are those that are compared (``searchable``), over
    which each database keeps an index of its own (migration 0012). It holds the words of drafts too: whoever reads from it
    narrows it to the mandates that the person may see. ``crime_types`` stand between blanks, as those of a Precedent do.
    """

    class Kind(models.TextChoices):
        TEXT = "texts", "text"
        TASK = "tasks", "task"
        PARAGRAPH = "paragraphs", "paragraph"
        FINDING = "findings", "finding"

    version = models.ForeignKey(TextVersion, on_delete=models.CASCADE, related_name="passages")
    kind = models.CharField(max_length=10, choices=Kind)
    order = models.PositiveIntegerField()  # within its text: as it stands there, findings by severity
    paragraph = models.PositiveIntegerField(null=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    stands = models.CharField(max_length=80, blank=True)  # of a task: "the 6th of 11 main tasks"
    year = models.PositiveSmallIntegerField()
    mission_name = models.CharField(max_length=200, blank=True)  # acronym, or the name where a text gives none
    crime_types = models.CharField(max_length=500, blank=True)
    searchable = models.TextField()

    class Meta:
        ordering = ["version", "kind", "order"]

    def __str__(self) -> str:
        return f"{self.kind} {self.order} of version {self.version_id}"
