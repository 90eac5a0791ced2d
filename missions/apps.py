from django.apps import AppConfig


class MissionsConfig(AppConfig):
    name = "missions"

    def reference(self) -> list:
        """Parts of the reference data; see missions/loading.py. Loaded late: it needs the models."""
        from missions import loading

        return [loading.REGISTER]

    def names(self):
        """Names that are translated; see language/names.py. Loaded late, as the data is."""
        from missions import names

        return names.of_data()
