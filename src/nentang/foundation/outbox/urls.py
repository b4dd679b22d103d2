"""Addresses of the outbox."""

from django.urls import path

from . import views

app_name = "outbox"
urlpatterns = [
    path("quan-tri/su-kien/", views.events, name="events"),
    path("quan-tri/su-kien/<int:delivery_id>/giao-lai/", views.replay, name="replay"),
]
