"""What somebody can do against crime: the catalogue of expertise, written from capacities/data/expertise.toml."""

from django.db import models


class Expertise(models.Model):
    """One field of expertise. Its name is the one that crime types and requirement profiles use."""

    name = models.CharField(max_length=40, unique=True)
    label = models.CharField(max_length=80)
    definition = models.CharField(max_length=400)
    source = models.CharField(max_length=400)

    class Meta:
        ordering = ["label"]
        verbose_name_plural = "expertise"

    def __str__(self) -> str:
        return self.label
