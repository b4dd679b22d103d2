"""Error pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def error_403(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """You may not see this."""
    return render(request, "portal/refusal.html", {"status": 403}, status=403)


def error_404(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """There is no such page."""
    return render(request, "portal/refusal.html", {"status": 404}, status=404)


def error_500(request: HttpRequest) -> HttpResponse:
    """A fault of ours."""
    return render(request, "portal/refusal.html", {"status": 500}, status=500)
