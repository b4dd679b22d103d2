"""Addresses of schools."""

from django.urls import path

from .views import lists

app_name = "schools"
urlpatterns = [
    path("truong-lop/", lists.lists, name="lists"),
    path("truong-lop/tai-ve/", lists.lists_csv, name="csv"),
]
