from django.urls import path

from missions import views

urlpatterns = [
    path("", views.mission_list, name="mission_list"),
    path("<str:acronym>/", views.mission_detail, name="mission_detail"),
]
