"""Addresses of status sync."""

from django.urls import path

from . import views

app_name = "status_sync"
urlpatterns = [
    path("lien-thong/", views.portals, name="portals"),
    path("lien-thong/<str:code>/", views.switch, name="switch"),
]
