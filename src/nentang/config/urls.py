"""Addresses: every app of the house that has pages brings its own `urls.py` with whole paths.

An app that says in its `apps.py` under which first words its pages stand has them loaded with the first
of them that is asked for.
"""

from collections.abc import Iterator
from importlib.util import find_spec

from django.apps import AppConfig, apps
from django.conf import settings
from django.urls import URLResolver, include, path

from nentang.foundation.portal.public import Later


def _pages() -> Iterator[URLResolver]:
    for app in map(apps.get_app_config, (name.rpartition(".")[2] for name in settings.HOUSE)):
        if find_spec(f"{app.name}.urls"):
            yield _pages_of(app)


def _pages_of(app: AppConfig) -> URLResolver:
    module = f"{app.name}.urls"
    if first_words := getattr(app, "pages", ()):
        return Later("", module, namespace=app.label, first_words=first_words)
    pages: URLResolver = path("", include(module))
    return pages


urlpatterns = [*_pages(), Later("api/v1/", "nentang.config.api", namespace="api")]
handler400 = "nentang.foundation.portal.views.error_400"
handler403 = "nentang.foundation.portal.views.error_403"
handler404 = "nentang.foundation.portal.views.error_404"
handler429 = "nentang.foundation.portal.views.error_429"  # allauth asks for it
handler500 = "nentang.foundation.portal.views.error_500"
