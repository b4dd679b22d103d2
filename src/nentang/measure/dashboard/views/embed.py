"""Charts for other sites: a small page for a frame, the chart as SVG and PNG, the code to take along."""

from csp.constants import SELF
from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import etag, require_safe

from nentang.foundation.documents.public import render_png
from nentang.foundation.identity.public import client_address
from nentang.foundation.portal.public import (
    Pace,
    PageRequest,
    for_everyone,
    keep_pace,
    svg_picture,
)
from nentang.kernel import clock
from nentang.measure.dashboard.context import (
    chart_of,
    chart_to_embed,
    code_page,
    frame,
    mark_of,
    source_words,
)

SECONDS = 600
PICTURES = Pace("dashboard.pictures", calls=60, seconds=60)
ALONE = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
ANY_SITE = [SELF, "https:"]


def _mark(request: HttpRequest, indicator: str) -> str:
    return mark_of(chart_to_embed(indicator, request.GET.dict(), clock.now()))


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ANY_SITE})  # type: ignore[arg-type] # knows no view with arguments
@cache_control(public=True, max_age=SECONDS)
@etag(_mark)
@for_everyone
def embed(request: PageRequest, indicator: str) -> HttpResponse:
    """The chart with its table, source and way back, to stand in a page of anybody's; sets no cookie."""
    asked = chart_to_embed(indicator, request.GET.dict(), clock.now())
    with override(asked.language):
        return render(request, "dashboard/embed.html", frame(asked))


@require_safe
@cache_control(public=True, max_age=SECONDS)
@etag(_mark)
@for_everyone
def embed_svg(request: PageRequest, indicator: str) -> HttpResponse:
    """The chart as SVG."""
    response = HttpResponse(_svg(request, indicator), content_type="image/svg+xml")
    response["Content-Security-Policy"] = ALONE
    return response


@require_safe
@cache_control(public=True, max_age=SECONDS)
@etag(_mark)
@for_everyone
def embed_png(request: PageRequest, indicator: str) -> HttpResponse:
    """The chart as PNG; drawing takes a while, so at a pace."""
    keep_pace(PICTURES, f"address {client_address(request)}", at=clock.now())
    return HttpResponse(render_png(_svg(request, indicator)), content_type="image/png")


def _svg(request: PageRequest, indicator: str) -> str:
    asked = chart_to_embed(indicator, request.GET.dict(), clock.now())
    with override(asked.language):
        return svg_picture(chart_of(asked), asked.language, source=source_words(asked))


@require_safe
@for_everyone
def embeds(request: PageRequest) -> HttpResponse:
    """Choose a chart, see it, take its code."""
    return render(request, "dashboard/embeds.html", code_page(request.GET.dict(), clock.now()))
