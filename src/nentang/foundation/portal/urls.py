"""Addresses of the portal."""

from django.urls import path

from . import views
from .adapters.later import later
from .permissions import for_everyone

GALLERY = "nentang.foundation.portal.views.gallery.gallery"

app_name = "portal"
urlpatterns = [
    path("", views.home, name="home"),
    path("giao-dien/", for_everyone(later(GALLERY)), name="gallery"),
    path("ngon-ngu/", views.language, name="language"),
    path("ve-trang-nay/", views.about, name="about"),
]
