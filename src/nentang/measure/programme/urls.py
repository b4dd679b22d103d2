"""Addresses of the targets."""

from django.urls import path

from . import views

app_name = "programme"
urlpatterns = [
    path("muc-tieu/", views.targets, name="targets"),
    path("muc-tieu/bang.csv", views.table, name="table"),
]
