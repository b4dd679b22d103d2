"""Addresses of the watch."""

from django.urls import path

from .views import desk

app_name = "watch"
urlpatterns = [
    path("canh-bao/", desk.alarms, name="alarms"),
    path("canh-bao/<str:code>/", desk.alarm_page, name="alarm"),
]
