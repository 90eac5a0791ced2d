from django.urls import path

from home.page import home

urlpatterns = [path("", home, name="home")]
