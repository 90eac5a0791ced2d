from django.apps import AppConfig


class GuideConfig(AppConfig):
    name = "guide"

    def names(self):
        """Names that are translated; see language/names.py. Loaded late, as the data is."""
        from guide import names

        return names.of_data()
