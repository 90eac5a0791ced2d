"""The site map of what concerns capacities and partners."""

from django.urls import path

from capacities import import_views, views
from capacities.partner_urls import urlpatterns as partners

urlpatterns = [
    path("capacities/", views.capacity_list, name="capacity_list"),
    path("capacities/new/", views.capacity_new, name="capacity_new"),
    path("capacities/catalogue/", views.capacity_catalogue, name="capacity_catalogue"),
    path("capacities/strengths/", views.strength_list, name="capacity_strengths"),
    path("capacities/import/", import_views.capacity_import, name="capacity_import"),
    path("capacities/import/template.<str:kind>", import_views.capacity_template, name="capacity_template"),
    path("capacities/<int:pk>/", views.capacity_detail, name="capacity_detail"),
    path("capacities/<int:pk>/edit/", views.capacity_edit, name="capacity_edit"),
    path("capacities/<int:pk>/archive/", views.capacity_archive, name="capacity_archive"),
    *partners,
]
