from django.urls import path

from missions import views

urlpatterns = [
    path("", views.mission_list, name="mission_list"),
    path("crime-markets/", views.crime_markets, name="crime_markets"),
    path("<str:acronym>/", views.mission_detail, name="mission_detail"),
]
