"""Addresses: every app of the house that has pages brings its own `urls.py` with whole paths."""

from importlib.util import find_spec

from django.conf import settings
from django.urls import include, path

from nentang.foundation.portal.public import Later

urlpatterns = [
    *(path("", include(f"{app}.urls")) for app in settings.HOUSE if find_spec(f"{app}.urls")),
    Later("api/v1/", "nentang.config.api", namespace="api"),
]
handler400 = "nentang.foundation.portal.views.error_400"
handler403 = "nentang.foundation.portal.views.error_403"
handler404 = "nentang.foundation.portal.views.error_404"
handler429 = "nentang.foundation.portal.views.error_429"  # allauth asks for it
handler500 = "nentang.foundation.portal.views.error_500"
