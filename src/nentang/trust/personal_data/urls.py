"""Addresses of personal data."""

from django.urls import path

from .views import about_me

app_name = "personal_data"
urlpatterns = [
    path("dinh-danh/du-lieu-ve-toi/", about_me.about_me, name="about_me"),
    path("dinh-danh/du-lieu-ve-toi/xin/", about_me.ask, name="ask_export"),
    path("dinh-danh/du-lieu-ve-toi/<uuid:export_id>/", about_me.take, name="export"),
]
