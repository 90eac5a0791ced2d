"""The site map."""

from django.contrib import admin
from django.urls import include, path
from django.views.i18n import set_language

from config.health import health

urlpatterns = [
    path("missions/", include("missions.urls")),  # first: its own words come before the acronym of a mission
    path("", include("home.urls")),
    path("", include("mandates.urls")),
    path("", include("capacities.urls")),
    path("", include("plans.urls")),
    path("", include("accounts.urls")),
    path("", include("patterns.urls")),
    path("", include("guide.urls")),
    path("api/v1/", include("config.api_urls")),
    path("admin/", admin.site.urls),
    path("language/", set_language, name="set_language"),
    path("health/", health, name="health"),
]
