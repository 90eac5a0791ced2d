from django.apps import AppConfig


class MissionsConfig(AppConfig):
    name = "missions"

    def reference(self) -> list:
        """Parts of the reference data; see missions/loading.py. Loaded late: it needs the models."""
        from missions import loading

        return [loading.REGISTER]
