from django.urls import path

from guide import views

urlpatterns = [
    path("tour/", views.tour, name="tour"),
    path("help/", views.help_list, name="help_list"),
    path("help/<slug:name>/", views.help_page, name="help_page"),
]
