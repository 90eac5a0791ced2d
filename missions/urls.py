from django.urls import path

from missions import document_views as documents
from missions import views

# A mission's own page shows what stands on the floors above: mandates/pages/mission.py.
urlpatterns = [
    path("", views.mission_list, name="mission_list"),
    path("crime-markets/", views.crime_markets, name="crime_markets"),
    path("<str:acronym>/documents/", documents.document_list, name="document_list"),
    path("<str:acronym>/documents/new/", documents.document_new, name="document_new"),
    path("<str:acronym>/documents/<int:document>/", documents.document_detail, name="document_detail"),
    path("<str:acronym>/documents/<int:document>/edit/", documents.document_edit, name="document_edit"),
    path("<str:acronym>/documents/<int:document>/archive/", documents.document_archive, name="document_archive"),
]
