"""Police and specialized capacities, expertise and partners: the floor between missions and mandates."""

from django.apps import AppConfig


class CapacitiesConfig(AppConfig):
    name = "capacities"
    verbose_name = "capacities and partners"

    def reference(self) -> list:
        """Parts of the reference data; see missions/loading.py. Loaded late: it needs the models."""
        from capacities import loading

        return [loading.CATALOGUE, loading.REGISTERS]

    def names(self):
        """Names that are translated; see language/names.py. Loaded late, as the data is."""
        from capacities import names

        return names.of_data()
