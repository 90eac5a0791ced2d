from django.urls import path

from patterns import views

urlpatterns = [path("patterns/", views.patterns, name="patterns")]
