"""Pages are loaded with the first of them that is asked for, so their apps say under which words they stand."""

from importlib import import_module
from importlib.util import find_spec

import pytest
from django.apps import AppConfig
from django.urls import URLPattern, URLResolver, get_resolver

from nentang.foundation.portal.public import Later

from .house import house_apps

APPS = [app for app in house_apps() if getattr(app, "pages", ())]


def _first_words(module: str) -> set[str]:
    pages: list[URLPattern | URLResolver] = import_module(module).urlpatterns
    return {str(page.pattern).partition("/")[0] for page in pages}


@pytest.mark.parametrize("app", APPS, ids=lambda app: app.label)
def test_an_app_names_the_first_words_of_its_pages(app: AppConfig) -> None:
    assert _first_words(f"{app.name}.urls") == set(app.pages), f"see pages in {app.name}.apps"
    assert import_module(f"{app.name}.urls").app_name == app.label


def test_every_app_with_pages_of_its_own_has_them_loaded_later() -> None:
    eager = {app.label for app in house_apps() if find_spec(f"{app.name}.urls")}
    eager -= {app.label for app in APPS}
    assert eager == {"portal", "identity"}  # the first page, and names that allauth looks up
    assert sum(isinstance(each, Later) for each in get_resolver().url_patterns) == len(APPS) + 1
