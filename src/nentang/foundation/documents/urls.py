"""Addresses of files, documents and verification."""

from django.urls import path

from . import views

app_name = "documents"
urlpatterns = [
    path("tep/<uuid:public_id>/", views.read_file, name="file"),
    path("giay-to/", views.own_documents, name="own"),
    path("giay-to/<uuid:public_id>/", views.show_document, name="document"),
    path("xac-minh/", views.enter_code, name="enter_code"),
    path("xac-minh/<str:code>/", views.verify, name="verify"),
]
