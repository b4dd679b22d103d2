"""Addresses of the measure."""

from django.urls import path

from . import views

app_name = "indicators"
urlpatterns = [
    path("dieu-hanh/", views.board, name="board"),
    path("dieu-hanh/bang.csv", views.table, name="table"),
    path("dieu-hanh/du-kien/", views.facts, name="facts"),
]
