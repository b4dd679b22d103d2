"""The addresses of the house, and a page for lamps."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from nentang.config.urls import handler404, handler500  # noqa: F401 - Django looks them up here


def lamp_page(request: HttpRequest, code: str) -> HttpResponse:
    """What the app of a kind shows of a case."""
    return HttpResponse(
        f"<!doctype html><link rel='icon' href='data:,'><title>{code}</title><h1>{code}</h1>"
    )


urlpatterns = [
    path("den/<str:code>/", lamp_page, name="lamp"),
    path("", include("nentang.config.urls")),
]
