"""The site map of what concerns capacities, partners and sanctions."""

from django.urls import URLPattern, path

from capacities.pages import (
    capacities,
    catalogue,
    comments,
    coverage,
    imports,
    partners,
    registers,
    sanctions,
    strengths,
    tables,
)


def imported(name: str, one: str) -> list[URLPattern]:
    """The addresses at which a table is taken in."""
    return [
        path(f"{name}/import/", imports.table_import, {"name": name}, name=f"{one}_import"),
        path(f"{name}/import/<int:pk>/", imports.table, {"name": name}, name=f"{one}_table"),
        path(f"{name}/import/<int:pk>/progress/", imports.table_progress, {"name": name}, name=f"{one}_table_progress"),
        path(f"{name}/import/<int:pk>/cancel/", imports.table_cancel, {"name": name}, name=f"{one}_table_cancel"),
    ]


urlpatterns = [
    path("capacities/", capacities.capacity_list, name="capacity_list"),
    path("capacities/new/", capacities.capacity_new, name="capacity_new"),
    path("capacities/catalogue/", catalogue.capacity_catalogue, name="capacity_catalogue"),
    path("capacities/strengths/", catalogue.strength_list, name="capacity_strengths"),
    path("capacities/strengths/import/", strengths.strength_import, name="strength_import"),
    *imported("capacities", "capacity"),
    path("capacities/import/template.<str:kind>", tables.template, {"name": "capacities"}, name="capacity_template"),
    path("capacities/capacities.<str:kind>", tables.export_capacities, name="capacity_export"),
    path("capacities/<int:pk>/", capacities.capacity_detail, name="capacity_detail"),
    path("capacities/<int:pk>/edit/", capacities.capacity_edit, name="capacity_edit"),
    path("capacities/<int:pk>/archive/", capacities.capacity_archive, name="capacity_archive"),
    path("capacities/<int:pk>/restore/", capacities.capacity_restore, name="capacity_restore"),
    path("capacities/<int:pk>/comments/", comments.capacity_comment, name="capacity_comment"),
    path(
        "capacities/<int:pk>/comments/<int:comment>/remove/",
        comments.capacity_comment_remove,
        name="capacity_comment_remove",
    ),
    path("partners/", partners.partner_list, name="partner_list"),
    path("partners/new/", partners.partner_new, name="partner_new"),
    path("partners/coverage/", coverage.coverage, name="partner_coverage"),
    path("partners/coverage.csv", coverage.coverage_csv, name="partner_coverage_csv"),
    path("partners/coverage.svg", coverage.coverage_svg, name="partner_coverage_svg"),
    path("partners/registers/", registers.registers, name="partner_registers"),
    *imported("partners", "partner"),
    path("partners/template.<str:kind>", tables.template, {"name": "partners"}, name="partner_template"),
    path("partners/partners.<str:kind>", tables.export_partners, name="partner_export"),
    path("partners/<int:partner>/", partners.partner_detail, name="partner_detail"),
    path("partners/<int:partner>/edit/", partners.partner_edit, name="partner_edit"),
    path("partners/<int:partner>/assess/", partners.partner_assess, name="partner_assess"),
    path("partners/<int:partner>/archive/", partners.partner_archive, name="partner_archive"),
    path("partners/<int:partner>/restore/", partners.partner_restore, name="partner_restore"),
    path("partners/<int:partner>/delete/", partners.partner_delete, name="partner_delete"),
    path("partners/<int:partner>/comments/", comments.partner_comment, name="partner_comment"),
    path(
        "partners/<int:partner>/comments/<int:comment>/remove/",
        comments.partner_comment_remove,
        name="partner_comment_remove",
    ),
    path("sanctions/", sanctions.sanctions_list, name="sanctions_list"),
    path("sanctions/<slug:regime>/", sanctions.sanctions_detail, name="sanctions_detail"),
]
