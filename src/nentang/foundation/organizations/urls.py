"""Addresses of geography."""

from django.urls import path

from . import views

app_name = "organizations"
urlpatterns = [
    path("dia-gioi/", views.search, name="search"),
    path("dia-gioi/<str:code>/", views.unit, name="unit"),
    path("dia-gioi/<str:code>/chuyen-doi.csv", views.conversion, name="conversion"),
]
