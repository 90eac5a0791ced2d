from django.apps import AppConfig


class MandatesConfig(AppConfig):
    name = "mandates"

    def names(self):
        """Names that are translated; see language/names.py. Loaded late, as the data is."""
        from mandates import names

        return names.of_data()
