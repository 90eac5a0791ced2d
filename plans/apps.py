from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "plans"

    def names(self):
        """Names that are translated; see language/names.py. Loaded late, as the data is."""
        from plans import names

        return names.of_data()
