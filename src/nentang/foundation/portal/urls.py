"""Addresses of the portal."""

from django.urls import path

from . import views

app_name = "portal"
urlpatterns = [
    path("", views.home, name="home"),
    path("giao-dien/", views.gallery, name="gallery"),
    path("ngon-ngu/", views.language, name="language"),
    path("ve-trang-nay/", views.about, name="about"),
]
