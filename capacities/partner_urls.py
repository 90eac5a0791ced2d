"""The site map of partners and sanctions regimes."""

from django.urls import path

from capacities import partner_table_views as tables
from capacities import partner_views as views

urlpatterns = [
    path("partners/", views.partner_list, name="partner_list"),
    path("partners/new/", views.partner_new, name="partner_new"),
    path("partners/coverage/", views.coverage, name="partner_coverage"),
    path("partners/registers/", views.registers, name="partner_registers"),
    path("partners/import/", tables.partner_import, name="partner_import"),
    *[
        path(f"partners/{name}.{form}", view, {"form": form}, name=f"partner_{name}_{form}")
        for form in tables.TYPES
        for name, view in (("template", tables.template), ("partners", tables.export))
    ],
    path("partners/<int:partner>/", views.partner_detail, name="partner_detail"),
    path("partners/<int:partner>/edit/", views.partner_edit, name="partner_edit"),
    path("partners/<int:partner>/assess/", views.partner_assess, name="partner_assess"),
    path("sanctions/", views.sanctions_list, name="sanctions_list"),
    path("sanctions/<slug:regime>/", views.sanctions_detail, name="sanctions_detail"),
]
