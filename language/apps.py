from django.apps import AppConfig
from django.utils.translation import trans_real

from language.said import ENGLISH


class LanguageConfig(AppConfig):
    name = "language"

    def ready(self) -> None:
        """Sentences stand in the code in English. Behind British English Django would ask the general English of each app for every
        one of them, and all leave it as it is: on a page of 400 sentences that takes longer than the sentences."""
        trans_real.translation(ENGLISH)._fallback = None
